using Bunit;
using MediSecure.Data.Access;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.ActivityLog;
using MediSecure.Web.Features.ActivityReviews;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.ActivityReviews;

/// <summary>The review's page and the patient's, over the real services.</summary>
public sealed class ActivityReviewScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task LookAtAsync(ActingPerson person)
    {
        await LookAsAsync(person);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
    }

    [Fact]
    public async Task A_finding_is_reviewed_with_a_note_and_leaves_the_list()
    {
        var organization = await Db.Given.OrganizationAsync();
        var nurse = await Db.People.NurseAsync(organization, "Joy Screen");
        var admin = await Db.People.AdministratorAsync(organization);
        await Db.AddAsync(organization, ActivityReviewServiceTests.Event(organization, Db.Now.AddDays(-4), nurse.UserId, code: nameof(Permission.ExportActivityLog)));
        await LookAtAsync(admin);
        var page = Render<ActivityReviewPage>();
        page.WaitForAssertion(() => Assert.Contains("Joy Screen", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Contains("Waits over 72 hours", page.Find("tbody tr").TextContent, StringComparison.Ordinal);

        page.Click("button", all => all.Single(b => b.TextContent.StartsWith("Review", StringComparison.Ordinal)));
        page.Submit();
        page.WaitForAssertion(() => Assert.Contains("Write what you found out", page.Markup));
        page.Change("textarea", "Asked; the board wanted the figures.");
        page.Submit();
        page.WaitForAssertion(() => Assert.Contains("Nothing waits for a review", page.Markup));
        Assert.Contains("Reviewed.", Announced.All);
    }

    [Fact]
    public async Task The_widgets_say_when_there_is_nothing()
    {
        await LookAtAsync(await Db.People.AdministratorAsync(await Db.Given.OrganizationAsync()));
        var widget = Render<FindingsWidget>();
        widget.WaitForAssertion(() => Assert.Contains("Nothing waits for a review", widget.Markup));
    }

    [Fact]
    public async Task A_patient_reads_who_opened_the_record_and_own_views_apart()
    {
        var organization = await Db.Given.OrganizationAsync();
        var patient = await Db.People.PatientAsync(organization);
        var nurse = await Db.People.NurseAsync(organization, "Joy Viewer");
        await Db.AddAsync(organization, ActivityReviewServiceTests.Event(organization, Db.Now, nurse.UserId, patient.PatientId));
        await LookAtAsync(patient);
        var page = Render<RecordAccessPage>();
        page.WaitForAssertion(() => Assert.Contains("Joy Viewer", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Contains("Care", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/record-access?own=true");
        var own = Render<RecordAccessPage>();
        own.WaitForAssertion(() => Assert.Contains("Looked at who opened the record", own.Markup));
        var widget = Render<RecordAccessWidget>();
        widget.WaitForAssertion(() => Assert.Contains("Joy Viewer", widget.Markup));
    }
}
