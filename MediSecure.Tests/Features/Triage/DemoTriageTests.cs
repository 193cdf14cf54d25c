using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Triage;

/// <summary>The demo's queue shows every state and level, and leaves the people of other stories alone.</summary>
public sealed class DemoTriageTests(DemoHouse house)
{
    [Fact]
    public async Task Every_state_level_and_outcome_is_there()
    {
        var (entries, visits, standings) = await house.LookAsync(DemoAccounts.General, async db => (await db.TriageEntries.AsNoTracking().ToListAsync(),
            await db.Encounters.AsNoTracking().Where(e => e.Class == EncounterClass.Emergency).ToListAsync(), await db.VitalStandings.AsNoTracking().ToListAsync()));
        Assert.Equal(Enum.GetValues<TriageStatus>(), entries.Select(e => e.Status).Distinct().Order());
        Assert.Equal([.. Enum.GetValues<TriageLevel>().Cast<TriageLevel?>().Prepend(null)], entries.Where(e => e.IsOpen).Select(e => e.Level).Distinct().Order());
        Assert.Equal([TriageDisposition.Home, TriageDisposition.Admitted, TriageDisposition.Transferred], entries.Select(e => e.Disposition).OfType<TriageDisposition>().Distinct().Order());
        var filled = entries.Max(e => e.RecordedAt).AddMinutes(2); // the youngest came three minutes before
        Assert.Contains(entries, e => e is { Status: TriageStatus.Waiting, Level: not null } && TriageTimes.IsLate(e.ArrivedAt, e.Level, filled));
        Assert.Contains(entries, e => e is { Status: TriageStatus.Waiting, Level: not null } && !TriageTimes.IsLate(e.ArrivedAt, e.Level, filled));
        Assert.Equal([false, true], entries.Where(e => e is { Status: TriageStatus.Waiting, Level: null }).Select(e => TriageTimes.IsLate(e.ArrivedAt, null, filled)).Order());
        Assert.Equal([EncounterStatus.Arrived, EncounterStatus.InProgress, EncounterStatus.Finished], visits.Select(v => v.Status).Distinct().Order());
        var open = entries.Where(e => e.IsOpen).Select(e => e.PatientId).ToHashSet();
        Assert.Equal([News2Status.Incomplete, News2Status.Scored], standings.Where(s => open.Contains(s.PatientId)).Select(s => s.Status).Distinct().OrderBy(s => s.ToString()));
        Assert.All(standings.Where(s => open.Contains(s.PatientId)), s => Assert.True(s.Response is null || News2Schedule.ReviewWithin(s.Response.Value) is null));
    }

    [Fact]
    public async Task Nobody_of_another_story_is_in_the_queue()
    {
        var queued = await house.LookAsync(DemoAccounts.General, db => db.TriageEntries.Select(t => t.PatientId).ToListAsync());
        Assert.DoesNotContain(queued, id => id == DemoWorld.Id("patient", DemoAccounts.General, "Amina Bello") || id == DemoWorld.Id("patient", DemoAccounts.General, "Chinedu Eze"));
        Assert.Equal(queued.Count, queued.Distinct().Count());
        Assert.Equal(0, await house.LookAsync(DemoAccounts.General, db => db.BedStays.CountAsync(s => queued.Contains(s.PatientId))));
        Assert.Equal(0, await house.LookAsync(DemoAccounts.General, db => db.Patients.CountAsync(p => queued.Contains(p.Id) && (p.DeceasedAt != null || p.UserId != null))));
    }
}
