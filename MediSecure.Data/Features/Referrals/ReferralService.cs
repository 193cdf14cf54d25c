using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Referrals;

/// <summary>Referrals of a chart: reading here, writing and sending in <c>ReferralService.Writing.cs</c>. What comes from elsewhere is answered by <see cref="IncomingReferralService"/>.</summary>
public sealed partial class ReferralService(MediSecureDb doors, ReferralExchange exchange, IFieldCipher cipher, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Referrals of one patient, newest first: what was written here, and what came from other organisations once the patient was registered for it. Drafts are their author's; a patient sees what was sent.</summary>
    public async Task<Result<IReadOnlyList<ReferralRow>>> ListAsync(Guid patientId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewReferrals, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        return Result.Of<IReadOnlyList<ReferralRow>>([.. (await RowsAsync(db, null, ct)).OrderByDescending(r => r.SentAt ?? r.CreatedAt).ThenByDescending(r => r.Id)]);
    }

    /// <summary>One referral with its words; recorded by its id before they leave.</summary>
    public async Task<Result<ReferralDetail>> ReadAsync(Guid patientId, Guid referralId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewReferrals, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        if (await RowsAsync(db, referralId, ct) is not [var row])
        {
            return Error.NotFound;
        }

        var patient = await db.Patients.AsNoTracking().Select(p => new { p.DisplayName, p.RecordNumber, p.BirthDate, p.Sex }).SingleAsync(ct);
        var organization = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.Name).SingleAsync(ct);
        ReferralDetail detail;
        if (row.IsIncoming)
        {
            var incoming = await db.IncomingReferrals.AsNoTracking().SingleAsync(r => r.Id == referralId, ct);
            detail = new ReferralDetail(row, ReferralTo.Organization, incoming.SenderOrganizationId, incoming.DepartmentId, IsPatient(db) ? Silent(null, null) : IncomingReferralService.TextOf(cipher, db, incoming), null, null, null,
                patient.DisplayName, patient.RecordNumber, patient.BirthDate, patient.Sex, organization, incoming.Version, !IsPatient(db) && incoming.DisplayName != patient.DisplayName ? incoming.DisplayName : null);
        }
        else
        {
            var sent = await db.Referrals.AsNoTracking().SingleAsync(r => r.Id == referralId, ct);
            var text = IncomingReferralService.TextOf(cipher, db, sent);
            if (IsPatient(db))
            {
                text = sent.Status == ReferralStatus.Completed ? Silent(text.Report, text.ReportedBy) : Silent(null, null);
            }

            detail = new ReferralDetail(row, sent.To, sent.PartnerOrganizationId, sent.DepartmentId ?? sent.PartnerDepartmentId, text, IsPatient(db) ? null : sent.HoldReason, IsPatient(db) ? null : sent.CloseReason, sent.ClosedAt,
                patient.DisplayName, patient.RecordNumber, patient.BirthDate, patient.Sex, organization, sent.Version);
        }

        await doors.RecordReadAsync(Permission.ViewReferrals, nameof(Referral), "referral opened", [referralId], ct, patientId);
        return detail;
    }

    /// <summary>Where a patient can be referred to: open departments here, then departments of other organisations that take referrals.</summary>
    public async Task<Result<IReadOnlyList<ReferralPlaceRow>>> PlacesAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.WriteReferral, ct);
        var name = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.Name).SingleAsync(ct);
        var own = await db.Departments.AsNoTracking().Where(d => d.ClosedAt == null).OrderBy(d => d.Name).Select(d => new ReferralPlaceRow(null, name, d.Id, d.Name, d.Specialty)).ToListAsync(ct);
        var others = (await exchange.PlacesAsync(ct)).Where(p => p.OrganizationId != db.OrganizationId).Select(p => new ReferralPlaceRow(p.OrganizationId, p.Organization, p.DepartmentId, p.Department, p.Specialty));
        return Result.Of<IReadOnlyList<ReferralPlaceRow>>([.. own, .. others]);
    }

    /// <summary>Referrals that the caller has to close and that ask for something: a report or a refusal came, or the target day passed; the most urgent first, at most 50. Among them those of
    /// colleagues who refer here no more.</summary>
    public async Task<Result<IReadOnlyList<ReferralToActRow>>> ToActOnAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.WriteReferral, ct);
        var (me, now) = (db.ActorId, Now);
        var staff = await db.StaffMembers.AsNoTracking().Where(s => s.UserId == me).Select(s => s.Id).SingleOrDefaultAsync(ct);
        var rows = await (
            from r in ReferralHolders.Held(db, staff).AsNoTracking()
            where r.Progress == ReferralProgress.Rejected || r.Progress == ReferralProgress.Failed || r.Progress == ReferralProgress.Completed || r.DueAt < now
            join p in db.Patients on r.PatientId equals p.Id
            from sender in db.StaffMembers.Where(s => s.Id == r.ReferrerId && s.UserId != me).DefaultIfEmpty()
            orderby r.DueAt, r.Id
            select new ReferralToActRow(r.Id, p.Id, p.DisplayName, p.RecordNumber, p.BirthDate, r.Place, r.Urgency, r.Progress!.Value, r.DueAt!.Value, r.AppointmentAt, sender.Name)).Take(50).ToListAsync(ct);
        await doors.RecordShownAsync(db.Scope, "referrals to act on", rows.Select(r => r.PatientId), ct);
        return rows;
    }

    /// <summary>The caller's drafts over all patients, oldest first, at most 50: nobody but the author sees that they were never sent.</summary>
    public async Task<Result<IReadOnlyList<ReferralDraftRow>>> MyDraftsAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.WriteReferral, ct);
        var me = db.ActorId;
        var rows = await (
            from r in db.Referrals.AsNoTracking()
            where r.ReferrerUserId == me && r.Status == ReferralStatus.Draft
            join p in db.Patients on r.PatientId equals p.Id
            orderby r.CreatedAt, r.Id
            select new ReferralDraftRow(r.Id, p.Id, p.DisplayName, p.RecordNumber, p.BirthDate, r.Place, r.Urgency, r.CreatedAt)).Take(50).ToListAsync(ct);
        await doors.RecordShownAsync(db.Scope, "referral drafts", rows.Select(r => r.PatientId), ct);
        return rows;
    }

    private static bool IsPatient(MediSecureDbContext db) => db.ActorRoles.Granting(Permission.ViewReferrals).All(role => role == Role.Patient);

    private static ReferralText Silent(string? report, string? by) => new(null, null, null, [], report, by);

    private static async Task<List<ReferralRow>> RowsAsync(MediSecureDbContext db, Guid? only, CancellationToken ct)
    {
        var me = db.ActorId;
        var isPatient = IsPatient(db);
        var sent = await (
            from r in db.Referrals.AsNoTracking()
            where (only == null || r.Id == only) && (r.SentAt != null || (!isPatient && r.ReferrerUserId == me && r.Status == ReferralStatus.Draft))
            from who in db.StaffMembers.Where(s => s.Id == r.ReferrerId).DefaultIfEmpty()
            let lost = r.Progress == ReferralProgress.InProgress && db.Appointments.Any(a => a.Id == r.AppointmentId && IncomingReferralService.FellThrough.Contains(a.Status))
            orderby r.CreatedAt descending
            select new ReferralRow(r.Id, false, r.Place, r.Specialty, r.Urgency, r.Category, r.Status, r.Progress, r.HeldAt != null, r.CreatedAt, r.SentAt, r.DueAt, lost ? null : r.AppointmentAt,
                isPatient && r.Status != ReferralStatus.Completed ? null : r.ReportedAt, who.Name, r.ReferrerUserId == me, isPatient ? null : r.AnswerReason, lost)).Take(200).ToListAsync(ct);
        var came = await (
            from r in db.IncomingReferrals.AsNoTracking()
            where r.PatientId != null && (only == null || r.Id == only)
            let lost = (r.Progress == ReferralProgress.InProgress || r.Progress == ReferralProgress.Accepted) && db.Appointments.Any(a => a.Id == r.AppointmentId && IncomingReferralService.FellThrough.Contains(a.Status))
            orderby r.SentAt descending
            select new { r.Id, r.Sender, r.Specialty, r.Urgency, r.Category, r.Progress, r.HeldAt, r.SentAt, r.DueAt, AppointmentAt = lost ? null : r.AppointmentAt, r.ReportedAt, r.Referrer, r.AnswerReason, Lost = lost }).Take(200).ToListAsync(ct);
        return
        [
            .. sent,
            .. came.Select(r => new ReferralRow(r.Id, true, $"From {r.Sender}", r.Specialty, r.Urgency, r.Category, r.Progress!.Value.IsOpen() ? r.HeldAt is null ? ReferralStatus.Active : ReferralStatus.OnHold
                    : r.Progress == ReferralProgress.Cancelled ? ReferralStatus.Revoked : ReferralStatus.Completed,
                r.Progress, r.HeldAt is not null, r.SentAt!.Value, r.SentAt, r.DueAt, r.AppointmentAt, isPatient ? null : r.ReportedAt, r.Referrer, false, isPatient ? null : r.AnswerReason, r.Lost)),
        ];
    }
}
