using MediSecure.Data.Access;
using MediSecure.Data.Features.Fluids;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Fluids;

/// <summary>The day of a fluid chart.</summary>
public sealed class FluidDayTests
{
    [Theory]
    [InlineData("Africa/Lagos", "2026-03-02T04:59:59", "2026-03-01")]
    [InlineData("Africa/Lagos", "2026-03-02T05:00:00", "2026-03-02")]
    [InlineData("Africa/Lagos", "2026-03-03T04:59:59", "2026-03-02")]
    [InlineData("Europe/London", "2026-03-29T04:59:59", "2026-03-28")]
    [InlineData("Europe/London", "2026-03-29T05:00:00", "2026-03-29")]
    public void It_begins_at_six_on_the_organisations_clock(string zone, string utc, string day)
    {
        var at = DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);
        var on = FluidDay.Of(TimeZoneInfo.FindSystemTimeZoneById(zone), at);
        Assert.Equal(day, on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var (starts, ends) = FluidDay.Bounds(TimeZoneInfo.FindSystemTimeZoneById(zone), on);
        Assert.InRange(at, starts, ends.AddTicks(-1));
    }

    [Fact]
    public void The_days_of_a_change_of_the_clock_have_23_and_25_hours()
    {
        var london = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        Assert.Equal([23, 24, 25], new[] { new DateOnly(2026, 3, 28), new DateOnly(2026, 3, 29), new DateOnly(2026, 10, 24) }.Select(day => (FluidDay.Bounds(london, day).EndsAt - FluidDay.Bounds(london, day).StartsAt).Hours switch { 0 => 24, 1 => 25, var h => h }));
    }
}

/// <summary>Recording fluids and their balance on a real database.</summary>
public abstract class FluidServiceTests(TestDatabase db)
{
    [Fact]
    public async Task A_day_adds_up_from_six_to_six_with_a_running_balance()
    {
        var nurse = await db.People.NurseAsync(await db.Given.OrganizationAsync(), "Joy Okafor");
        var patient = (await db.Given.PatientOfAsync(nurse)).Id;
        var fluids = nurse.Service<FluidService>();
        async Task AddAsync(FluidKind kind, int amount, DateTime at) => Assert.Null((await fluids.RecordAsync(patient, new() { Kind = kind, Millilitres = amount, TakenAt = at }, default)).Error);

        var six = new DateTime(db.Now.Year, db.Now.Month, db.Now.Day, 5, 0, 0, DateTimeKind.Utc); // six in Lagos
        await AddAsync(FluidKind.Urine, 400, six.AddSeconds(-1));
        await AddAsync(FluidKind.Intravenous, 1_000, six);
        await AddAsync(FluidKind.Urine, 0, six.AddHours(1)); // zero is a value
        await AddAsync(FluidKind.Urine, 300, six.AddHours(2));
        var same = new RecordFluidForm { Kind = FluidKind.Oral, Millilitres = 150, TakenAt = six.AddHours(2.5) };
        Assert.Null((await fluids.RecordAsync(patient, same, default)).Error);
        Assert.Null((await fluids.RecordAsync(patient, same, default)).Error);

        var day = (await fluids.DayAsync(patient, null, default)).Value;
        Assert.Equal((1_150, 300, 850), (day.Intake, day.Output, day.Balance));
        Assert.Equal([1_000, 1_000, 700, 850], day.Rows.Select(r => r.Balance));
        Assert.Equal([-400, 850], day.Days.Select(d => d.Balance));
        Assert.Equal(-400, (await fluids.DayAsync(patient, day.On.AddDays(-1), default)).Value.Balance);

        Assert.Null((await fluids.MarkInErrorAsync(patient, new() { EntryId = same.Id, Reason = "Not drunk" }, default)).Error);
        Assert.Equal("fluids.already-in-error", (await fluids.MarkInErrorAsync(patient, new() { EntryId = same.Id, Reason = "Not drunk" }, default)).Error?.Code);
        var after = (await fluids.DayAsync(patient, null, default)).Value;
        Assert.Equal((700, "Not drunk", null), (after.Balance, after.Rows[^1].ErrorReason, after.Rows[^1].Balance));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_so_is_who_may_not()
    {
        var organization = await db.Given.OrganizationAsync();
        var nurse = await db.People.NurseAsync(organization);
        var patient = (await db.Given.PatientOfAsync(nurse)).Id;
        var fluids = nurse.Service<FluidService>();
        Assert.Equal("Kind", (await fluids.RecordAsync(patient, new() { Millilitres = 10 }, default)).Error?.Field);
        Assert.Equal("Millilitres", (await fluids.RecordAsync(patient, new() { Kind = FluidKind.Oral }, default)).Error?.Field);
        Assert.Equal("Millilitres", (await fluids.RecordAsync(patient, new() { Kind = FluidKind.Oral, Millilitres = -1 }, default)).Error?.Field);
        Assert.Equal("Millilitres", (await fluids.RecordAsync(patient, new() { Kind = FluidKind.Oral, Millilitres = 10_001 }, default)).Error?.Field);
        Assert.Equal("fluids.in-the-future", (await fluids.RecordAsync(patient, new() { Kind = FluidKind.Oral, Millilitres = 10, TakenAt = db.Now.AddMinutes(3) }, default)).Error?.Code);

        await db.ArrangeAsync(organization, async look => (await look.Patients.SingleAsync(p => p.Id == patient)).RecordDeath(db.Now.AddHours(-1)));
        Assert.Equal("fluids.after-death", (await fluids.RecordAsync(patient, new() { Kind = FluidKind.Oral, Millilitres = 10 }, default)).Error?.Code);
        Assert.Null((await fluids.RecordAsync(patient, new() { Kind = FluidKind.Oral, Millilitres = 10, TakenAt = db.Now.AddHours(-1) }, default)).Error); // what was before it can still be written down

        var other = (await db.People.NurseAsync(organization)).Service<FluidService>();
        Assert.Equal("chart.not-your-patient", (await other.DayAsync(patient, null, default)).Error?.Code);
        Assert.Equal("chart.not-your-patient", (await other.RecordAsync(patient, new() { Kind = FluidKind.Oral, Millilitres = 10 }, default)).Error?.Code);
        var stranger = (await db.People.NurseAsync(await db.Given.OrganizationAsync())).Service<FluidService>();
        Assert.Equal("not-found", (await stranger.DayAsync(patient, null, default)).Error?.Code);
        var accountant = (await db.People.AccountantAsync(organization)).Service<FluidService>();
        await Assert.ThrowsAsync<AccessDeniedException>(() => accountant.DayAsync(patient, null, default));
    }
}

public sealed class FluidServiceOnSqlite(SqliteDatabase db) : FluidServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class FluidServiceOnPostgres(PostgresDatabase db) : FluidServiceTests(db), IClassFixture<PostgresDatabase>;
