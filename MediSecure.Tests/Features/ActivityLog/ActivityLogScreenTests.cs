using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.ActivityLog;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.ActivityLog;

/// <summary>The log's screens over the real services.</summary>
public sealed class ActivityLogScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task<(ActingPerson Admin, ActingPerson Desk, PatientRow Patient)> SceneAsync()
    {
        var organization = await Db.Given.OrganizationAsync();
        var desk = await Db.People.ReceptionistAsync(organization, "Grace Screen");
        var outcome = await desk.Service<PatientService>().RegisterAsync(Guid.CreateVersion7(), new RegisterPatientForm { GivenName = "Ngozi", Sex = Sex.Female, BirthDate = new DateOnly(1990, 1, 1) }, false, CancellationToken.None);
        var admin = await Db.People.AdministratorAsync(organization, "Ifeoma Screen");
        await LookAsAsync(admin);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        return (admin, desk, outcome.Value.Registered!);
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task The_log_reads_as_sentences_with_the_patient_beside()
    {
        var scene = await SceneAsync();
        var page = Render<ActivityLogPage>();
        page.WaitForAssertion(() => Assert.Contains("Grace Screen registered Ngozi", page.Markup));
        Assert.Contains(scene.Patient.RecordNumber, page.Find($"a[href='/patients/{scene.Patient.Id}']").ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_is_in_the_address_by_id_and_never_by_name()
    {
        var scene = await SceneAsync();
        Navigation.NavigateTo($"/activity-log?person={scene.Desk.UserId}&patient={scene.Patient.Id}&operation=RegisterPatient&outcome=Success");
        var page = Render<ActivityLogPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Contains("Ngozi", page.Find(".patient-picked").TextContent, StringComparison.Ordinal);

        page.Change("#field-outcome", "1");
        Assert.Contains("outcome=Refused", Navigation.Uri, StringComparison.Ordinal);
        Assert.Contains($"person={scene.Desk.UserId}", Navigation.Uri, StringComparison.Ordinal);
        Assert.DoesNotContain("Ngozi", Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("Nothing matches these filters", page.Markup));
    }

    [Theory]
    [InlineData("?person=nobody&operation=1%3Bdrop&outcome=99&from=31-31-31&until=infinity")]
    [InlineData("?outcome=1%3Bdrop")]
    public async Task An_address_that_makes_no_sense_filters_nothing(string query)
    {
        await SceneAsync();
        Navigation.NavigateTo("/activity-log" + query);
        var page = Render<ActivityLogPage>();
        page.WaitForAssertion(() => Assert.Contains("Grace Screen registered Ngozi", page.Markup));
    }

    [Fact]
    public async Task Older_events_are_added_below()
    {
        var scene = await SceneAsync();
        await Db.AddAsync(scene.Admin.OrganizationId, [.. Enumerable.Range(0, 70).Select(i => new AuditEvent
        {
            OrganizationId = scene.Admin.OrganizationId, Id = Guid.CreateVersion7(), RecordedAt = Db.Now.AddMinutes(-i - 1), EventCode = nameof(Permission.EditRooms), Action = AuditAction.Update, Outcome = AuditOutcome.Success,
            ActorRoles = "Administrator", Purpose = AuditPurpose.Operations, Node = "test", AppVersion = "0",
        })]);
        Navigation.NavigateTo("/activity-log?operation=EditRooms");
        var page = Render<ActivityLogPage>();
        page.WaitForAssertion(() => Assert.Equal(50, page.FindAll("tbody tr").Count));
        page.Click("button", all => all.Single(b => b.TextContent.Trim() == "Show older"));
        page.WaitForAssertion(() => Assert.Equal(70, page.FindAll("tbody tr").Count));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() == "Show older");
    }

    [Fact]
    public async Task The_widget_shows_what_changed_lately()
    {
        await SceneAsync();
        var widget = Render<RecentActivityWidget>();
        widget.WaitForAssertion(() => Assert.Contains(widget.FindAll("li"), row => row.TextContent.Contains("Grace Screen registered Ngozi", StringComparison.Ordinal)));
    }
}
