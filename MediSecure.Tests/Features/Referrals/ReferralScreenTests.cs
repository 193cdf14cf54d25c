using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Problems;
using MediSecure.Data.Features.Referrals;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.Referrals;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Referrals;

/// <summary>The form and the lists over the real services.</summary>
public sealed class ReferralScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task LookWithClockAsync(ActingPerson person)
    {
        await LookAsAsync(person);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
    }

    private static AngleSharp.Dom.IElement Field<T>(IRenderedComponent<T> form, string label) where T : IComponent =>
        form.Find("#" + Assert.Single(form.FindAll("label"), one => one.TextContent.Replace(" optional", "", StringComparison.Ordinal).Trim() == label).GetAttribute("for"));

    [Fact]
    public async Task The_form_names_what_is_missing_keeps_what_was_typed_and_sends()
    {
        var scene = await ReferralScene.NewAsync(Db);
        await LookWithClockAsync(scene.Doctor);
        var done = 0;
        var form = Render<ReferDialog>(p => p.Add(d => d.PatientId, scene.Patient.Id).Add(d => d.OnClose, () => { }).Add(d => d.OnDone, () => done++));
        form.WaitForAssertion(() => Assert.True(Field(form, "Where").QuerySelectorAll("option").Length > 1));
        var place = Assert.Single(Field(form, "Where").QuerySelectorAll("option"), option => option.TextContent.EndsWith(": " + scene.Department.Name, StringComparison.Ordinal));
        form.On(() => Field(form, "Where"), field => field.Change(place.GetAttribute("value")));
        Assert.Equal("Cardiology", Field(form, "Specialty").GetAttribute("value")); // of the department
        Assert.DoesNotContain(form.FindAll("label"), label => label.TextContent.Contains("Outside address", StringComparison.Ordinal));
        form.On(() => Field(form, "Reason"), field => field.Change("Murmur"));
        form.Submit();
        Assert.Contains("Choose how urgent it is.", form.Markup, StringComparison.Ordinal);
        Assert.Contains("Choose what is asked for.", form.Markup, StringComparison.Ordinal);
        Assert.Equal("Murmur", Field(form, "Reason").GetAttribute("value"));
        form.On(() => Field(form, "Urgency"), field => field.Change("1"));
        form.On(() => Field(form, "Asked for"), field => field.Change("0"));
        form.Submit();
        form.WaitForAssertion(() => Assert.Equal(1, done));
        Assert.Contains("Referral sent.", Announced.All);
        Assert.Equal(ReferralUrgency.Urgent, Assert.Single((await scene.Reception.ListAsync(false, new(), default)).Value.Rows).Urgency);
    }

    [Fact]
    public async Task A_draft_to_an_outside_address_keeps_its_diagnoses_also_those_that_no_longer_match()
    {
        var scene = await ReferralScene.NewAsync(Db);
        HealthProblem Problem(string title) => new(Guid.CreateVersion7(), scene.Here, scene.Patient.Id, new ProblemFacts(title, null, null, null, null), ProblemVerification.Confirmed, scene.Doctor.UserId, Db.Now);
        var (murmur, fever, gout) = (Problem("Heart murmur"), Problem("Fever"), Problem("Gout"));
        await Db.AddAsync(scene.Here, murmur, fever, gout);
        var draft = scene.Form();
        (draft.OrganizationId, draft.DepartmentId, draft.Outside, draft.Specialty, draft.ProblemIds) = (null, null, "Dr Far, Abuja", "Cardiology", [murmur.Id, fever.Id, gout.Id]);
        await scene.DraftAsync(draft);
        await Db.ArrangeAsync(scene.Here, async open =>
        {
            Assert.False((await open.HealthProblems.SingleAsync(p => p.Id == fever.Id)).MoveTo(ProblemStatus.Resolved, DateOnly.FromDateTime(Db.Now)).Failed);
            Assert.False((await open.HealthProblems.SingleAsync(p => p.Id == gout.Id)).EnterInError("Another patient's", scene.Doctor.UserId, Db.Now).Failed);
        });
        await LookWithClockAsync(scene.Doctor);
        var opened = (await scene.Referrals.ReadAsync(scene.Patient.Id, draft.Id, default)).Value;
        var done = 0;
        var form = Render<ReferDialog>(p => p.Add(d => d.PatientId, scene.Patient.Id).Add(d => d.Draft, opened).Add(d => d.OnClose, () => { }).Add(d => d.OnDone, () => done++));
        form.WaitForAssertion(() => Assert.Equal(["Heart murmur", "Fever (no longer active)", "Gout"], form.FindAll(".checklist .check").Where(one => one.QuerySelector("input")!.HasAttribute("checked")).Select(one => one.TextContent.Trim())));
        form.FindAll(".checklist .check").Single(one => one.TextContent.Trim() == "Gout").QuerySelector("input")!.Change(false);
        form.Submit();
        form.WaitForAssertion(() => Assert.Equal(1, done));
        Assert.Equal(["Fever", "Heart murmur"], (await scene.Referrals.ReadAsync(scene.Patient.Id, draft.Id, default)).Value.Text.Diagnoses.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reception_sees_who_and_by_when_and_no_letter_and_accepts()
    {
        var scene = await ReferralScene.NewAsync(Db);
        var id = await scene.SentAsync();
        await LookWithClockAsync(scene.Desk);
        var page = Render<ReferralsPage>();
        page.WaitForAssertion(() => Assert.Contains(scene.Patient.DisplayName, page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Murmur", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() is "Letter" or "Report");
        page.Click("button", all => all.Single(button => button.TextContent.Trim() == "Accept"));
        page.WaitForAssertion(() => Assert.Contains($"Referral of {scene.Patient.DisplayName} accepted.", Announced.All));
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => button.TextContent.Trim() == "Register"));
        Assert.Equal(ReferralProgress.Accepted, (await scene.SenderRowAsync(id)).Progress);
    }

    [Fact]
    public async Task A_wrong_link_shows_both_names_and_is_taken_back_with_a_reason()
    {
        var scene = await ReferralScene.NewAsync(Db);
        var id = await scene.SentAsync();
        ReferralScene.Ok(await scene.Reception.AcceptAsync(id, default));
        var wrong = await Db.Given.PatientAsync(scene.There, "Wrong", "Person", scene.Patient.BirthDate);
        ReferralScene.Ok(await scene.Reception.LinkAsync(new() { ReferralId = id, PatientId = wrong.Id, Confirmed = true }, default));
        await LookWithClockAsync(scene.Desk);
        var page = Render<ReferralsPage>();
        page.WaitForAssertion(() => Assert.Contains($"Referred as {scene.Patient.DisplayName}, F", page.Markup, StringComparison.Ordinal));
        page.Click("button", all => all.Single(button => button.TextContent.Trim() == "Unlink"));
        page.On(() => Field(page, "Reason"), field => field.Change("Namesake"));
        page.Submit();
        page.WaitForAssertion(() => Assert.Contains("Wrong Person is no longer linked.", Announced.All));
        Assert.Null((await scene.CopyAsync(id)).PatientId);
    }

    [Fact]
    public async Task Overdue_stands_there_in_words()
    {
        var scene = await ReferralScene.NewAsync(Db);
        await scene.SentAsync();
        await Db.ArrangeAsync(scene.There, open => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(open.Database, """UPDATE "IncomingReferrals" SET "DueAt" = {0}""", Db.Now.AddDays(-1)));
        await LookWithClockAsync(scene.Desk);
        var widget = Render<IncomingReferralsWidget>();
        widget.WaitForAssertion(() => Assert.Contains("Overdue, no visit", widget.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_nurse_sees_referrals_and_cannot_refer()
    {
        var scene = await ReferralScene.NewAsync(Db);
        await scene.SentAsync();
        var nurse = await Db.People.NurseAsync(scene.Here);
        await Db.Given.TreatsAsync(nurse, scene.Patient.Id);
        await LookWithClockAsync(nurse);
        var panel = Render<ReferralsPanel>(p => p.Add(one => one.PatientId, scene.Patient.Id));
        panel.WaitForAssertion(() => Assert.Contains("Sent, not answered", panel.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(panel.FindAll("button"), button => button.TextContent.Trim() == "Refer");
        Assert.False(Role.Nurse.Grants(Permission.WriteReferral));
    }
}
