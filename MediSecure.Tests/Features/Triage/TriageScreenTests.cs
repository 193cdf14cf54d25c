using AngleSharp.Dom;
using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Triage;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.Triage;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Triage;

/// <summary>The queue and its dialogs over the real services.</summary>
public sealed class TriageScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task<ActingPerson> LookAsAsync(Role role)
    {
        var person = await Db.People.RoleAsync(role, await Db.Given.OrganizationAsync());
        await LookAsAsync(person);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        return person;
    }

    private async Task<TriageEntry> QueuedAsync(ActingPerson person, string given, int minutesAgo, TriageLevel? level = null)
    {
        var patient = await Db.Given.PatientAsync(person.OrganizationId, given, "Queued");
        var entry = new TriageEntry(Guid.CreateVersion7(), person.OrganizationId, patient.Id, Db.Now.AddMinutes(-minutesAgo), ArrivalMode.Ambulance, "My belly hurts", Db.Now, person.UserId);
        if (level is { } known)
        {
            entry.Assess(Guid.CreateVersion7(), known, "Abdominal pain", Db.Now, person.UserId);
        }

        await Db.AddAsync(person.OrganizationId, entry);
        return entry;
    }

    private static IElement Button<T>(IRenderedComponent<T> screen, string name) where T : IComponent =>
        Assert.Single(screen.FindAll("button"), b => (b.GetAttribute("aria-label") ?? b.TextContent.Trim()) == name);

    private IRenderedComponent<TriagePage> Page(string until)
    {
        var page = Render<TriagePage>();
        page.WaitForAssertion(() => Assert.Contains(until, page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        return page;
    }

    private static IEnumerable<string> Names(IRenderedComponent<TriagePage> page, string table) => page.FindAll($"table[aria-label='{table}'] tbody tr .person a").Select(a => a.TextContent.Trim());

    [Fact]
    public async Task A_key_chooses_the_level_and_the_triage_is_saved_and_announced()
    {
        var nurse = await LookAsAsync(Role.Nurse);
        var entry = await QueuedAsync(nurse, "Ada", 12);
        var page = Page("Ada Queued");
        Assert.Contains("late", page.Find("table[aria-label='To be triaged'] tr.overdue").TextContent, StringComparison.Ordinal);
        page.On(() => Button(page, "Triage Ada Queued"), button => button.Click());
        Assert.Contains("Says: My belly hurts", page.Find("[role=dialog]").TextContent, StringComparison.Ordinal);
        Assert.Equal(["1 Resuscitation", "2 Emergency", "3 Urgent", "4 Semi-urgent", "5 Non-urgent"], page.FindAll(".triage-level .chip").Select(c => c.TextContent.Trim()));

        page.Submit(); // nothing chosen, nothing written
        page.WaitForAssertion(() => Assert.Contains("Choose a level", page.Find(".error-summary").TextContent, StringComparison.Ordinal));
        Assert.Contains("Write the complaint", page.Find(".error-summary").TextContent, StringComparison.Ordinal);

        page.KeyDown("fieldset", "9"); // no level
        Assert.Empty(page.FindAll(".triage-level.chosen"));
        page.KeyDown("fieldset", "2");
        Assert.Equal("2 Emergency", page.Find(".triage-level.chosen .chip").TextContent.Trim());
        page.Change("#field-complaint", "Chest pain");
        page.Submit();
        page.WaitForAssertion(() => Assert.Contains("Ada Queued: level 2 Emergency.", Announced.All));
        page.WaitForAssertion(() => Assert.Equal(["Ada Queued"], Names(page, "Waiting for a doctor")));
        Assert.Empty(page.FindAll("[role=dialog]"));
        var saved = await Db.LookAsync(nurse.OrganizationId, look => look.TriageEntries.SingleAsync(t => t.Id == entry.Id));
        Assert.Equal((TriageLevel.Emergency, "Chest pain", nurse.UserId), (saved.Level!.Value, saved.Complaint, saved.TriagedBy!.Value));
    }

    [Fact]
    public async Task Vital_signs_follow_the_triage_when_the_nurse_wants_it()
    {
        var nurse = await LookAsAsync(Role.Nurse);
        await QueuedAsync(nurse, "Ada", 2);
        var page = Page("Ada Queued");
        page.On(() => Button(page, "Triage Ada Queued"), button => button.Click());
        page.KeyDown("fieldset", "3");
        page.Change("#field-complaint", "Pain");
        page.Change("#field-vitals", true);
        page.Submit();
        page.WaitForAssertion(() => Assert.Equal("Record vitals", page.Find("[role=dialog] h2").TextContent), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_said_and_what_was_typed_stays()
    {
        var nurse = await LookAsAsync(Role.Nurse);
        var colleague = await Db.People.NurseAsync(nurse.OrganizationId);
        var entry = await QueuedAsync(nurse, "Ada", 2);
        var page = Page("Ada Queued");
        page.On(() => Button(page, "Triage Ada Queued"), button => button.Click());
        page.KeyDown("fieldset", "4");
        page.Change("#field-complaint", "Pain");
        var version = await Db.LookAsync(nurse.OrganizationId, look => look.TriageEntries.Where(t => t.Id == entry.Id).Select(t => t.Version).SingleAsync());
        Assert.Null((await colleague.Service<TriageService>().AssessAsync(entry.PatientId, new() { EntryId = entry.Id, Version = version, Level = TriageLevel.Emergency, Complaint = "Collapsed" }, default)).Error);
        page.WaitForAssertion(() => Assert.Contains("Somebody else changed this meanwhile", page.Find("[role=dialog]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        Assert.Contains("2 Emergency, Collapsed", page.Find("[role=dialog]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Pain", page.Find("#field-complaint").GetAttribute("value"));
        page.Submit();
        page.WaitForAssertion(() => Assert.Contains("Ada Queued: level 4 Semi-urgent.", Announced.All), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_doctor_takes_on_the_row_and_the_sections_follow_level_and_time()
    {
        var doctor = await LookAsAsync(Role.Doctor);
        await QueuedAsync(doctor, "Slow", 100, TriageLevel.NonUrgent);
        await QueuedAsync(doctor, "Urgent", 20, TriageLevel.Urgent);
        await QueuedAsync(doctor, "New", 4);
        var page = Page("New Queued");
        Assert.Equal(["Urgent Queued", "Slow Queued"], Names(page, "Waiting for a doctor"));
        Assert.Equal(["New Queued"], Names(page, "To be triaged"));
        Assert.Contains("10 min left", page.Find("table[aria-label='Waiting for a doctor'] tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("no set yet", page.Find("table[aria-label='Waiting for a doctor'] tbody tr").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() is "Triage" or "Add to triage");

        page.On(() => Button(page, "Take Urgent Queued"), button => button.Click());
        page.WaitForAssertion(() => Assert.Equal(["Urgent Queued"], Names(page, "With a doctor")), TimeSpan.FromSeconds(5));
        Assert.Contains("Urgent Queued is with you.", Announced.All);
        page.On(() => Button(page, "Finish the visit of Urgent Queued"), button => button.Click());
        Assert.Equal(["Choose", "Home", "Admitted", "Referred or transferred", "Left without being seen"], page.FindAll("#field-disposition option").Select(o => o.TextContent));
        page.Change("#field-disposition", "0");
        page.Submit();
        page.WaitForAssertion(() => Assert.Equal(["Urgent Queued"], Names(page, "Finished in the last 12 hours")), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_patient_whom_another_doctor_took_first_is_not_taken_again()
    {
        var doctor = await LookAsAsync(Role.Doctor);
        var colleague = await Db.People.DoctorAsync(doctor.OrganizationId);
        var entry = await QueuedAsync(doctor, "Ada", 4, TriageLevel.Urgent);
        var widget = Render<TriageQueue>(p => p.Add(one => one.Brief, true).Add(one => one.Title, "Waiting in triage"));
        widget.WaitForAssertion(() => Assert.Contains("Ada Queued", widget.Markup, StringComparison.Ordinal));
        Assert.All(new[] { "3 Urgent", "Abdominal pain", "26 min left", "no set yet" }, word => Assert.Contains(word, widget.Find("tbody tr").TextContent, StringComparison.Ordinal));
        var take = Button(widget, "Take Ada Queued");
        // Written past the service, so that no notice arrives first.
        await Db.GivenAsync(async look =>
        {
            var visit = MediSecure.Data.Features.Encounters.Encounter.Emergency(Guid.CreateVersion7(), doctor.OrganizationId, entry.PatientId, entry.ArrivedAt, colleague.StaffMemberId!.Value, Db.Now, null);
            look.Add(visit);
            (await look.TriageEntries.SingleAsync(t => t.Id == entry.Id)).Take(visit.Id, Db.Now, colleague.UserId);
        }, doctor.OrganizationId);
        take.Click();
        widget.WaitForAssertion(() => Assert.Contains("Another doctor has just taken this patient", widget.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        widget.WaitForAssertion(() => Assert.Contains("Nobody waits in triage", widget.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_front_desk_sees_who_waits_and_nothing_clinical()
    {
        var desk = await LookAsAsync(Role.Receptionist);
        await QueuedAsync(desk, "Ada", 130, TriageLevel.Emergency);
        await QueuedAsync(desk, "Bola", 3);
        var page = Page("Bola Queued");
        Assert.Equal(["Ada Queued", "Bola Queued"], Names(page, "In the triage queue"));
        Assert.Contains("2 h 10 min", page.Markup, StringComparison.Ordinal);
        Assert.All(new[] { "Emergency", "Abdominal", "belly", "NEWS2", "Level" }, word => Assert.DoesNotContain(word, page.Find("table").TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(page.FindAll("button"), b => b.GetAttribute("aria-label") == "Entered in error: Ada Queued");
        page.On(() => Button(page, "Entered in error: Bola Queued"), button => button.Click());
        page.Change("#field-reason", "Another Bola");
        page.Submit();
        page.WaitForAssertion(() => Assert.Equal(["Ada Queued"], Names(page, "In the triage queue")), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Adding_keeps_what_was_typed_when_the_time_is_wrong()
    {
        var nurse = await LookAsAsync(Role.Nurse);
        var patient = await Db.Given.PatientAsync(nurse.OrganizationId, "Ada", "Coming");
        var done = false;
        var dialog = Render<AddToTriageDialog>(p => p.Add(one => one.PatientId, patient.Id).Add(one => one.OnDone, () => done = true));
        dialog.Change("#field-presenting", "It hurts");
        dialog.Change("#field-arrivedat", "25:99");
        dialog.Submit();
        dialog.WaitForAssertion(() => Assert.Contains("hh:mm", dialog.Find(".error-summary").TextContent, StringComparison.Ordinal));
        Assert.Equal("It hurts", dialog.Find("#field-presenting").GetAttribute("value"));
        dialog.Change("#field-arrivedat", "08:50"); // ten to nine in Lagos, nine now
        dialog.Submit();
        dialog.WaitForAssertion(() => Assert.True(done));
        Assert.Equal(Db.Now.AddMinutes(-10), await Db.LookAsync(nurse.OrganizationId, look => look.TriageEntries.Where(t => t.PatientId == patient.Id).Select(t => t.ArrivedAt).SingleAsync()));
    }

    [Fact]
    public async Task The_chart_says_that_the_patient_is_in_the_queue()
    {
        var nurse = await LookAsAsync(Role.Nurse);
        var entry = await QueuedAsync(nurse, "Ada", 15);
        var fact = Render<TriageFact>(p => p.Add(one => one.PatientId, entry.PatientId));
        fact.WaitForAssertion(() => Assert.Contains("waiting", fact.Markup, StringComparison.Ordinal));
        Assert.Contains("08:45", fact.Markup, StringComparison.Ordinal);
    }
}
