using Bunit;
using MediSecure.Data.Features.Certificates;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.Certificates;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Tests.Features.Certificates;

/// <summary>The dialog that issues, and the list with what was revoked.</summary>
public sealed class CertificateScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task<(ActingPerson Doctor, Guid Patient)> LookAsync()
    {
        var doctor = await CertificateServiceTests.LicensedAsync(Db, await Db.Given.OrganizationAsync());
        var patient = await Db.Given.PatientOfAsync(doctor);
        await LookAsAsync(doctor);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        return (doctor, patient.Id);
    }

    [Fact]
    public async Task The_form_asks_for_what_is_missing_for_a_reason_and_for_a_confirmation_and_then_issues()
    {
        var (doctor, patient) = await LookAsync();
        var done = false;
        var dialog = Render<IssueCertificateDialog>(p => p.Add(d => d.PatientId, patient).Add(d => d.OnClose, () => { }).Add(d => d.OnDone, () => done = true));
        dialog.WaitForAssertion(() => Assert.True(dialog.FindAll("#field-encounterid option").Count > 1));
        dialog.Submit();
        dialog.WaitForAssertion(() => Assert.Equal(2, dialog.FindAll(".error-summary li").Count)); // kind and last day
        dialog.Change("#field-kind", "0");
        dialog.Change("#field-from", "20 02 2026");
        dialog.Change("#field-until", "20 03 2026");
        dialog.Submit();
        dialog.WaitForAssertion(() => Assert.Contains("more than 3 days before the visit", dialog.Find(".error-summary").TextContent));
        dialog.Change("#field-backdatedreason", "Telephoned on that day");
        dialog.Submit();
        dialog.WaitForAssertion(() => Assert.Contains("more than 14 days", dialog.Find(".error-summary").TextContent));
        dialog.Change("#field-confirmed", true);
        Assert.Empty(dialog.FindAll("#field-diagnosisid")); // off until the patient agrees
        dialog.Submit();
        dialog.WaitForAssertion(() => Assert.True(done));
        Assert.Single((await doctor.Service<CertificateService>().ListAsync(patient, CancellationToken.None)).Value);
    }

    [Fact]
    public async Task A_revoked_one_is_struck_through_with_its_reason()
    {
        var (doctor, patient) = await LookAsync();
        var form = new IssueCertificateForm { Kind = CertificateKind.SchoolAbsence, From = new DateOnly(2026, 3, 2), Until = new DateOnly(2026, 3, 3) };
        Assert.Null((await doctor.Service<CertificateService>().IssueAsync(patient, form, CancellationToken.None)).Error);
        var panel = Render<CertificatesPanel>(p => p.Add(d => d.PatientId, patient));
        panel.WaitForAssertion(() => Assert.Contains("2026-000001", panel.Markup));
        Assert.Empty(panel.FindAll("a.struck"));
        await panel.ClickAsync("button[aria-label='Revoke 2026-000001']");
        panel.Change("#field-reason", "Wrong dates");
        panel.Submit("[role=alertdialog] form, [role=dialog] form");
        panel.WaitForAssertion(() => Assert.Single(panel.FindAll("a.struck")));
        Assert.Contains("Wrong dates", panel.Markup, StringComparison.Ordinal);
    }
}
