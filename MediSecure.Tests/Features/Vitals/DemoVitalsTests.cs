using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Features.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Vitals;

/// <summary>What the demo shows of vital signs.</summary>
public sealed class DemoVitalsTests
{
    [Fact]
    public async Task Every_inpatient_has_a_course_that_the_rules_would_have_let_in_and_every_state_is_there()
    {
        await using var host = await DemoHost.StartAsync();
        await using (var look = host.Look(DemoAccounts.General))
        {
            var stays = await look.BedStays.Where(s => s.Status == MediSecure.Data.Features.Beds.BedStayStatus.Active).Select(s => s.PatientId).ToListAsync();
            var sets = await look.VitalSigns.AsNoTracking().ToListAsync();
            var standings = await look.VitalStandings.AsNoTracking().ToListAsync();
            Assert.All(stays, patient => Assert.Contains(standings, s => s.PatientId == patient));
            Assert.All(sets, set => Assert.Null(VitalCheck.Refusal(set.Values, new(true))));
            Assert.All(sets, set => Assert.True(set.TakenAt <= set.RecordedAt && set.RecordedAt <= host.Clock.GetUtcNow().UtcDateTime.AddMinutes(2)));
            Assert.All(standings, standing =>
            {
                var newest = sets.Where(s => s.PatientId == standing.PatientId && s.EnteredInErrorAt is null).MaxBy(s => s.TakenAt)!;
                var scored = newest.Status == News2Status.Incomplete ? sets.Where(s => s.PatientId == standing.PatientId && s is { EnteredInErrorAt: null, Score: not null }).MaxBy(s => s.TakenAt) : newest;
                Assert.Equal((newest.Id, scored?.Score, newest.Status), (standing.SetId, standing.Score, standing.Status));
            });
            Assert.Equal([News2Status.Incomplete, News2Status.NotApplicable, News2Status.Scored], standings.Select(s => s.Status).Distinct().OrderBy(s => s.ToString(), StringComparer.Ordinal));
            Assert.Contains(standings, s => s is { Status: News2Status.Incomplete, Score: not null });
            Assert.Contains(sets, s => s.EnteredInErrorAt is not null);
            Assert.Contains(sets, s => s.Pregnant);
            Assert.Contains(sets, s => s.Scale == SaturationScale.Two);
            var escalations = await look.Escalations.AsNoTracking().ToListAsync();
            Assert.Equal([EscalationStatus.Requested, EscalationStatus.Acknowledged, EscalationStatus.Attended, EscalationStatus.Closed], escalations.Select(e => e.Status).Distinct().Order());
            Assert.DoesNotContain(escalations, e => e.PatientId == DemoWorld.Id("patient", DemoAccounts.General, "Chinedu Eze"));
        }

        await using var nurse = await host.AsAsync("nurse.joy@chihealth.example");
        var risk = await nurse.ServiceProvider.GetRequiredService<VitalsService>().WardAsync(new(0, 50, "risk"), default);
        Assert.True(risk.Total >= 15);
        Assert.Equal(News2Response.Emergency, risk.Rows[0].Response);
        Assert.Equal([EscalationStatus.Requested, EscalationStatus.Acknowledged, EscalationStatus.Attended, EscalationStatus.Closed],
            (await nurse.ServiceProvider.GetRequiredService<EscalationService>().ListAsync(true, default)).Select(e => e.Status).Distinct().Order());
    }
}
