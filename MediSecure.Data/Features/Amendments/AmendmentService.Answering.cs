using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Amendments;

public sealed partial class AmendmentService
{
    /// <summary>Open requests that the caller answers, the first due first: about notes of theirs; for doctors also about entries of patients whom they treat, and about notes of who has left.</summary>
    public async Task<Paged<AmendmentWorkRow>> WaitingAsync(PageRequest request, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.AnswerAmendment, ct);
        var (now, staff) = (Now, db.Scope.StaffMemberId ?? Guid.Empty);
        var open = db.AmendmentRequests.AsNoTracking().Where(r => r.Item != AmendmentItem.Other && (r.Status == AmendmentStatus.Requested || r.Status == AmendmentStatus.InReview));
        if (db.ActorRoles.Contains(Role.Doctor))
        {
            var treated = CareRelationship.Patients(db, staff, db.Scope.Care ?? CareTerms.Usual, now);
            open = open.Where(r => r.AuthorId == staff || ((r.AuthorId == null || db.StaffMembers.Any(s => s.Id == r.AuthorId && s.LeftAt != null)) && treated.Contains(r.PatientId)));
        }
        else
        {
            open = open.Where(r => r.AuthorId == staff);
        }

        var keptOut = KeptOut.Patients(db, staff, now);
        var page = await WaitingAsync(db, open.Where(r => !keptOut.Contains(r.PatientId)), now, request, ct);
        await doors.RecordShownAsync(db.Scope, "corrections to answer", page.Rows.Select(r => r.PatientId), ct);
        return page;
    }

    /// <summary>Says to the patient that somebody looks into it.</summary>
    public Task<Result> ReviewAsync(Guid patientId, NameAmendmentForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.AnswerAmendment, patientId, (db, ct) =>
        AnswerAsync(db, false, form, form.AmendmentId, form.Version, request => Task.FromResult(request.Review(db.ActorId, Now)), ct), ct);

    /// <summary>The record was corrected: by an addendum to the note, or in the entry itself or a new one.</summary>
    public Task<Result> AcceptAsync(Guid patientId, AcceptAmendmentForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.AnswerAmendment, patientId, (db, ct) =>
        AnswerAsync(db, false, form, form.AmendmentId, form.Version, async request =>
        {
            if (form.LinkId is { } link && (await CorrectionsAsync(db, request, made: false, ct)).All(one => one.Id != link))
            {
                return AmendmentErrors.NoSuchCorrection;
            }

            // An addendum that answers the patient is read with the answer.
            if (request.Item == AmendmentItem.Note && form.LinkId is { } addendumId && (await db.NoteAddenda.SingleAsync(a => a.Id == addendumId, ct)).ReleaseWithAnswer(Now) is { Failed: true } held)
            {
                return held;
            }

            return request.Accept(form.LinkId, Seal(db, cipher, request, form.Answer), db.ActorId, Now);
        }, ct), ct);

    /// <summary>Nothing is corrected; the patient reads why, and may disagree.</summary>
    public Task<Result> RefuseAsync(Guid patientId, RefuseAmendmentForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.AnswerAmendment, patientId, (db, ct) =>
        AnswerAsync(db, false, form, form.AmendmentId, form.Version, request => Task.FromResult(request.Refuse(form.Ground!.Value, Seal(db, cipher, request, form.Reason)!, db.ActorId, Now)), ct), ct);

    internal static async Task<Result> AnswerAsync(MediSecureDbContext db, bool details, object form, Guid id, Guid version, Func<AmendmentRequest, Task<Result>> answer, CancellationToken ct)
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("amendment", id, ct);
        if (await db.AmendmentRequests.SingleOrDefaultAsync(r => r.Id == id && (r.Item == AmendmentItem.Other) == details, ct) is not { } request)
        {
            return Error.NotFound;
        }

        var left = request.AuthorId is { } author && await db.StaffMembers.AnyAsync(s => s.Id == author && s.LeftAt != null, ct);
        if (NotTheirs(db, request, left) is { } refused)
        {
            return refused;
        }

        if (request.Version != version)
        {
            return Error.Stale;
        }

        var result = await answer(request);
        return result.Failed ? result : await db.SaveAsync(ct);
    }

    internal static EncryptedText? Seal(MediSecureDbContext db, IFieldCipher cipher, AmendmentRequest request, string? text) => cipher.Row<AmendmentRequest>(db, request.Id).Seal(nameof(AmendmentRequest.Answer), Text.Clean(text));

    internal static async Task<Paged<AmendmentWorkRow>> WaitingAsync(MediSecureDbContext db, IQueryable<AmendmentRequest> open, DateTime now, PageRequest page, CancellationToken ct)
    {
        var today = await TodayAsync(db, now, ct);
        var total = await open.OrderBy(r => r.Id).Take(Paged<AmendmentWorkRow>.CountLimit + 1).CountAsync(ct);
        var rows = await (
            from told in Told(db, open)
            join patient in db.Patients on told.Request.PatientId equals patient.Id
            orderby told.Request.DueOn, told.Request.RequestedAt, told.Request.Id
            select new { Told = told, patient.Id, patient.DisplayName, patient.RecordNumber, patient.BirthDate, patient.Sex, IsRestricted = patient.Restriction != null }).Skip(page.Skip).Take(page.Size).ToListAsync(ct);
        return new([.. rows.Select(r => new AmendmentWorkRow(r.Told.Request.Id, r.Id, r.DisplayName, r.RecordNumber, r.BirthDate, r.Sex, r.IsRestricted, r.IsRestricted ? About(r.Told) with { NoteKind = null, Title = null } : About(r.Told), r.Told.Request.Status, r.Told.Request.RequestedAt, r.Told.Request.DueOn,
            r.Told.Request.IsOverdue(today)))], total, page);
    }
}
