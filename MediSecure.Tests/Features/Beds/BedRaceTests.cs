using MediSecure.Data.Access;
using MediSecure.Data.Features.Beds;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Beds;

/// <summary>Two hundred at once: one wins, everybody else is told why, and nothing else happens.</summary>
public abstract class BedRaceTests(TestDatabase db)
{
    private const int Many = 200;

    [Fact]
    public async Task Two_hundred_admissions_to_one_bed_let_exactly_one_in()
    {
        var ward = await WardOf.NewAsync(db);
        var bed = await ward.BedAsync();
        var patients = new List<Guid>();
        for (var i = 0; i < Many; i++)
        {
            patients.Add((await ward.PatientAsync()).Id);
        }

        var results = await AtOnceAsync(i => ward.Beds.AdmitAsync(ward.Admission(patients[i], bed.Id), default));
        Assert.Equal(1, results.Count(r => r is null));
        Assert.All(results.Where(r => r is not null), code => Assert.Equal("bed.not-free", code));
        await AssertOneAsync(ward);
    }

    [Fact]
    public async Task Two_hundred_admissions_of_one_patient_give_exactly_one_bed()
    {
        var ward = await WardOf.NewAsync(db);
        var patient = await ward.PatientAsync();
        var room = await db.Given.RoomAsync(ward.OrganizationId);
        var beds = new List<Guid>();
        for (var i = 0; i < Many; i++)
        {
            beds.Add((await db.Given.BedAsync(ward.OrganizationId, room)).Id);
        }

        var results = await AtOnceAsync(i => ward.Beds.AdmitAsync(ward.Admission(patient.Id, beds[i]), default));
        Assert.Equal(1, results.Count(r => r is null));
        Assert.All(results.Where(r => r is not null), code => Assert.Equal("encounter.already-inpatient", code));
        await AssertOneAsync(ward);
    }

    [Fact]
    public async Task Patients_who_swap_beds_at_the_same_time_neither_deadlock_nor_share_a_bed()
    {
        var ward = await WardOf.NewAsync(db);
        var beds = new List<Guid>();
        var stays = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            beds.Add((await ward.BedAsync()).Id);
        }

        for (var i = 0; i < 3; i++)
        {
            stays.Add(await ward.AdmittedAsync((await ward.PatientAsync()).Id, beds[i]));
        }

        var results = await AtOnceAsync(async i => await ward.Beds.TransferAsync(new TransferPatientForm { EncounterId = stays[i % 3], BedId = beds[(i / 3) % 6] }, default), 60);
        Assert.All(results, code => Assert.True(code is null or "bed.not-free" or "bed.same-bed", code));
        var open = await ward.LookAsync(look => look.BedStays.Where(s => s.ReleasedAt == null).ToListAsync());
        Assert.Equal((3, 3), (open.Count, open.Select(s => s.BedId).Distinct().Count()));
        Assert.Equal(results.Count(r => r is null), await ward.SuccessesAsync(Permission.TransferPatient));
    }

    /// <summary>Starts all behind one gate and gives the refusal of each, null for the winner.</summary>
    private static async Task<string?[]> AtOnceAsync<T>(Func<int, Task<T>> act, int count = Many) where T : MediSecure.Data.Common.Result
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            await gate.Task;
            return (await act(i)).Error?.Code;
        })).ToList();
        gate.SetResult();
        return await Task.WhenAll(all);
    }

    private static async Task AssertOneAsync(WardOf ward)
    {
        Assert.Equal((1, 1), await ward.LookAsync(async look => (await look.BedStays.CountAsync(), await look.Encounters.CountAsync())));
        Assert.Equal(1, await ward.SuccessesAsync(Permission.AdmitPatient));
        Assert.Equal(1, await ward.LookAsync(look => look.Beds.CountAsync(b => b.Status == BedStatus.Occupied)));
    }
}

public sealed class BedRaceOnSqlite(SqliteDatabase db) : BedRaceTests(db), IClassFixture<SqliteDatabase>;

public sealed class BedRaceOnPostgres(PostgresDatabase db) : BedRaceTests(db), IClassFixture<PostgresDatabase>;
