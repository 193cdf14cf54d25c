using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Consents;

/// <summary>What a patient agrees to or forbids: decided by the patient, by who acts for them, or recorded at the front desk with a reason.</summary>
public sealed class ConsentService(MediSecureDb doors, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Decisions of the patient who asks, those in force first.</summary>
    public async Task<Result<IReadOnlyList<ConsentRow>>> MineAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ManageOwnConsents, ct);
        return Result.Of(await ListAsync(db, db.CompartmentPatientId ?? Guid.Empty, ct));
    }

    public async Task<Result<IReadOnlyList<ConsentRow>>> OfPatientAsync(Guid patientId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ManageConsents, ct);
        if (!await db.Patients.AnyAsync(p => p.Id == patientId, ct))
        {
            return Error.NotFound;
        }

        await doors.RecordShownAsync(db.Scope, "decisions of a patient", [patientId], ct, patientId: patientId);
        return Result.Of(await ListAsync(db, patientId, ct));
    }

    /// <summary>Whom and what a patient can keep out.</summary>
    public async Task<Result<ConsentChoices>> OwnChoicesAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ManageOwnConsents, ct);
        return await ChoicesAsync(db, ct);
    }

    public async Task<Result<ConsentChoices>> ChoicesAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ManageConsents, ct);
        return await ChoicesAsync(db, ct);
    }

    public Task<Result> GiveOwnAsync(GiveConsentForm form, CancellationToken ct) => doors.ChangeAsync(Permission.ManageOwnConsents, (db, ct) => GiveAsync(db, db.CompartmentPatientId ?? Guid.Empty, form, null, ct), ct);

    public Task<Result> GiveAsync(Guid patientId, GiveConsentForm form, CancellationToken ct) => doors.ChangeAsync(Permission.ManageConsents, async (db, ct) =>
        Text.Clean(form.Reason) is { } reason ? await GiveAsync(db, patientId, form, reason, ct) : ConsentErrors.ReasonMissing, ct);

    public Task<Result> WithdrawOwnAsync(WithdrawConsentForm form, CancellationToken ct) => doors.ChangeAsync(Permission.ManageOwnConsents, (db, ct) => WithdrawAsync(db, form, ct), ct);

    public Task<Result> WithdrawAsync(WithdrawConsentForm form, CancellationToken ct) => doors.ChangeAsync(Permission.ManageConsents, async (db, ct) =>
        Text.Clean(form.Reason) is null ? ConsentErrors.ReasonMissing : await WithdrawAsync(db, form, ct), ct);

    /// <summary>Whether the hospital may write to this patient by e-mail now; for whoever sends, inside their transaction.</summary>
    internal static Task<bool> MayMailAsync(MediSecureDbContext db, Guid patientId, DateTime now, CancellationToken ct) => db.Consents.AnyAsync(c => c.PatientId == patientId && c.Scope == ConsentScope.ElectronicMail
        && c.WithdrawnAt == null && c.StartsAt <= now && (c.EndsAt == null || c.EndsAt > now), ct);

    private async Task<Result> GiveAsync(MediSecureDbContext db, Guid patientId, GiveConsentForm form, string? reason, CancellationToken ct)
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("patient", patientId, ct);
        if (!await db.Patients.AnyAsync(p => p.Id == patientId, ct))
        {
            return Error.NotFound;
        }

        if (await db.Consents.AnyAsync(c => c.Id == form.Id, ct))
        {
            return Result.Ok; // the same form again
        }

        var (now, scope) = (Now, form.Scope!.Value);
        var (staff, department) = (form.StaffMemberId, form.DepartmentId);
        if ((staff is { } person && !await db.StaffMembers.AnyAsync(s => s.Id == person, ct)) || (department is { } place && !await db.Departments.AnyAsync(d => d.Id == place, ct)))
        {
            return Error.NotFound;
        }

        if (await db.Consents.AnyAsync(c => c.PatientId == patientId && c.Scope == scope && c.StaffMemberId == staff && c.DepartmentId == department && c.WithdrawnAt == null && (c.EndsAt == null || c.EndsAt > now), ct))
        {
            return ConsentErrors.Exists;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));
        var today = LocalDay.Of(zone, now);
        if (form.UntilOn < today)
        {
            return ConsentErrors.EndsBeforeItBegins;
        }

        if (form.UntilOn > today.AddYears(Consent.MostYears))
        {
            return ConsentErrors.TooLong;
        }

        DateTime? endsAt = form.UntilOn is { } day ? LocalDay.Bounds(zone, day).EndsAt : null;
        var given = Consent.Give(form.Id, db.OrganizationId, patientId, scope, staff, department, now, endsAt, db.ActorId, reason);
        if (given.Failed)
        {
            return given.Error;
        }

        db.Add(given.Value);
        db.Because(reason);
        return await db.SaveAsync(ct);
    }

    private async Task<Result> WithdrawAsync(MediSecureDbContext db, WithdrawConsentForm form, CancellationToken ct)
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var consent = await db.Consents.SingleOrDefaultAsync(c => c.Id == form.ConsentId, ct);
        if (consent is null)
        {
            return Error.NotFound;
        }

        var reason = Text.Clean(form.Reason);
        if (consent.Withdraw(db.ActorId, Now, reason) is { Failed: true } refused)
        {
            return refused;
        }

        db.Because(reason);
        return await db.SaveAsync(ct);
    }

    private static async Task<ConsentChoices> ChoicesAsync(MediSecureDbContext db, CancellationToken ct) => new(
        await db.StaffMembers.AsNoTracking().Where(s => s.LeftAt == null).OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new ConsentGrantee(s.Id, s.Name)).ToListAsync(ct),
        await db.Departments.AsNoTracking().OrderBy(d => d.Name).ThenBy(d => d.Id).Select(d => new ConsentGrantee(d.Id, d.Name)).ToListAsync(ct));

    private async Task<IReadOnlyList<ConsentRow>> ListAsync(MediSecureDbContext db, Guid patientId, CancellationToken ct)
    {
        var now = Now;
        var rows = await db.Consents.AsNoTracking().Where(c => c.PatientId == patientId).OrderByDescending(c => c.StartsAt).ThenBy(c => c.Id).Take(100).ToListAsync(ct);
        var patient = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => p.DisplayName).SingleOrDefaultAsync(ct) ?? "";
        var people = rows.Select(c => c.StaffMemberId).OfType<Guid>().Distinct().ToList();
        var recorders = rows.Select(c => c.RecordedBy).Distinct().ToList();
        var departments = rows.Select(c => c.DepartmentId).OfType<Guid>().Distinct().ToList();
        var staff = await db.StaffMembers.AsNoTracking().Where(s => people.Contains(s.Id) || recorders.Contains(s.UserId)).Select(s => new { s.Id, s.UserId, s.Name }).ToListAsync(ct);
        var places = await db.Departments.AsNoTracking().Where(d => departments.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Name, ct);
        return [.. rows.Select(c => new ConsentRow(c.Id, c.Scope,
                c.StaffMemberId is { } person ? staff.Find(s => s.Id == person)?.Name : c.DepartmentId is { } place ? places.GetValueOrDefault(place) : null, c.StartsAt, c.EndsAt, c.IsLive(now),
                c.Reason is null ? patient : staff.Find(s => s.UserId == c.RecordedBy)?.Name ?? "The front desk", c.Reason, c.WithdrawnAt, c.WithdrawReason))
            .OrderBy(row => row.IsLive ? 0 : 1)];
    }
}
