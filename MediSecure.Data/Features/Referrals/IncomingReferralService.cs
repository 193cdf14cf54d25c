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
    /// <summary>A visit that will not be, or never was.</summary>
    internal static readonly AppointmentStatus[] FellThrough = [AppointmentStatus.Cancelled, AppointmentStatus.NoShow, AppointmentStatus.EnteredInError];

    private static readonly AppointmentStatus[] Stands = [AppointmentStatus.Booked, AppointmentStatus.Arrived, AppointmentStatus.CheckedIn, AppointmentStatus.Fulfilled];

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
        // Two tables, each in the order of the list: the page is among the first of both.
        var rows = await RowsAsync(db, null, all, request.Skip + request.Size, ct);
        var count = await db.IncomingReferrals.CountAsync(r => all || Open.Contains(r.Progress!.Value), ct) + await db.Referrals.CountAsync(r => r.DepartmentId != null && r.SentAt != null && (all || Open.Contains(r.Progress!.Value)), ct);
        var ordered = rows.OrderBy(r => r.Progress.IsOpen() ? 0 : 1).ThenBy(r => r.Progress.IsOpen() ? r.DueAt : default).ThenByDescending(r => r.SentAt).ThenBy(r => r.Id);
        List<IncomingReferralRow> page = [.. ordered.Skip(request.Skip).Take(request.Size)];
        await doors.RecordShownAsync(db.Scope, "incoming referrals", page.Select(r => r.Id), ct, nameof(Referral)); // who was referred may be nobody's patient here yet
        return new Paged<IncomingReferralRow>(await WithVisitsAsync(db, page, Now, ct), Math.Min(count, Paged<IncomingReferralRow>.CountLimit + 1), request);
    }

    /// <summary>The letter, for clinicians of the department it is for, and for who treats the registered patient; recorded before it leaves.</summary>
    public async Task<Result<IncomingLetter>> ReadAsync(Guid referralId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ReadReferralLetter, ct);
        if (await RowsAsync(db, referralId, true, 1, ct) is not [var row])
        {
            return Error.NotFound;
        }

        var task = (await FindAsync(db.IncomingReferrals.AsNoTracking(), db.Referrals.AsNoTracking(), referralId, ct))!;
        if (await MayReadAsync(db, task, true, ct) is { Failed: true } refused)
        {
            await doors.RecordRefusalAsync(Permission.ReadReferralLetter, nameof(Referral), referralId, refused.Error.Code, row.PatientId, ct);
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
        var patient = await db.Patients.AsNoTracking().Where(p => p.Id == form.PatientId).Select(p => new { p.Id, p.BirthDate, p.Sex, p.GivenName, p.FamilyName, p.MiddleName }).SingleOrDefaultAsync(inner);
        if (incoming is null || patient is null)
        {
            return Error.NotFound;
        }

        var linked = incoming.Link(patient.Id, patient.BirthDate, Now);
        if (linked.Failed)
        {
            return linked;
        }

        var isSame = patient.Sex == incoming.Sex && Same(patient.GivenName, incoming.GivenName) && Same(patient.FamilyName, incoming.FamilyName) && Same(patient.MiddleName, incoming.MiddleName);
        return isSame || form.Confirmed ? await db.SaveAsync(inner) : ReferralErrors.OtherPerson;

        static bool Same(string? one, string? other) => string.Equals(one ?? "", other ?? "", StringComparison.OrdinalIgnoreCase);
    }, ct);

    /// <summary>It was the wrong patient. Recorded with that patient and why; a visit of theirs is no longer its visit, which the sender learns.</summary>
    public Task<Result> UnlinkAsync(ReferralReasonForm form, CancellationToken ct) => doors.ChangeAsync(Permission.HandleReferral, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("referral", form.ReferralId, inner);
        if (await db.IncomingReferrals.SingleOrDefaultAsync(r => r.Id == form.ReferralId, inner) is not { } incoming)
        {
            return Error.NotFound;
        }

        var wasBooked = incoming.Progress == ReferralProgress.InProgress;
        var unlinked = incoming.Unlink(Now);
        var told = unlinked.Failed || !wasBooked ? unlinked : await TellAsync(db, incoming, (_, sent) => sent.Unbook(Now), inner);
        if (told.Failed)
        {
            return told;
        }

        db.Because(Text.CleanOrEmpty(form.Reason));
        return await db.SaveAsync(inner);
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
            if (visit is null || !Stands.Contains(visit.Status))
            {
                return ReferralErrors.NoVisit;
            }

            if (visit.StartsAt < task.SentAt)
            {
                return ReferralErrors.EarlierVisit;
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
        (Error Why, Guid? PatientId)? refused = null;
        var reported = await StepAsync(Reporting, form.ReferralId, form, (side, task) => task.Complete(Seal(side, task, Text.CleanOrEmpty(form.Report)), by, Now), async (db, task, inner) =>
        {
            var me = db.ActorId;
            if (await db.StaffMembers.AsNoTracking().Where(s => s.UserId == me && s.LeftAt == null).Select(s => s.Name).SingleOrDefaultAsync(inner) is not { } name)
            {
                return ReferralErrors.NotStaff;
            }

            by = name;
            var may = await MayReadAsync(db, task, false, inner);
            refused = may.Failed ? (may.Error, PatientOf(task)) : null;
            return may;
        }, ct);
        if (refused is { } kept)
        {
            await doors.RecordRefusalAsync(Reporting, nameof(Referral), form.ReferralId, kept.Why.Code, kept.PatientId, ct); // after the transaction, which is undone
        }

        return reported;
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
                var told = await TellAsync(db, incoming, step, inner);
                if (told.Failed)
                {
                    return told;
                }
            }

            return await db.SaveAsync(inner);
        }, ct);
    }

    /// <summary>Referrals from other organisations whose booked visit will not be, and those whose visit will be after all: a missed one was taken back.</summary>
    internal static IQueryable<IncomingReferral> BehindTheirVisits(MediSecureDbContext db) => db.IncomingReferrals.Where(r =>
        (r.Progress == ReferralProgress.InProgress && db.Appointments.Any(a => a.Id == r.AppointmentId && FellThrough.Contains(a.Status)))
        || (r.Progress == ReferralProgress.Accepted && r.HeldAt == null && db.Appointments.Any(a => a.Id == r.AppointmentId && Stands.Contains(a.Status))));

    /// <summary>Without its visit it is accepted and no more, at both ends; the lost visit stays named here until another takes its place, or itself again.</summary>
    internal static async Task<Result> FollowVisitAsync(MediSecureDbContext db, ReferralExchange exchange, IncomingReferral incoming, DateTime at, CancellationToken ct)
    {
        var startsAt = await db.Appointments.Where(a => a.Id == incoming.AppointmentId).Select(a => a.StartsAt).SingleAsync(ct);
        Func<ReferralTask, Result> step = incoming.Progress == ReferralProgress.InProgress ? task => task.Unbook(at) : task => task.Book(startsAt, at);
        var followed = step(incoming);
        var told = followed.Failed ? followed : await TellAsync(db, exchange, incoming, (_, sent) => step(sent), ct);
        return told.Failed ? told : await db.SaveAsync(ct);
    }

    private Task<Result> TellAsync(MediSecureDbContext db, IncomingReferral incoming, Func<MediSecureDbContext, ReferralTask, Result> step, CancellationToken ct) => TellAsync(db, exchange, incoming, step, ct);

    private static Task<Result> TellAsync(MediSecureDbContext db, ReferralExchange exchange, IncomingReferral incoming, Func<MediSecureDbContext, ReferralTask, Result> step, CancellationToken ct) =>
        exchange.WriteAsync(db, incoming.SenderOrganizationId, incoming.Id, async (other, last) =>
        {
            var sent = await other.Referrals.SingleOrDefaultAsync(r => r.Id == incoming.Id && r.PartnerOrganizationId == incoming.OrganizationId, last);
            var same = sent is null ? Error.NotFound : step(other, sent);
            return same.Failed ? same : await other.SaveAsync(last);
        }, ct);

    private static async Task<ReferralTask?> FindAsync(IQueryable<IncomingReferral> copies, IQueryable<Referral> own, Guid id, CancellationToken ct) =>
        (ReferralTask?)await copies.SingleOrDefaultAsync(r => r.Id == id, ct) ?? await own.SingleOrDefaultAsync(r => r.Id == id && r.DepartmentId != null && r.SentAt != null, ct);

    /// <summary>The department while the referral is open or reported on, and who treats the patient. A restricted chart asks for a reason, which only its own door does: from there its letters are read.</summary>
    /// <param name="db">Of the door.</param>
    /// <param name="task">Which.</param>
    /// <param name="isReading">The words leave; false for reporting, which who treats a restricted patient does here.</param>
    /// <param name="ct">Cancels.</param>
    private async Task<Result> MayReadAsync(MediSecureDbContext db, ReferralTask task, bool isReading, CancellationToken ct)
    {
        var me = db.Scope.StaffMemberId ?? Guid.Empty;
        var departmentId = task is Referral own ? own.DepartmentId : ((IncomingReferral)task).DepartmentId;
        var isOfDepartment = await db.StaffDepartments.AnyAsync(d => d.StaffMemberId == me && d.DepartmentId == departmentId, ct);
        var isOver = !task.IsOpen && task.Progress != ReferralProgress.Completed;
        if (PatientOf(task) is not { } patientId)
        {
            return !isOfDepartment ? ReferralErrors.NotYours : isOver ? ReferralErrors.LetterOver : Result.Ok;
        }

        var now = Now;
        var treated = CareRelationship.Patients(db, me, db.Scope.Care ?? CareTerms.Usual, now);
        var keptOut = KeptOut.Patients(db, me, now);
        var patient = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new { IsRestricted = p.Restriction != null, IsTreated = treated.Contains(p.Id), IsKeptOut = keptOut.Contains(p.Id) }).SingleAsync(ct);
        return patient.IsKeptOut ? ChartErrors.KeptOut
            : !isOfDepartment && !patient.IsTreated ? ReferralErrors.NotYours
            : isOver && !patient.IsTreated ? ReferralErrors.LetterOver
            : patient.IsRestricted && (isReading || !patient.IsTreated) ? ReferralErrors.Restricted : Result.Ok;
    }

    /// <summary>Open ones by their target day, then what is over, the latest first.</summary>
    private static async Task<List<IncomingReferralRow>> RowsAsync(MediSecureDbContext db, Guid? only, bool all, int most, CancellationToken ct)
    {
        // What the sender wrote is for who reads letters; the reception's own words, and the one sentence that says nothing, are for all.
        var reads = db.ActorRoles.Granting(Permission.ReadReferralLetter).Any();
        var copies = await (
            from r in db.IncomingReferrals.AsNoTracking()
            where (only == null || r.Id == only) && (all || Open.Contains(r.Progress!.Value))
            join d in db.Departments on r.DepartmentId equals d.Id
            from p in db.Patients.Where(p => p.Id == r.PatientId).DefaultIfEmpty()
            let lost = (r.Progress == ReferralProgress.InProgress || r.Progress == ReferralProgress.Accepted) && db.Appointments.Any(a => a.Id == r.AppointmentId && FellThrough.Contains(a.Status))
            let differs = p != null && (p.DisplayName != r.DisplayName || p.Sex != r.Sex)
            orderby Open.Contains(r.Progress!.Value) ? 0 : 1, Open.Contains(r.Progress!.Value) ? r.DueAt : null, r.SentAt descending, r.Id
            select new IncomingReferralRow(r.Id, false, r.PatientId, p == null ? r.DisplayName : p.DisplayName, p == null ? r.Sex : p.Sex, r.BirthDate, p == null ? r.SenderRecordNumber : p.RecordNumber, r.Sender, r.Referrer, d.Name, r.Specialty,
                r.Urgency, r.Category, r.Progress!.Value, r.HeldAt != null, r.SentAt!.Value, r.DueAt!.Value, lost ? null : r.AppointmentAt,
                reads || r.Progress != ReferralProgress.Cancelled || r.AnswerReason == ReferralRules.ClosedBySender ? r.AnswerReason : null, lost, differs ? r.DisplayName : null, differs ? (Sex?)r.Sex : null, null, null)).Take(most).ToListAsync(ct);
        var own = await (
            from r in db.Referrals.AsNoTracking()
            where r.DepartmentId != null && r.SentAt != null && (only == null || r.Id == only) && (all || Open.Contains(r.Progress!.Value))
            join d in db.Departments on r.DepartmentId equals d.Id
            join p in db.Patients on r.PatientId equals p.Id
            join s in db.StaffMembers on r.ReferrerId equals s.Id
            join o in db.Organizations on r.OrganizationId equals o.Id
            let lost = r.Progress == ReferralProgress.InProgress && db.Appointments.Any(a => a.Id == r.AppointmentId && FellThrough.Contains(a.Status))
            orderby Open.Contains(r.Progress!.Value) ? 0 : 1, Open.Contains(r.Progress!.Value) ? r.DueAt : null, r.SentAt descending, r.Id
            select new IncomingReferralRow(r.Id, true, r.PatientId, p.DisplayName, p.Sex, p.BirthDate, p.RecordNumber, o.Name, s.Name, d.Name, r.Specialty,
                r.Urgency, r.Category, r.Progress!.Value, r.HeldAt != null, r.SentAt!.Value, r.DueAt!.Value, lost ? null : r.AppointmentAt,
                reads || r.Progress != ReferralProgress.Cancelled || r.AnswerReason == ReferralRules.ClosedBySender ? r.AnswerReason : null, lost, null, null, null, null)).Take(most).ToListAsync(ct);
        return [.. copies, .. own];
    }

    /// <summary>The next booked visit of those whose referral waits for one.</summary>
    private static async Task<IReadOnlyList<IncomingReferralRow>> WithVisitsAsync(MediSecureDbContext db, List<IncomingReferralRow> rows, DateTime now, CancellationToken ct)
    {
        var waiting = rows.Where(r => r.WaitsForVisit).Select(r => r.PatientId).OfType<Guid>().Distinct().ToList();
        if (waiting.Count == 0)
        {
            return rows;
        }

        var visits = (await db.Appointments.AsNoTracking().Where(a => waiting.Contains(a.PatientId) && a.Status == AppointmentStatus.Booked && a.StartsAt > now).OrderBy(a => a.StartsAt).Select(a => new { a.Id, a.PatientId, a.StartsAt }).ToListAsync(ct))
            .GroupBy(a => a.PatientId).ToDictionary(g => g.Key, g => g.First());
        return [.. rows.Select(r => r is { WaitsForVisit: true, PatientId: { } id } && visits.TryGetValue(id, out var visit) ? r with { NextVisitId = visit.Id, NextVisitAt = visit.StartsAt } : r)];
    }
}
