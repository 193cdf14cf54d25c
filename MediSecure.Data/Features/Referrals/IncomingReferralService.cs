using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Referrals;

/// <summary>What was referred to this organisation, by others or by a department of its own: reception sees who, what for in a word and by when, and answers; clinicians read the letter and report. Each step
/// is taken on the sender's row too, in the same transaction.</summary>
public sealed class IncomingReferralService(MediSecureDb doors, ReferralExchange exchange, IFieldCipher cipher, TimeProvider clock)
{
    private const int Most = 500; // of each kind
    private static readonly Permission Reporting = Permission.ReportReferral;
    private static readonly ReferralProgress[] Open = [ReferralProgress.Requested, ReferralProgress.Received, ReferralProgress.Accepted, ReferralProgress.InProgress];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The next due first; those that are over after them, newest first.</summary>
    /// <param name="all">Also what is over.</param>
    /// <param name="request">Which part.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Paged<IncomingReferralRow>>> ListAsync(bool all, PageRequest request, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewIncomingReferrals, ct);
        var rows = await RowsAsync(db, null, all, ct);
        List<IncomingReferralRow> ordered = [.. rows.Where(r => r.Progress.IsOpen()).OrderBy(r => r.DueAt).ThenBy(r => r.Id), .. rows.Where(r => !r.Progress.IsOpen()).OrderByDescending(r => r.SentAt).ThenBy(r => r.Id)];
        return new Paged<IncomingReferralRow>(await WithVisitsAsync(db, [.. ordered.Skip(request.Skip).Take(request.Size)], Now, ct), Math.Min(ordered.Count, Paged<IncomingReferralRow>.CountLimit), request);
    }

    /// <summary>The letter, for clinicians of the department it is for, and for who treats the registered patient; recorded before it leaves.</summary>
    public async Task<Result<IncomingLetter>> ReadAsync(Guid referralId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ReadReferralLetter, ct);
        if (await RowsAsync(db, referralId, true, ct) is not [var row])
        {
            return Error.NotFound;
        }

        var task = (await FindAsync(db.IncomingReferrals.AsNoTracking(), db.Referrals.AsNoTracking(), referralId, ct))!;
        if (await MayReadAsync(db, task, ct) is { Failed: true } refused)
        {
            return refused.Error;
        }

        var text = TextOf(cipher, db, task);
        await doors.RecordReadAsync(Permission.ReadReferralLetter, nameof(Referral), "letter opened", [referralId], ct, row.PatientId);
        return new IncomingLetter(row, text);
    }

    /// <summary>Who was referred, for the registration; recorded.</summary>
    public async Task<Result<ReferredPersonFacts>> PersonAsync(Guid referralId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.HandleReferral, ct);
        var incoming = await db.IncomingReferrals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == referralId, ct);
        if (incoming is null)
        {
            return Error.NotFound;
        }

        cipher.Row<IncomingReferral>(db, referralId).TryOpen(nameof(IncomingReferral.Phone), incoming.Phone, out var phone);
        await doors.RecordReadAsync(Permission.HandleReferral, nameof(IncomingReferral), "person referred", [referralId], ct, incoming.PatientId);
        return new ReferredPersonFacts(new PersonName(incoming.GivenName, incoming.FamilyName, incoming.MiddleName, incoming.Title), incoming.Sex, incoming.BirthDate, phone, incoming.SenderRecordNumber, incoming.Sender);
    }

    public Task<Result> ReceiveAsync(Guid referralId, CancellationToken ct) => StepAsync(Permission.HandleReferral, referralId, null, (_, task) => task.Receive(Now), null, ct);

    /// <summary>Exactly one person answers; the others are told.</summary>
    public Task<Result> AcceptAsync(Guid referralId, CancellationToken ct) => StepAsync(Permission.HandleReferral, referralId, null, (_, task) => task.Accept(Now), null, ct);

    /// <summary>The reason goes back to the sender.</summary>
    public Task<Result> RejectAsync(ReferralReasonForm form, CancellationToken ct) => StepAsync(Permission.HandleReferral, form.ReferralId, form, (_, task) => task.Reject(Text.CleanOrEmpty(form.Reason), Now), null, ct);

    /// <summary>It came to nothing after it was accepted; the reason goes back to the sender.</summary>
    public Task<Result> FailAsync(ReferralReasonForm form, CancellationToken ct) => StepAsync(Permission.HandleReferral, form.ReferralId, form, (_, task) => task.Fail(Text.CleanOrEmpty(form.Reason), Now), null, ct);

    /// <summary>The person referred is this patient, who was registered here before or just now. The sender does not learn who.</summary>
    public Task<Result> LinkAsync(LinkReferralForm form, CancellationToken ct) => doors.ChangeAsync(Permission.HandleReferral, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("referral", form.ReferralId, inner);
        var incoming = await db.IncomingReferrals.SingleOrDefaultAsync(r => r.Id == form.ReferralId, inner);
        var patient = await db.Patients.AsNoTracking().Where(p => p.Id == form.PatientId).Select(p => new { p.Id, p.BirthDate }).SingleOrDefaultAsync(inner);
        if (incoming is null || patient is null)
        {
            return Error.NotFound;
        }

        var linked = incoming.Link(patient.Id, patient.BirthDate, Now);
        return linked.Failed ? linked : await db.SaveAsync(inner);
    }, ct);

    /// <summary>The visit that was booked for it; the sender learns its time.</summary>
    public async Task<Result> AttachVisitAsync(AttachVisitForm form, CancellationToken ct)
    {
        DateTime startsAt = default;
        return await StepAsync(Permission.HandleReferral, form.ReferralId, form, (_, task) => task.Book(startsAt, Now), async (db, task, inner) =>
        {
            if (PatientOf(task) is not { } patientId)
            {
                return ReferralErrors.NotRegistered;
            }

            var visit = await db.Appointments.AsNoTracking().Where(a => a.Id == form.AppointmentId && a.PatientId == patientId).Select(a => new { a.StartsAt, a.Status }).SingleOrDefaultAsync(inner);
            if (visit is null || visit.Status is not (AppointmentStatus.Booked or AppointmentStatus.Arrived or AppointmentStatus.CheckedIn or AppointmentStatus.Fulfilled))
            {
                return ReferralErrors.NoVisit;
            }

            startsAt = visit.StartsAt;
            switch (task)
            {
                case IncomingReferral incoming: incoming.Attach(form.AppointmentId); break;
                case Referral own: own.Attach(form.AppointmentId); break;
            }

            return Result.Ok;
        }, ct);
    }

    /// <summary>The report goes to the sender, encrypted under each side's own key.</summary>
    public async Task<Result> ReportAsync(ReportReferralForm form, CancellationToken ct)
    {
        var by = "";
        return await StepAsync(Reporting, form.ReferralId, form, (side, task) => task.Complete(Seal(side, task, Text.CleanOrEmpty(form.Report)), by, Now), async (db, task, inner) =>
        {
            var me = db.ActorId;
            if (await db.StaffMembers.AsNoTracking().Where(s => s.UserId == me && s.LeftAt == null).Select(s => s.Name).SingleOrDefaultAsync(inner) is not { } name)
            {
                return ReferralErrors.NotStaff;
            }

            by = name;
            return await MayReadAsync(db, task, inner);
        }, ct);
    }

    /// <summary>The words of one row, which a door has opened.</summary>
    internal static ReferralText TextOf(IFieldCipher cipher, MediSecureDbContext db, ReferralTask task)
    {
        static IReadOnlyList<string> Lines(string? text) => text is null ? [] : text.Split('\n');
        switch (task)
        {
            case Referral sent:
                var own = cipher.Row<Referral>(db, sent.Id);
                return new ReferralText(own.Open(nameof(Referral.Reason), sent.Reason), own.Open(nameof(Referral.Question), sent.Question), own.Open(nameof(Referral.Letter), sent.Letter),
                    Lines(own.Open(nameof(Referral.Diagnoses), sent.Diagnoses)), own.Open(nameof(Referral.Report), sent.Report), sent.ReportedBy);
            case IncomingReferral came:
                var copy = cipher.Row<IncomingReferral>(db, came.Id);
                return new ReferralText(copy.Open(nameof(IncomingReferral.Reason), came.Reason), copy.Open(nameof(IncomingReferral.Question), came.Question), copy.Open(nameof(IncomingReferral.Letter), came.Letter),
                    Lines(copy.Open(nameof(IncomingReferral.Diagnoses), came.Diagnoses)), copy.Open(nameof(IncomingReferral.Report), came.Report), came.ReportedBy);
            default:
                throw new ArgumentOutOfRangeException(nameof(task));
        }
    }

    private EncryptedText Seal(MediSecureDbContext side, ReferralTask task, string report) =>
        task is Referral ? cipher.Row<Referral>(side, task.Id).Seal(nameof(Referral.Report), report) : cipher.Row<IncomingReferral>(side, task.Id).Seal(nameof(IncomingReferral.Report), report);

    private static Guid? PatientOf(ReferralTask task) => task is Referral own ? own.PatientId : ((IncomingReferral)task).PatientId;

    /// <summary>The same step on the row here and, when it came from elsewhere, on the sender's: both or neither.</summary>
    /// <param name="permission">Demanded.</param>
    /// <param name="referralId">Which.</param>
    /// <param name="form">Its shape is checked.</param>
    /// <param name="step">On one of the rows, in that side's context.</param>
    /// <param name="before">Asked once, before the first step.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    private async Task<Result> StepAsync(Permission permission, Guid referralId, object? form, Func<MediSecureDbContext, ReferralTask, Result> step,
        Func<MediSecureDbContext, ReferralTask, CancellationToken, Task<Result>>? before, CancellationToken ct)
    {
        Guid? sender;
        await using (var look = await doors.OpenAsync(permission, ct))
        {
            sender = await look.IncomingReferrals.AsNoTracking().Where(r => r.Id == referralId).Select(r => (Guid?)r.SenderOrganizationId).SingleOrDefaultAsync(ct);
        }

        if (sender is { } there)
        {
            await exchange.PrepareAsync(there);
        }

        return await doors.ChangeAsync(permission, async (db, inner) =>
        {
            if (form is not null && FormRules.Check(form) is { } broken)
            {
                return broken;
            }

            await db.LockAsync("referral", referralId, inner);
            if (await FindAsync(db.IncomingReferrals, db.Referrals, referralId, inner) is not { } task)
            {
                return Error.NotFound;
            }

            var asked = before is null ? Result.Ok : await before(db, task, inner);
            var done = asked.Failed ? asked : step(db, task);
            if (done.Failed)
            {
                return done;
            }

            if (task is IncomingReferral incoming)
            {
                var told = await exchange.WriteAsync(db, incoming.SenderOrganizationId, referralId, async (other, last) =>
                {
                    var sent = await other.Referrals.SingleOrDefaultAsync(r => r.Id == referralId && r.PartnerOrganizationId == incoming.OrganizationId, last);
                    var same = sent is null ? Error.NotFound : step(other, sent);
                    return same.Failed ? same : await other.SaveAsync(last);
                }, inner);
                if (told.Failed)
                {
                    return told;
                }
            }

            return await db.SaveAsync(inner);
        }, ct);
    }

    private static async Task<ReferralTask?> FindAsync(IQueryable<IncomingReferral> copies, IQueryable<Referral> own, Guid id, CancellationToken ct) =>
        (ReferralTask?)await copies.SingleOrDefaultAsync(r => r.Id == id, ct) ?? await own.SingleOrDefaultAsync(r => r.Id == id && r.DepartmentId != null && r.SentAt != null, ct);

    private async Task<Result> MayReadAsync(MediSecureDbContext db, ReferralTask task, CancellationToken ct)
    {
        var me = db.Scope.StaffMemberId ?? Guid.Empty;
        var departmentId = task is Referral own ? own.DepartmentId : ((IncomingReferral)task).DepartmentId;
        var isOfDepartment = await db.StaffDepartments.AnyAsync(d => d.StaffMemberId == me && d.DepartmentId == departmentId, ct);
        if (PatientOf(task) is not { } patientId)
        {
            return isOfDepartment ? Result.Ok : ReferralErrors.NotYours;
        }

        var now = Now;
        var treated = CareRelationship.Patients(db, me, db.Scope.Care ?? CareTerms.Usual, now);
        var keptOut = KeptOut.Patients(db, me, now);
        var patient = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new { IsRestricted = p.Restriction != null, IsTreated = treated.Contains(p.Id), IsKeptOut = keptOut.Contains(p.Id) }).SingleAsync(ct);
        return patient.IsKeptOut ? ChartErrors.KeptOut : !isOfDepartment && !patient.IsTreated ? ReferralErrors.NotYours : patient.IsRestricted && !patient.IsTreated ? ReferralErrors.Restricted : Result.Ok;
    }

    private static async Task<List<IncomingReferralRow>> RowsAsync(MediSecureDbContext db, Guid? only, bool all, CancellationToken ct)
    {
        var copies = await (
            from r in db.IncomingReferrals.AsNoTracking()
            where (only == null || r.Id == only) && (all || Open.Contains(r.Progress!.Value))
            join d in db.Departments on r.DepartmentId equals d.Id
            from p in db.Patients.Where(p => p.Id == r.PatientId).DefaultIfEmpty()
            orderby r.SentAt descending
            select new IncomingReferralRow(r.Id, false, r.PatientId, p == null ? r.DisplayName : p.DisplayName, r.Sex, r.BirthDate, p == null ? r.SenderRecordNumber : p.RecordNumber, r.Sender, r.Referrer, d.Name, r.Specialty,
                r.Urgency, r.Category, r.Progress!.Value, r.HeldAt != null, r.SentAt!.Value, r.DueAt!.Value, r.AppointmentAt, r.AnswerReason, null, null)).Take(Most).ToListAsync(ct);
        var own = await (
            from r in db.Referrals.AsNoTracking()
            where r.DepartmentId != null && r.SentAt != null && (only == null || r.Id == only) && (all || Open.Contains(r.Progress!.Value))
            join d in db.Departments on r.DepartmentId equals d.Id
            join p in db.Patients on r.PatientId equals p.Id
            join s in db.StaffMembers on r.ReferrerId equals s.Id
            join o in db.Organizations on r.OrganizationId equals o.Id
            orderby r.SentAt descending
            select new IncomingReferralRow(r.Id, true, r.PatientId, p.DisplayName, p.Sex, p.BirthDate, p.RecordNumber, o.Name, s.Name, d.Name, r.Specialty,
                r.Urgency, r.Category, r.Progress!.Value, r.HeldAt != null, r.SentAt!.Value, r.DueAt!.Value, r.AppointmentAt, r.AnswerReason, null, null)).Take(Most).ToListAsync(ct);
        return [.. copies, .. own];
    }

    /// <summary>The next booked visit of those whose referral waits for one.</summary>
    private static async Task<IReadOnlyList<IncomingReferralRow>> WithVisitsAsync(MediSecureDbContext db, List<IncomingReferralRow> rows, DateTime now, CancellationToken ct)
    {
        var waiting = rows.Where(r => r.Progress == ReferralProgress.Accepted).Select(r => r.PatientId).OfType<Guid>().Distinct().ToList();
        if (waiting.Count == 0)
        {
            return rows;
        }

        var visits = (await db.Appointments.AsNoTracking().Where(a => waiting.Contains(a.PatientId) && a.Status == AppointmentStatus.Booked && a.StartsAt > now).OrderBy(a => a.StartsAt).Select(a => new { a.Id, a.PatientId, a.StartsAt }).ToListAsync(ct))
            .GroupBy(a => a.PatientId).ToDictionary(g => g.Key, g => g.First());
        return [.. rows.Select(r => r is { Progress: ReferralProgress.Accepted, PatientId: { } id } && visits.TryGetValue(id, out var visit) ? r with { NextVisitId = visit.Id, NextVisitAt = visit.StartsAt } : r)];
    }
}
