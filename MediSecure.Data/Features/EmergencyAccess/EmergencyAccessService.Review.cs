using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.EmergencyAccess;

/// <summary>What the privacy officers see and do: the marked administrators, or all while nobody is marked.</summary>
public sealed partial class EmergencyAccessService
{
    /// <summary>Every emergency access here: those that wait for a review first, the oldest on top; then the reviewed, newest first.</summary>
    /// <param name="waitingOnly">Leaves the reviewed out.</param>
    /// <param name="request">Which page.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Paged<EmergencyGrantRow>>> ListAsync(bool waitingOnly, PageRequest request, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ReviewEmergencyAccess, ct);
        if (!await IsOfficerAsync(db, ct))
        {
            return EmergencyErrors.NotAPrivacyOfficer;
        }

        var grants = db.EmergencyGrants.AsNoTracking().Where(g => !waitingOnly || g.ReviewedAt == null);
        var total = await grants.OrderBy(g => g.Id).Take(Paged<EmergencyGrantRow>.CountLimit + 1).CountAsync(ct);
        var page = grants.OrderBy(g => g.ReviewedAt != null).ThenBy(g => g.ReviewedAt == null ? (DateTime?)g.GrantedAt : null).ThenByDescending(g => g.GrantedAt).ThenBy(g => g.Id).Skip(request.Skip).Take(request.Size);
        var ids = await page.Select(g => g.Id).ToListAsync(ct);
        var rows = (await Rows(db, db.EmergencyGrants.Where(g => ids.Contains(g.Id))).ToListAsync(ct)).OrderBy(row => ids.IndexOf(row.Id)).ToList();
        await doors.RecordShownAsync(db.Scope, "emergency accesses", rows.Select(row => row.PatientId), ct);
        return new Paged<EmergencyGrantRow>(rows, total, request);
    }

    /// <summary>How many wait, and how many of those too long.</summary>
    public async Task<Result<EmergencyFigures>> FiguresAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ReviewEmergencyAccess, ct);
        if (!await IsOfficerAsync(db, ct))
        {
            return EmergencyErrors.NotAPrivacyOfficer;
        }

        var overdue = Now - EmergencyGrant.ReviewWithin;
        var waiting = db.EmergencyGrants.Where(g => g.ReviewedAt == null);
        return new EmergencyFigures(await waiting.CountAsync(ct), await waiting.CountAsync(g => g.GrantedAt <= overdue, ct));
    }

    /// <summary>One of them, with what was done under it. Recorded: it is about a patient.</summary>
    public async Task<Result<EmergencyGrantDetail>> DetailAsync(Guid grantId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ReviewEmergencyAccess, ct);
        if (!await IsOfficerAsync(db, ct))
        {
            return EmergencyErrors.NotAPrivacyOfficer;
        }

        var grant = await db.EmergencyGrants.AsNoTracking().SingleOrDefaultAsync(g => g.Id == grantId, ct);
        if (grant is null)
        {
            return Error.NotFound;
        }

        var row = await Rows(db, db.EmergencyGrants.Where(g => g.Id == grantId)).SingleAsync(ct);
        var until = grant.EndedAt ?? grant.ExpiresAt;
        var events = await db.AuditEvents.AsNoTracking().Where(e => e.PatientId == grant.PatientId && e.ActorUserId == grant.UserId && e.Purpose == AuditPurpose.BreakGlass && e.RecordedAt >= grant.GrantedAt && e.RecordedAt <= until)
            .OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).Take(PageRequest.MaxSize).Select(e => new { e.Id, e.RecordedAt, e.EventCode, e.Outcome }).ToListAsync(ct);
        var here = db.OrganizationId;
        var roles = await db.OrganizationMemberships.AsNoTracking().Where(m => m.OrganizationId == here && m.UserId == grant.UserId && m.EndedAt == null).Select(m => m.Role).ToListAsync(ct);
        await doors.RecordReadAsync(Permission.ReviewEmergencyAccess, nameof(Patients.Patient), "review of an emergency access", [grant.PatientId], ct);
        return new EmergencyGrantDetail(row, [.. roles.Order()], cipher.Row<EmergencyGrant>(db, grant.Id).Open(nameof(EmergencyGrant.Explanation), grant.Explanation), grant.ConfirmedBy, grant.ReviewNote,
            [.. events.Select(e => new EmergencyEventRow(e.Id, e.RecordedAt, ActivityWords.Of(e.EventCode).Name, e.Outcome))], grant.UserId == db.ActorId, grant.Version);
    }

    /// <summary>Judges one. Never one's own: refused here, and by the database.</summary>
    public Task<Result> ReviewAsync(ReviewEmergencyAccessForm form, CancellationToken ct) => doors.ChangeAsync(Permission.ReviewEmergencyAccess, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (!await IsOfficerAsync(db, ct))
        {
            return EmergencyErrors.NotAPrivacyOfficer;
        }

        var grant = await db.EmergencyGrants.SingleOrDefaultAsync(g => g.Id == form.GrantId, ct);
        if (grant is null)
        {
            return Error.NotFound;
        }

        if (grant.Version != form.Version && grant.ReviewedBy is null)
        {
            return Error.Stale;
        }

        var result = grant.Review(db.ActorId, Now, form.Outcome!.Value, Text.Clean(form.Note));
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    private static async Task<bool> IsOfficerAsync(MediSecureDbContext db, CancellationToken ct) => (await MembershipService.PrivacyOfficersAsync(db, ct)).Contains(db.ActorId);

    private static IQueryable<EmergencyGrantRow> Rows(MediSecureDbContext db, IQueryable<EmergencyGrant> grants) =>
        from g in grants.AsNoTracking()
        join p in db.Patients on g.PatientId equals p.Id
        from s in db.StaffMembers.Where(s => s.UserId == g.UserId).DefaultIfEmpty()
        from r in db.StaffMembers.Where(r => r.UserId == g.ReviewedBy).DefaultIfEmpty()
        select new EmergencyGrantRow
        {
            Id = g.Id,
            UserId = g.UserId,
            Person = s.Name ?? "Somebody who no longer works here",
            PatientId = g.PatientId,
            Patient = p.DisplayName,
            RecordNumber = p.RecordNumber,
            BirthDate = p.BirthDate,
            Sex = p.Sex,
            Reason = g.Reason,
            GrantedAt = g.GrantedAt,
            ExpiresAt = g.ExpiresAt,
            EndedAt = g.EndedAt,
            ReviewedAt = g.ReviewedAt,
            ReviewedBy = r.Name,
            Outcome = g.Outcome,
        };
}
