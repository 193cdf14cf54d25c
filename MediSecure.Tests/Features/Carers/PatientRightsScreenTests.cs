using Bunit;
using MediSecure.Data.Features.Carers;
using MediSecure.Data.Features.Consents;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.Carers;
using MediSecure.Web.Features.Consents;
using MediSecure.Web.Features.PatientSignIns;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Carers;

/// <summary>Carers, decisions and the code at the desk, over the real services.</summary>
public sealed class PatientRightsScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task LookAtAsync(ActingPerson person)
    {
        await LookAsAsync(person);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
    }

    [Fact]
    public async Task A_patient_lets_somebody_act_reads_the_code_once_and_revokes_it()
    {
        await LookAtAsync(await Db.People.PatientAsync(await Db.Given.OrganizationAsync()));
        var page = Render<SharingPage>();
        page.WaitForAssertion(() => Assert.Contains("Nobody acts for you", page.Markup));
        page.Click("button", all => all.First(b => b.TextContent.Contains("Let somebody act for you", StringComparison.Ordinal)));
        page.Submit("[role=dialog] form");
        page.WaitForAssertion(() => Assert.Contains("Write the name of the person who will act.", page.Markup));
        page.Change("#field-carername", "Musa Bello");
        page.Change("[role=dialog] select", "2");
        page.Change("#field-untilon", "1 6 2026");
        page.Submit("[role=dialog] form");
        page.WaitForAssertion(() => Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$", page.Find("output").TextContent));
        page.Click("[role=dialog] button", all => all.Single(b => b.TextContent.Trim() == "Done"));
        page.WaitForAssertion(() => Assert.Contains("Code not used yet", page.Markup));
        Assert.Empty(page.FindAll("output"));

        page.Click("button", all => all.First(b => b.TextContent.StartsWith("Revoke", StringComparison.Ordinal)));
        page.Submit("[role=dialog] form");
        page.WaitForAssertion(() => Assert.Contains("Revoked", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_decision_is_saved_and_withdrawn()
    {
        var patient = await Db.People.PatientAsync(await Db.Given.OrganizationAsync());
        await Db.People.DoctorAsync(patient.OrganizationId, "Dr Kept Out");
        await LookAtAsync(patient);
        var panel = Render<ConsentsPanel>();
        panel.WaitForAssertion(() => Assert.Contains("No decisions yet", panel.Markup));
        panel.Click("button", all => all.Single(b => b.TextContent.Contains("Add a decision", StringComparison.Ordinal)));
        panel.Change("#field-scope", "1");
        panel.WaitForAssertion(() => Assert.Contains("Dr Kept Out", panel.Find("#field-staffmemberid").TextContent, StringComparison.Ordinal));
        panel.Change("#field-staffmemberid", "0");
        panel.Submit("[role=dialog] form");
        panel.WaitForAssertion(() => Assert.Contains("Dr Kept Out does not open the record", panel.Find("tbody tr").TextContent, StringComparison.Ordinal));
        panel.Click("button", all => all.First(b => b.TextContent.StartsWith("Withdraw", StringComparison.Ordinal)));
        panel.Submit("[role=dialog] form");
        panel.WaitForAssertion(() => Assert.Contains("Withdrawn", panel.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, await Db.LookAsync(patient.OrganizationId, look => look.Consents.CountAsync(c => c.WithdrawnAt != null)));
    }

    [Fact]
    public async Task The_desk_invites_and_withdraws()
    {
        var organization = await Db.Given.OrganizationAsync();
        var patient = await Db.Given.PatientAsync(organization);
        await LookAtAsync(await Db.People.ReceptionistAsync(organization));
        var panel = Render<PatientSignInPanel>(one => one.Add(p => p.PatientId, patient.Id));
        panel.WaitForAssertion(() => Assert.Contains("Invite to sign in", panel.Markup));
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Invite to sign in"));
        panel.WaitForAssertion(() => Assert.NotEmpty(panel.FindAll("output")));
        panel.Click("[role=dialog] button", all => all.Single(b => b.TextContent.Trim() == "Done"));
        panel.WaitForAssertion(() => Assert.Contains("5 tries are left", panel.Markup));
        panel.Click("button", all => all.Single(b => b.TextContent.Trim() == "Withdraw the code"));
        panel.WaitForAssertion(() => Assert.Contains("Invite to sign in", panel.Markup));
    }
}
