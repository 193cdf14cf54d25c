using MediSecure.Data.Access;
using MediSecure.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Fluids;

/// <summary>The fluid balance of a patient.</summary>
public sealed class FluidService(MediSecureDb doors, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One fluid day, today's when <paramref name="day"/> is null. Opens the chart.</summary>
    public async Task<Result<FluidBalance>> DayAsync(Guid patientId, DateOnly? day, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewFluids, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        if (day is { Year: < 1900 or > 2200 })
        {
            return FluidErrors.NoSuchDay;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));
        var on = day ?? FluidDay.Of(zone, Now);
        var (starts, ends) = FluidDay.Bounds(zone, on);
        var since = FluidDay.Bounds(zone, on.AddDays(-6)).StartsAt;
        var read = await (
            from entry in db.FluidEntries.AsNoTracking()
            where entry.TakenAt >= since && entry.TakenAt < ends
            from who in db.StaffMembers.Where(s => s.UserId == entry.RecordedBy).DefaultIfEmpty()
            orderby entry.TakenAt, entry.RecordedAt
            select new { Entry = entry, By = who.Name }).ToListAsync(ct);

        var (intake, output) = (0, 0);
        var rows = new List<FluidRow>();
        foreach (var r in read.Where(r => r.Entry.TakenAt >= starts))
        {
            var counts = r.Entry.EnteredInErrorAt is null;
            if (counts)
            {
                (intake, output) = r.Entry.Kind.IsIntake() ? (intake + r.Entry.Millilitres, output) : (intake, output + r.Entry.Millilitres);
            }

            rows.Add(new(r.Entry.Id, r.Entry.Kind, r.Entry.Millilitres, r.Entry.Note, r.Entry.TakenAt, r.By, counts ? intake - output : null, r.Entry.EnteredInErrorReason, r.Entry.EnteredInErrorAt));
        }

        var days = read.Where(r => r.Entry.EnteredInErrorAt is null).GroupBy(r => FluidDay.Of(zone, r.Entry.TakenAt)).OrderBy(g => g.Key)
            .Select(g => new FluidDayRow(g.Key, g.Where(r => r.Entry.Kind.IsIntake()).Sum(r => r.Entry.Millilitres), g.Where(r => !r.Entry.Kind.IsIntake()).Sum(r => r.Entry.Millilitres)));
        return new FluidBalance(on, starts, ends, rows, intake, output, [.. days]);
    }

    /// <summary>Records an amount. Safe to call again with the same id.</summary>
    public Task<Result> RecordAsync(Guid patientId, RecordFluidForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordFluids, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("patient", patientId, inner);
        if (await db.FluidEntries.AnyAsync(e => e.Id == form.Id, inner))
        {
            return Result.Ok;
        }

        var taken = form.TakenAt ?? Now;
        if (taken > Now + RecentTime.Tolerance)
        {
            return FluidErrors.InTheFuture;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(inner));
        var patient = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new { p.BirthDate, p.DeceasedAt }).SingleAsync(inner);
        if (LocalDay.Of(zone, taken) < patient.BirthDate)
        {
            return FluidErrors.BeforeBirth;
        }

        if (patient.DeceasedAt < taken)
        {
            return FluidErrors.AfterDeath;
        }

        db.Add(new FluidEntry(form.Id, db.OrganizationId, patientId, form.Kind!.Value, form.Millilitres!.Value, Text.Clean(form.Note), taken, Now, db.ActorId));
        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>Strikes an entry through: it counts for nothing any more.</summary>
    public Task<Result> MarkInErrorAsync(Guid patientId, CorrectFluidForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordFluids, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var entry = await db.FluidEntries.SingleOrDefaultAsync(e => e.Id == form.EntryId, inner);
        if (entry is null)
        {
            return Error.NotFound;
        }

        var marked = entry.MarkInError(Text.CleanOrEmpty(form.Reason), Now, db.ActorId);
        db.Because(Text.Clean(form.Reason));
        return marked.Failed ? marked : await db.SaveAsync(inner);
    }, ct);
}
