using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.PatientSignIns;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Carers;

/// <summary>Who acts for a patient: granted and revoked by the patient in person, or by the front desk with a reason. A revocation is in force at the next operation, in open pages within seconds.</summary>
public sealed class CarerService(MediSecureDb doors, MasterKey master, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Those who act or acted for the patient who asks, the newest first.</summary>
    public async Task<Result<IReadOnlyList<CareProxyRow>>> MineAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ManageOwnCarers, ct);
        return Result.Of(await ListAsync(db, db.CompartmentPatientId ?? Guid.Empty, ct));
    }

    public async Task<Result<IReadOnlyList<CareProxyRow>>> OfPatientAsync(Guid patientId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ManageCarers, ct);
        if (!await db.Patients.AnyAsync(p => p.Id == patientId, ct))
        {
            return Error.NotFound;
        }

        await doors.RecordShownAsync(db.Scope, "who acts for a patient", [patientId], ct, patientId: patientId);
        return Result.Of(await ListAsync(db, patientId, ct));
    }

    /// <summary>The patient lets somebody act. The code in the answer is for that person; it is shown this once.</summary>
    public Task<Result<IssuedCode>> GrantOwnAsync(GrantCareProxyForm form, CancellationToken ct)
    {
        var code = InvitationCode.New();
        return doors.ChangeAsync<IssuedCode>(Permission.ManageOwnCarers, (db, ct) => GrantAsync(db, db.CompartmentPatientId ?? Guid.Empty, form, null, code, ct), ct);
    }

    /// <summary>The front desk grants it, and says how it knows that this is right.</summary>
    public Task<Result<IssuedCode>> GrantAsync(Guid patientId, GrantCareProxyForm form, CancellationToken ct)
    {
        var code = InvitationCode.New();
        return doors.ChangeAsync<IssuedCode>(Permission.ManageCarers, async (db, ct) =>
            Text.Clean(form.Reason) is { } reason ? await GrantAsync(db, patientId, form, reason, code, ct) : CarerErrors.ReasonMissing, ct);
    }

    public Task<Result> RevokeOwnAsync(RevokeCareProxyForm form, CancellationToken ct) => doors.ChangeAsync(Permission.ManageOwnCarers, (db, ct) => RevokeAsync(db, form, ct), ct);

    public Task<Result> RevokeAsync(RevokeCareProxyForm form, CancellationToken ct) => doors.ChangeAsync(Permission.ManageCarers, async (db, ct) =>
        Text.Clean(form.Reason) is null ? CarerErrors.ReasonMissing : await RevokeAsync(db, form, ct), ct);

    private async Task<Result<IssuedCode>> GrantAsync(MediSecureDbContext db, Guid patientId, GrantCareProxyForm form, string? reason, string code, CancellationToken ct)
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var patient = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new { p.DisplayName, p.RecordNumber, p.DeceasedAt }).SingleOrDefaultAsync(ct);
        if (patient is null)
        {
            return Error.NotFound;
        }

        if (patient.DeceasedAt is not null)
        {
            return CarerErrors.Deceased;
        }

        if (await db.CareProxies.AnyAsync(c => c.Id == form.Id, ct))
        {
            return CarerErrors.NotOpen; // saved already; its code was shown
        }

        var now = Now;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));
        var (today, until) = (LocalDay.Of(zone, now), form.UntilOn!.Value);
        var from = form.FromOn ?? today;
        if (from < today)
        {
            return CarerErrors.StartsInThePast;
        }

        if (until < from)
        {
            return CarerErrors.EndsBeforeItBegins;
        }

        if (until > today.AddYears(CareProxy.MostYears + 1))
        {
            return CarerErrors.TooLong;
        }

        var startsAt = from == today ? now : LocalDay.Bounds(zone, from).StartsAt;
        var made = CareProxy.Grant(form.Id, db.OrganizationId, patientId, Text.CleanOrEmpty(form.CarerName), form.Relationship!.Value, startsAt, LocalDay.Bounds(zone, until).EndsAt, db.ActorId, now, reason);
        if (made.Failed)
        {
            return made.Error;
        }

        db.Add(made.Value);
        var invitation = new PatientInvitation(Guid.CreateVersion7(clock.GetUtcNow()), db.OrganizationId, patientId, form.Id, InvitationCode.Hash(master, db.OrganizationId, code), db.ActorId, now);
        db.Add(invitation);
        db.Because(reason);
        var saved = await db.SaveAsync(ct);
        return saved.Failed ? saved.Error : new IssuedCode(code, invitation.ExpiresAt, made.Value.CarerName, patient.DisplayName, patient.RecordNumber);
    }

    private async Task<Result> RevokeAsync(MediSecureDbContext db, RevokeCareProxyForm form, CancellationToken ct)
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        var proxy = await db.CareProxies.SingleOrDefaultAsync(c => c.Id == form.CareProxyId, ct);
        if (proxy is null)
        {
            return Error.NotFound;
        }

        var (now, reason) = (Now, Text.Clean(form.Reason));
        if (proxy.Revoke(db.ActorId, now, reason) is { Failed: true } refused)
        {
            return refused;
        }

        foreach (var invitation in await db.PatientInvitations.Where(i => i.CareProxyId == proxy.Id && i.UsedAt == null && i.WithdrawnAt == null).ToListAsync(ct))
        {
            invitation.Withdraw(now);
        }

        db.Because(reason);
        return await db.SaveAsync(ct);
    }

    private async Task<IReadOnlyList<CareProxyRow>> ListAsync(MediSecureDbContext db, Guid patientId, CancellationToken ct)
    {
        var now = Now;
        var rows = await db.CareProxies.AsNoTracking().Where(c => c.PatientId == patientId).OrderByDescending(c => c.GrantedAt).ThenBy(c => c.Id).Take(100).ToListAsync(ct);
        var patient = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new { p.UserId, p.DisplayName }).SingleOrDefaultAsync(ct);
        var granters = rows.Select(c => c.GrantedBy).Distinct().ToList();
        var names = await db.StaffMembers.AsNoTracking().Where(s => granters.Contains(s.UserId)).ToDictionaryAsync(s => s.UserId, s => s.Name, ct);
        return [.. rows.Select(c => new CareProxyRow(c.Id, c.CarerName, c.Relationship, c.StartsAt, c.EndsAt, StatusOf(c, now), c.GrantReason is null ? patient?.DisplayName ?? "" : names.GetValueOrDefault(c.GrantedBy) ?? "The front desk",
            c.GrantReason is null, c.GrantReason, c.RevokedAt, c.RevokeReason))];
    }

    private static CareProxyStatus StatusOf(CareProxy c, DateTime now) => c.RevokedAt is not null ? CareProxyStatus.Revoked
        : now >= c.EndsAt ? CareProxyStatus.Ended
        : c.CarerUserId is null ? CareProxyStatus.Invited
        : now < c.StartsAt ? CareProxyStatus.Coming : CareProxyStatus.Live;
}
