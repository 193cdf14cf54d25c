using Bunit;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.Deaths;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Deaths;

/// <summary>The part of the overview that says that a patient died.</summary>
public sealed class DeathScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task A_death_that_only_the_bed_board_recorded_is_taken_back_with_a_reason()
    {
        var doctor = await Db.People.DoctorAsync(await Db.Given.OrganizationAsync());
        var patient = await Db.Given.PatientOfAsync(doctor);
        await Db.ArrangeAsync(doctor.OrganizationId, async open => (await open.Patients.SingleAsync(p => p.Id == patient.Id)).RecordDeath(Db.Now));
        await LookAsAsync(doctor);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        var part = Render<DeathPart>(p => p.Add(one => one.PatientId, patient.Id));
        part.WaitForAssertion(() => Assert.Equal(["Record cause", "Take back"], part.FindAll("button").Select(b => b.TextContent.Trim())));
        part.Click("button", all => all.Single(b => b.TextContent.Trim() == "Take back"));
        part.Change("#field-reason", "Next bed");
        part.Submit();
        part.WaitForAssertion(() => Assert.Contains("Taken back: the patient counts as alive.", Announced.All));
        part.WaitForAssertion(() => Assert.Equal(["Record death"], part.FindAll("button").Select(b => b.TextContent.Trim())));
        Assert.Null(await Db.LookAsync(doctor.OrganizationId, look => look.Patients.Where(p => p.Id == patient.Id).Select(p => p.DeceasedAt).SingleAsync()));
    }
}
