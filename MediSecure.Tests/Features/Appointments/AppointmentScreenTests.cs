using AngleSharp.Dom;
using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Features.Appointments;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web;
using MediSecure.Web.Features.Appointments;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Appointments;

/// <summary>Screens of appointments over the real services: what each role sees, and what a press does.</summary>
public sealed class AppointmentScreenTests(SqliteDatabase db) : BunitContext, IClassFixture<SqliteDatabase>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeZoneInfo Lagos = TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos");
    private readonly List<string> _said = [];

    [Fact]
    public async Task A_lost_time_stays_on_the_dialog_with_free_times_to_press_and_keeps_what_was_typed()
    {
        var scene = await SceneAsync();
        var patient = await db.People.PatientAsync(scene.Organization);
        var at = db.Now.AddHours(5);
        var other = await db.Given.PatientAsync(scene.Organization);
        await scene.Desk.Service<AppointmentService>().BookAsync(new() { PatientId = other.Id, ClinicianId = scene.Doctor.StaffMemberId, StartsAt = at }, None);

        FreeSlot? moved = null;
        var done = false;
        var dialog = Show<BookAppointmentDialog>(patient, [Role.Patient], p => p
            .Add(d => d.Clinician, new ClinicianOption(scene.Doctor.StaffMemberId!.Value, "Dr Screen", null))
            .Add(d => d.Slot, new FreeSlot(at, at.AddMinutes(30), null))
            .Add(d => d.OnSlot, slot => moved = slot)
            .Add(d => d.OnDone, () => done = true));
        dialog.Change("#field-reason", "Headache");
        dialog.Submit();
        dialog.WaitForAssertion(() => Assert.Contains("slot was just taken", dialog.Find("[role=alert]").TextContent));

        var nearest = dialog.FindAll("[aria-label='Nearest free times'] button");
        Assert.Equal(3, nearest.Count);
        Assert.Equal(at.AddMinutes(30), moved!.StartsAt);
        Assert.Equal("Headache", dialog.Find("#field-reason").GetAttribute("value"));
        Assert.False(done);

        dialog.Render(p => p.Add(d => d.Slot, moved));
        dialog.Submit();
        dialog.WaitForAssertion(() => Assert.True(done));
        var booked = await db.LookAsync(scene.Organization, look => look.Appointments.SingleAsync(a => a.PatientId == patient.PatientId));
        Assert.Equal((at.AddMinutes(30), "Headache"), (booked.StartsAt, booked.Reason));
        Assert.Contains(_said, said => said.StartsWith("Your visit with ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_double_click_on_book_books_once()
    {
        var scene = await SceneAsync();
        var patient = await db.People.PatientAsync(scene.Organization);
        var at = db.Now.AddHours(5);
        var dialog = Show<BookAppointmentDialog>(patient, [Role.Patient], p => p
            .Add(d => d.Clinician, new ClinicianOption(scene.Doctor.StaffMemberId!.Value, "Dr Screen", null))
            .Add(d => d.Slot, new FreeSlot(at, at.AddMinutes(30), null)));
        var form = dialog.Find("form");
        await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());
        dialog.WaitForAssertion(() => Assert.NotEmpty(_said));
        Assert.Empty(dialog.FindAll("[role=alert]"));
        Assert.Equal(1, await db.LookAsync(scene.Organization, look => look.Appointments.CountAsync()));
    }

    [Fact]
    public async Task Reception_must_choose_a_patient_before_booking()
    {
        var scene = await SceneAsync();
        var at = db.Now.AddHours(5);
        var dialog = Show<BookAppointmentDialog>(scene.Desk, [Role.Receptionist], p => p
            .Add(d => d.Clinician, new ClinicianOption(scene.Doctor.StaffMemberId!.Value, "Dr Screen", null))
            .Add(d => d.Slot, new FreeSlot(at, at.AddMinutes(30), null)));
        dialog.Submit();
        Assert.Contains("Choose the patient first.", dialog.Markup);
        Assert.Equal(0, await db.LookAsync(scene.Organization, look => look.Appointments.CountAsync()));
    }

    [Theory]
    [InlineData(Role.Receptionist, AppointmentStatus.Booked, "Check in")]
    [InlineData(Role.Receptionist, AppointmentStatus.Arrived, "Check in")]
    [InlineData(Role.Receptionist, AppointmentStatus.CheckedIn, null)]
    [InlineData(Role.Receptionist, AppointmentStatus.Fulfilled, null)]
    [InlineData(Role.Doctor, AppointmentStatus.Booked, null)]
    [InlineData(Role.Doctor, AppointmentStatus.CheckedIn, "Start")]
    [InlineData(Role.Nurse, AppointmentStatus.Booked, null)]
    [InlineData(Role.Nurse, AppointmentStatus.CheckedIn, null)]
    [InlineData(Role.Patient, AppointmentStatus.Booked, null)]
    [InlineData(Role.Administrator, AppointmentStatus.Booked, null)]
    public async Task A_row_offers_the_one_thing_its_reader_may_do_now(Role role, AppointmentStatus status, string? verb)
    {
        var scene = await SceneAsync();
        var row = await RowAsync(scene, status, db.Now.AddMinutes(30));
        var reader = role == Role.Doctor ? scene.Doctor : await db.People.RoleAsync(role, scene.Organization);
        var shown = Show<VisitVerb>(reader, [role], p => p.Add(v => v.Row, row));
        Assert.Equal(verb is null ? null : $"{verb} {(verb == "Check in" ? "" : "visit of ")}{row.PatientName}", shown.FindAll("button").Select(b => b.TextContent).SingleOrDefault());
    }

    [Fact]
    public async Task Another_doctors_patient_is_not_started_and_check_in_is_not_offered_too_early()
    {
        var scene = await SceneAsync();
        var row = await RowAsync(scene, AppointmentStatus.CheckedIn, db.Now.AddMinutes(30));
        Assert.Empty(Show<VisitVerb>(await db.People.DoctorAsync(scene.Organization), [Role.Doctor], p => p.Add(v => v.Row, row)).FindAll("button"));
    }

    [Fact]
    public async Task Check_in_shows_two_identifiers_and_then_does_it()
    {
        var scene = await SceneAsync();
        var row = await RowAsync(scene, AppointmentStatus.Booked, db.Now.AddMinutes(30));
        var done = false;
        var shown = Show<VisitVerb>(scene.Desk, [Role.Receptionist], p => p.Add(v => v.Row, row).Add(v => v.OnDone, () => done = true));
        shown.Click("button");
        var dialog = shown.Find("[role=dialog]");
        Assert.Contains(row.RecordNumber, dialog.TextContent);
        Assert.Contains("02 Jan 1980", dialog.TextContent);
        shown.Click("button", all => all.Single(b => b.TextContent.Contains("Identity confirmed", StringComparison.Ordinal)));
        shown.WaitForAssertion(() => Assert.True(done));
        Assert.Equal(AppointmentStatus.CheckedIn, await db.LookAsync(scene.Organization, look => look.Appointments.Where(a => a.Id == row.Id).Select(a => a.Status).SingleAsync()));
    }

    [Fact]
    public async Task The_schedule_fills_only_the_button_of_the_current_row_and_follows_changes()
    {
        var scene = await SceneAsync();
        await RowAsync(scene, AppointmentStatus.CheckedIn, db.Now.AddMinutes(30));
        await RowAsync(scene, AppointmentStatus.CheckedIn, db.Now.AddMinutes(60));
        var schedule = Show<TodayScheduleWidget>(scene.Doctor, [Role.Doctor]);
        schedule.WaitForAssertion(() => Assert.Equal(2, schedule.FindAll("tbody tr").Count));
        Assert.Single(schedule.FindAll("tr.current .btn-primary"));
        Assert.Single(schedule.FindAll("tbody .btn-primary"));

        var late = await db.Given.PatientAsync(scene.Organization);
        await scene.Desk.Service<AppointmentService>().BookAsync(new() { PatientId = late.Id, ClinicianId = scene.Doctor.StaffMemberId, StartsAt = db.Now.AddMinutes(90) }, None);
        schedule.WaitForAssertion(() => Assert.Equal(3, schedule.FindAll("tbody tr").Count), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task An_empty_schedule_says_so_and_a_stranger_to_it_is_refused()
    {
        var scene = await SceneAsync();
        var empty = Show<TodayScheduleWidget>(scene.Doctor, [Role.Doctor]);
        empty.WaitForAssertion(() => Assert.Contains("No visits on this day", empty.Markup));
        var refused = Show<TodayScheduleWidget>(scene.Desk, [Role.Receptionist]);
        refused.WaitForAssertion(() => Assert.Contains("You may not see your schedule", refused.Markup));
    }

    [Fact]
    public async Task A_patient_sees_the_next_visit_and_changes_it_only_before_the_cut_off()
    {
        var scene = await SceneAsync();
        var patient = await db.People.PatientAsync(scene.Organization);
        var none = Show<MyAppointmentsWidget>(patient, [Role.Patient]);
        none.WaitForAssertion(() => Assert.Contains("No visit is booked", none.Markup));

        await db.Given.AppointmentAsync(scene.Doctor, patient.PatientId!.Value, db.Now.AddMinutes(60));
        var soon = Show<MyAppointmentsWidget>(patient, [Role.Patient]);
        soon.WaitForAssertion(() => Assert.Contains("please call the hospital", soon.Markup));
        Assert.DoesNotContain(soon.FindAll("button"), button => button.TextContent.StartsWith("Cancel visit", StringComparison.Ordinal));

        var second = await db.People.PatientAsync(scene.Organization);
        await db.Given.AppointmentAsync(scene.Doctor, second.PatientId!.Value, db.Now.AddHours(30));
        var later = Show<MyAppointmentsWidget>(second, [Role.Patient]);
        later.WaitForAssertion(() => Assert.Contains(later.FindAll("button"), button => button.TextContent.StartsWith("Cancel visit", StringComparison.Ordinal)));
        Assert.Contains(later.FindAll("a"), link => link.GetAttribute("href")!.StartsWith("/appointments/book?move=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_queue_counts_who_is_due_arrived_and_waiting()
    {
        var scene = await SceneAsync();
        await RowAsync(scene, AppointmentStatus.Booked, db.Now.AddMinutes(30));
        await RowAsync(scene, AppointmentStatus.Arrived, db.Now.AddMinutes(60));
        await RowAsync(scene, AppointmentStatus.CheckedIn, db.Now.AddMinutes(90));
        var queue = Show<CheckInQueueWidget>(scene.Desk, [Role.Receptionist]);
        queue.WaitForAssertion(() => Assert.Contains("1 due, 1 arrived, 1 waiting", queue.Markup));
        Assert.Single(queue.FindAll("tr.current .btn-primary"));
    }

    [Fact]
    public async Task A_house_where_nobody_can_be_booked_says_so_and_what_comes_next()
    {
        var organization = await db.Given.OrganizationAsync();
        var desk = Show<BookAppointmentPage>(await db.People.ReceptionistAsync(organization), [Role.Receptionist]);
        desk.WaitForAssertion(() => Assert.Contains("Nobody can be booked yet", desk.Markup));
        Assert.Empty(desk.FindAll("[aria-busy=true], #book-clinician"));
        Assert.Contains("An administrator of the organisation", desk.Find(".state").TextContent);
    }

    [Theory]
    [InlineData("move", "Change time", "The visit that this link moves does not exist")]
    [InlineData("patient", "Book appointment", "The patient whom this link books for is not registered here")]
    public async Task A_link_about_nothing_books_nothing_else_instead(string key, string heading, string words)
    {
        var scene = await SceneAsync();
        var elsewhere = await SceneAsync();
        var theirs = await RowAsync(elsewhere, AppointmentStatus.Booked, db.Now.AddHours(5));
        foreach (var value in new[] { "nonsense", (key == "move" ? theirs.Id : theirs.PatientId).ToString() })
        {
            var page = Show<BookAppointmentPage>(scene.Desk, [Role.Receptionist], address: $"/appointments/book?{key}={value}");
            page.WaitForAssertion(() => Assert.Contains(words, page.Find("[role=alert]").TextContent));
            Assert.Equal(heading, page.Find("h1").TextContent);
            Assert.Empty(page.FindAll("#book-clinician, .next-free"));
        }
    }

    [Fact]
    public async Task A_link_about_somebody_books_for_them()
    {
        var scene = await SceneAsync();
        var patient = await db.Given.PatientAsync(scene.Organization, "Ada", "Linked");
        var page = Show<BookAppointmentPage>(scene.Desk, [Role.Receptionist], address: $"/appointments/book?patient={patient.Id}");
        page.Click(".next-free button");
        page.WaitForAssertion(() => Assert.Contains("Ada Linked", page.Find(".book-dialog, [role=dialog]").TextContent));
    }

    [Fact]
    public async Task Arrivals_show_no_reason_of_a_visit()
    {
        var scene = await SceneAsync();
        await RowAsync(scene, AppointmentStatus.Booked, db.Now.AddMinutes(30));
        var accountant = await db.People.AccountantAsync(scene.Organization);
        var arrivals = Show<ArrivalsWidget>(accountant, [Role.Accountant]);
        arrivals.WaitForAssertion(() => Assert.Single(arrivals.FindAll("tbody tr")));
        Assert.DoesNotContain("Given", arrivals.Markup);
        Assert.Empty(arrivals.FindAll("tbody a"));
    }

    [Fact]
    public async Task Arrivals_are_narrowed_to_who_waits_and_to_ones_own()
    {
        var scene = await SceneAsync();
        await RowAsync(scene, AppointmentStatus.Booked, db.Now.AddMinutes(30));
        await RowAsync(scene, AppointmentStatus.Arrived, db.Now.AddMinutes(60));
        var other = await db.People.DoctorAsync(scene.Organization);
        foreach (var (person, who, count) in new[] { (scene.Doctor, ArrivalsShown.Mine, 2), (scene.Doctor, ArrivalsShown.WaitingForMe, 1), (other, ArrivalsShown.Mine, 0), (other, ArrivalsShown.Waiting, 1) })
        {
            var arrivals = Show<ArrivalsWidget>(person, [Role.Doctor], p => p.Add(w => w.All, true).Add(w => w.Who, who));
            arrivals.WaitForAssertion(() => Assert.Empty(arrivals.FindAll("[aria-busy=true]")));
            Assert.Equal((who, count), (who, arrivals.FindAll("tbody tr").Count));
            Assert.Equal(count > 0 && person == other, arrivals.Markup.Contains("Not in your care", StringComparison.Ordinal)); // said before the press
        }
    }

    [Fact]
    public async Task Hours_that_overlap_are_refused_in_the_dialog_under_their_field()
    {
        var scene = await SceneAsync();
        var admin = await db.People.AdministratorAsync(scene.Organization);
        var dialog = Show<SetHoursDialog>(admin, [Role.Administrator], p => p.Add(d => d.Form, new SetWorkingHoursForm { ClinicianId = scene.Doctor.StaffMemberId, From = "09:00", To = "10:00" }));
        dialog.Submit();
        dialog.WaitForAssertion(() => Assert.Contains("overlap", dialog.Find("#field-from-error").TextContent));
    }

    private async Task<Scene> SceneAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var doctor = await db.People.DoctorAsync(organization, "Dr Screen");
        await db.Given.AlwaysWorkingAsync(doctor);
        return new Scene(organization, doctor, await db.People.ReceptionistAsync(organization));
    }

    private sealed record Scene(Guid Organization, ActingPerson Doctor, ActingPerson Desk);

    /// <summary>A visit as the real services bring it into this state.</summary>
    private async Task<AppointmentRow> RowAsync(Scene scene, AppointmentStatus status, DateTime at)
    {
        var desk = scene.Desk.Service<AppointmentService>();
        var patient = await db.Given.PatientAsync(scene.Organization);
        var visit = await db.Given.AppointmentAsync(scene.Doctor, patient.Id, at);
        if (status == AppointmentStatus.Arrived)
        {
            Assert.Null((await desk.ArriveAsync(visit.Id, None)).Error);
        }
        else if (status is AppointmentStatus.CheckedIn or AppointmentStatus.Fulfilled)
        {
            Assert.Null((await desk.CheckInAsync(visit.Id, None)).Error);
        }

        if (status == AppointmentStatus.Fulfilled)
        {
            var doctor = scene.Doctor.Service<AppointmentService>();
            Assert.Null((await doctor.StartAsync(visit.Id, None)).Error);
            Assert.Null((await doctor.FulfilAsync(visit.Id, None)).Error);
        }

        return (await desk.GetAsync(visit.Id, None)).Value;
    }

    /// <summary>Renders as this person sees it, with what the layout cascades. One person per context: later ones get a context of their own.</summary>
    private IRenderedComponent<T> Show<T>(ActingPerson person, Role[] roles, Action<ComponentParameterCollectionBuilder<T>>? parameters = null, string? address = null) where T : IComponent
    {
        var screen = new BunitContext();
        _screens.Add(screen);
        screen.JSInterop.Mode = JSRuntimeMode.Loose;
        screen.Services.AddLogging();
        screen.Services.AddSingleton<TimeProvider>(db.Clock);
        screen.Services.AddSingleton(db.Services.GetRequiredService<ChangeFeed>());
        screen.Services.AddSingleton<IAnnouncer>(new Heard(_said));
        screen.Services.AddFallbackServiceProvider(person.Services);
        if (address is not null)
        {
            screen.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        }

        var viewer = new Viewer(person.UserId, "Somebody", person.OrganizationId, "Hospital", Lagos, roles, [], person.StaffMemberId, person.PatientId);
        return screen.Render<T>(p =>
        {
            p.AddCascadingValue(viewer);
            p.AddCascadingValue(new OrganizationClock(Lagos, db.Clock));
            parameters?.Invoke(p);
        });
    }

    private readonly List<BunitContext> _screens = [];

    protected override void Dispose(bool disposing)
    {
        foreach (var screen in _screens)
        {
            screen.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        base.Dispose(disposing);
    }

    private sealed class Heard(List<string> said) : IAnnouncer
    {
        public void Say(string text) => said.Add(text);

        public void Done(string text) => said.Add(text);
    }
}
