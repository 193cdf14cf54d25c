using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Problems;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Amendments;

/// <summary>Corrections that patients ask for: asked, withdrawn and disagreed with here, answered in <c>AmendmentService.Answering.cs</c>. Lists hold no text; a request that is read is recorded by its id.</summary>
public sealed partial class AmendmentService(MediSecureDb doors, IFieldCipher cipher, TimeProvider clock)
{
    private const int MostTargets = 100;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Requests of one chart, open ones first. Details of the person are between the patient and the front desk.</summary>
    public async Task<Result<IReadOnlyList<AmendmentRow>>> OfChartAsync(Guid patientId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewAmendments, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        return Result.Of(await ListAsync(db, Seen(db, patientId), Now, ct));
    }

    /// <summary>One request with its text; recorded by its id.</summary>
    public async Task<Result<AmendmentDetail>> ReadAsync(Guid patientId, Guid amendmentId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewAmendments, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        var detail = await DetailAsync(db, cipher, Seen(db, patientId).Where(r => r.Id == amendmentId), Now, ct);
        if (detail is null)
        {
            return Error.NotFound;
        }

        await doors.RecordReadAsync(Permission.ViewAmendments, nameof(AmendmentRequest), "request for a correction opened", [amendmentId], ct, patientId);
        return detail;
    }

    /// <summary>What stands beside a note: requests about it, and what the patient said to a refusal. Withdrawn ones do not.</summary>
    public async Task<Result<IReadOnlyList<NoteAmendment>>> OfNoteAsync(Guid patientId, Guid noteId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewAmendments, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        var rows = await db.AmendmentRequests.AsNoTracking().Where(r => r.NoteId == noteId && r.Status != AmendmentStatus.Withdrawn).OrderBy(r => r.RequestedAt).ThenBy(r => r.Id).Take(MostTargets).ToListAsync(ct);
        if (rows.Where(r => r.Statement is not null).Select(r => r.Id).ToList() is { Count: > 0 } said)
        {
            await doors.RecordReadAsync(Permission.ViewAmendments, nameof(AmendmentRequest), "statement of disagreement read with its note", said, ct, patientId);
        }

        return Result.Of<IReadOnlyList<NoteAmendment>>([.. rows.Select(r => new NoteAmendment(r.Id, r.Status, r.RequestedAt, r.AnsweredAt, r.AddendumId,
            cipher.Row<AmendmentRequest>(db, r.Id).Open(nameof(AmendmentRequest.Statement), r.Statement), r.StatementAt))]);
    }

    /// <summary>What the patient can ask about, newest first: released notes, allergies, problems, diagnoses, and the details of the person.</summary>
    public async Task<Result<IReadOnlyList<AmendmentTarget>>> TargetsAsync(Guid patientId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.RequestAmendment, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        var now = Now;
        var asked = (await db.AmendmentRequests.AsNoTracking().Where(r => r.Status == AmendmentStatus.Requested || r.Status == AmendmentStatus.InReview).Select(r => r.ItemId).ToListAsync(ct)).ToHashSet();
        var found = new List<AmendmentAbout>();
        found.AddRange((await db.ClinicalNotes.AsNoTracking().Where(n => n.Status == NoteStatus.Signed && n.ReleaseAt <= now).OrderByDescending(n => n.SignedAt).Take(MostTargets).Select(n => new { n.Id, n.Kind, n.SignedAt }).ToListAsync(ct))
            .Select(n => new AmendmentAbout(AmendmentItem.Note, n.Id, n.Kind, null, n.SignedAt)));
        found.AddRange((await db.Allergies.AsNoTracking().Where(a => a.Verification != AllergyVerification.EnteredInError).OrderByDescending(a => a.RecordedAt).Take(MostTargets).Select(a => new { a.Id, a.Substance, a.RecordedAt }).ToListAsync(ct))
            .Select(a => new AmendmentAbout(AmendmentItem.Allergy, a.Id, null, a.Substance, a.RecordedAt)));
        found.AddRange((await db.HealthProblems.AsNoTracking().Where(p => p.Verification != ProblemVerification.EnteredInError).OrderByDescending(p => p.RecordedAt).Take(MostTargets).Select(p => new { p.Id, p.Title, p.RecordedAt }).ToListAsync(ct))
            .Select(p => new AmendmentAbout(AmendmentItem.Problem, p.Id, null, p.Title, p.RecordedAt)));
        found.AddRange((await db.EncounterDiagnoses.AsNoTracking().Where(d => d.EnteredInErrorAt == null).OrderByDescending(d => d.RecordedAt).Take(MostTargets).Select(d => new { d.Id, d.Title, d.RecordedAt }).ToListAsync(ct))
            .Select(d => new AmendmentAbout(AmendmentItem.Diagnosis, d.Id, null, d.Title, d.RecordedAt)));
        found.Add(new AmendmentAbout(AmendmentItem.Other, null, null, null, null));
        return Result.Of<IReadOnlyList<AmendmentTarget>>([.. found.Select(about => new AmendmentTarget(about, asked.Contains(about.Id ?? patientId)))]);
    }

    /// <summary>Asks for a correction. Safe to call again with the same id.</summary>
    public Task<Result> RequestAsync(Guid patientId, RequestAmendmentForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RequestAmendment, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("patient", patientId, ct);
        if (await db.AmendmentRequests.AnyAsync(r => r.Id == form.Id, ct))
        {
            return Result.Ok;
        }

        var found = await SubjectAsync(db, form.Item!.Value, form.ItemId, ct);
        if (found.Failed)
        {
            return found.Error;
        }

        var itemId = found.Value.Id ?? patientId;
        if (await db.AmendmentRequests.AnyAsync(r => r.ItemId == itemId && (r.Status == AmendmentStatus.Requested || r.Status == AmendmentStatus.InReview), ct))
        {
            return AmendmentErrors.OpenAlready;
        }

        var row = cipher.Row<AmendmentRequest>(db, form.Id);
        db.Add(AmendmentRequest.Ask(form.Id, db.OrganizationId, patientId, found.Value, row.Seal(nameof(AmendmentRequest.Wrong), Text.CleanOrEmpty(form.Wrong)), row.Seal(nameof(AmendmentRequest.ShouldSay), Text.CleanOrEmpty(form.ShouldSay)),
            await TodayAsync(db, Now, ct), db.ActorId, Now));
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>The patient does not ask any more.</summary>
    public Task<Result> WithdrawAsync(Guid patientId, NameAmendmentForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RequestAmendment, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        if (await db.AmendmentRequests.SingleOrDefaultAsync(r => r.Id == form.AmendmentId, ct) is not { } request)
        {
            return Error.NotFound;
        }

        var result = request.Version != form.Version ? Error.Stale : request.Withdraw(Now);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    /// <summary>The patient disagrees with a refusal; the statement stays beside what it is about.</summary>
    public Task<Result> DisagreeAsync(Guid patientId, StateDisagreementForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RequestAmendment, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        if (await db.AmendmentRequests.SingleOrDefaultAsync(r => r.Id == form.AmendmentId, ct) is not { } request)
        {
            return Error.NotFound;
        }

        var result = request.Disagree(cipher.Row<AmendmentRequest>(db, request.Id).Seal(nameof(AmendmentRequest.Statement), Text.CleanOrEmpty(form.Statement)), Now);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    private async Task<Result<AmendmentSubject>> SubjectAsync(MediSecureDbContext db, AmendmentItem item, Guid? id, CancellationToken ct)
    {
        if (item != AmendmentItem.Other && id is null)
        {
            return AmendmentErrors.NoItem;
        }

        var now = Now;
        AmendmentSubject? found = item switch
        {
            AmendmentItem.Note => await db.ClinicalNotes.AsNoTracking().Where(n => n.Id == id && n.Status == NoteStatus.Signed && n.ReleaseAt <= now).Select(n => new AmendmentSubject(item, n.Id, n.AuthorId, null)).SingleOrDefaultAsync(ct),
            AmendmentItem.Allergy => await db.Allergies.AsNoTracking().Where(a => a.Id == id && a.Verification != AllergyVerification.EnteredInError).Select(a => new AmendmentSubject(item, a.Id, null, a.Version)).SingleOrDefaultAsync(ct),
            AmendmentItem.Problem => await db.HealthProblems.AsNoTracking().Where(p => p.Id == id && p.Verification != ProblemVerification.EnteredInError).Select(p => new AmendmentSubject(item, p.Id, null, p.Version)).SingleOrDefaultAsync(ct),
            AmendmentItem.Diagnosis => await db.EncounterDiagnoses.AsNoTracking().Where(d => d.Id == id && d.EnteredInErrorAt == null).Select(d => new AmendmentSubject(item, d.Id, null, d.Version)).SingleOrDefaultAsync(ct),
            _ => new AmendmentSubject(AmendmentItem.Other, null, null, null),
        };
        return found is null ? AmendmentErrors.NoSuchItem : found;
    }

    /// <summary>The patient sees all of their own; who treats sees what is clinical.</summary>
    private static IQueryable<AmendmentRequest> Seen(MediSecureDbContext db, Guid patientId)
    {
        var requests = db.AmendmentRequests.AsNoTracking();
        return db.Scope.OwnPatientId == patientId ? requests : requests.Where(r => r.Item != AmendmentItem.Other);
    }

    internal static async Task<DateOnly> TodayAsync(MediSecureDbContext db, DateTime now, CancellationToken ct) =>
        LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct)), now);

    internal static async Task<IReadOnlyList<AmendmentRow>> ListAsync(MediSecureDbContext db, IQueryable<AmendmentRequest> requests, DateTime now, CancellationToken ct)
    {
        var today = await TodayAsync(db, now, ct);
        var rows = await Told(db, requests).OrderByDescending(t => t.Request.RequestedAt).ThenByDescending(t => t.Request.Id).Take(200).ToListAsync(ct);
        return [.. rows.OrderBy(t => t.Request.IsOpen ? 0 : 1).Select(t => Row(db, t, today))];
    }

    internal static async Task<AmendmentDetail?> DetailAsync(MediSecureDbContext db, IFieldCipher cipher, IQueryable<AmendmentRequest> one, DateTime now, CancellationToken ct)
    {
        if (await Told(db, one).SingleOrDefaultAsync(ct) is not { } told)
        {
            return null;
        }

        var request = told.Request;
        var row = cipher.Row<AmendmentRequest>(db, request.Id);
        var shown = Row(db, told, await TodayAsync(db, now, ct));
        var answerer = request.AnsweredBy is { } by ? await db.StaffMembers.AsNoTracking().Where(s => s.UserId == by).Select(s => s.Name).FirstOrDefaultAsync(ct) : null;
        var link = request.Status == AmendmentStatus.Accepted && await CorrectionsAsync(db, request, made: true, ct) is [var named, ..] ? named : null;
        var corrections = shown.MayAnswer ? await CorrectionsAsync(db, request, made: false, ct) : [];
        return new AmendmentDetail(shown, row.Open(nameof(AmendmentRequest.Wrong), request.Wrong), row.Open(nameof(AmendmentRequest.ShouldSay), request.ShouldSay), answerer, request.Ground,
            row.Open(nameof(AmendmentRequest.Answer), request.Answer), link, row.Open(nameof(AmendmentRequest.Statement), request.Statement), request.StatementAt, corrections);
    }

    /// <summary>Corrections since it was asked: addenda to the note, the entry itself once it changed, entries recorded anew that were not struck themselves; striking what was asked about is a correction too. With <paramref name="made"/> the one that the answer names.</summary>
    private static async Task<IReadOnlyList<AmendmentLink>> CorrectionsAsync(MediSecureDbContext db, AmendmentRequest request, bool made, CancellationToken ct)
    {
        var (item, since, was, chosen) = (request.ItemId, request.RequestedAt, request.ItemVersion, request.AddendumId ?? request.CorrectedAllergyId ?? request.CorrectedProblemId ?? request.CorrectedDiagnosisId);
        return request.Item switch
        {
            AmendmentItem.Note => await db.NoteAddenda.AsNoTracking().Where(a => made ? a.Id == chosen : a.NoteId == item && a.WrittenAt >= since).OrderByDescending(a => a.WrittenAt).Take(20)
                .Select(a => new AmendmentLink(a.Id, null, a.WrittenAt)).ToListAsync(ct),
            AmendmentItem.Allergy => await db.Allergies.AsNoTracking().Where(a => made ? a.Id == chosen : (a.Id == item && a.Version != was) || (a.Id != item && a.RecordedAt >= since && a.Verification != AllergyVerification.EnteredInError)).OrderByDescending(a => a.RecordedAt).Take(20)
                .Select(a => new AmendmentLink(a.Id, a.Substance, a.RecordedAt)).ToListAsync(ct),
            AmendmentItem.Problem => await db.HealthProblems.AsNoTracking().Where(p => made ? p.Id == chosen : (p.Id == item && p.Version != was) || (p.Id != item && p.RecordedAt >= since && p.Verification != ProblemVerification.EnteredInError)).OrderByDescending(p => p.RecordedAt).Take(20)
                .Select(p => new AmendmentLink(p.Id, p.Title, p.RecordedAt)).ToListAsync(ct),
            AmendmentItem.Diagnosis => await db.EncounterDiagnoses.AsNoTracking().Where(d => made ? d.Id == chosen : (d.Id == item && d.Version != was) || (d.Id != item && d.RecordedAt >= since && d.EnteredInErrorAt == null)).OrderByDescending(d => d.RecordedAt).Take(20)
                .Select(d => new AmendmentLink(d.Id, d.Title, d.RecordedAt)).ToListAsync(ct),
            _ => [],
        };
    }

    /// <summary>Why the caller does not answer it; null when they do. Who wrote a note answers; when they have left, and for entries, a doctor who treats the patient; for details the front desk.</summary>
    private static Error? NotTheirs(MediSecureDbContext db, AmendmentRequest request, bool authorLeft)
    {
        if (request.Item == AmendmentItem.Other)
        {
            return db.ActorRoles.Granting(Permission.AnswerDetailAmendment).Any() ? null : Error.NotFound;
        }

        return request.AuthorId is { } author && !authorLeft
            ? author == db.Scope.StaffMemberId ? null : AmendmentErrors.OnlyTheAuthor
            : db.ActorRoles.Contains(Role.Doctor) ? null : AmendmentErrors.OnlyADoctor;
    }

    private static AmendmentRow Row(MediSecureDbContext db, ToldRequest told, DateOnly today)
    {
        var request = told.Request;
        return new AmendmentRow(request.Id, About(told), request.Status, request.RequestedAt, told.Carer, request.DueOn, request.IsOverdue(today), request.AnsweredAt, request.Statement is not null,
            request.IsOpen && NotTheirs(db, request, told.AuthorLeftAt is not null) is null, request.Version);
    }

    private static AmendmentAbout About(ToldRequest told) => new(told.Request.Item, told.Request.Item == AmendmentItem.Other ? null : told.Request.ItemId, told.NoteKind, told.Substance ?? told.Problem ?? told.Diagnosis, told.SignedAt ?? told.RecordedAt);

    private static IQueryable<ToldRequest> Told(MediSecureDbContext db, IQueryable<AmendmentRequest> requests) =>
        from request in requests
        from note in db.ClinicalNotes.Where(n => n.Id == request.NoteId).DefaultIfEmpty()
        from author in db.StaffMembers.Where(s => s.Id == request.AuthorId).DefaultIfEmpty()
        from allergy in db.Allergies.Where(a => a.Id == request.AllergyId).DefaultIfEmpty()
        from problem in db.HealthProblems.Where(p => p.Id == request.ProblemId).DefaultIfEmpty()
        from diagnosis in db.EncounterDiagnoses.Where(d => d.Id == request.DiagnosisId).DefaultIfEmpty()
        select new ToldRequest
        {
            Request = request,
            NoteKind = (NoteKind?)note.Kind,
            SignedAt = note.SignedAt,
            AuthorLeftAt = author.LeftAt,
            Substance = allergy.Substance,
            Problem = problem.Title,
            Diagnosis = diagnosis.Title,
            RecordedAt = (DateTime?)allergy.RecordedAt ?? (DateTime?)problem.RecordedAt ?? (DateTime?)diagnosis.RecordedAt,
            Carer = db.CareProxies.Where(c => c.PatientId == request.PatientId && c.CarerUserId == request.RequestedBy).Select(c => c.CarerName).FirstOrDefault(),
        };

    private sealed class ToldRequest
    {
        public AmendmentRequest Request { get; init; } = null!;

        public NoteKind? NoteKind { get; init; }

        public DateTime? SignedAt { get; init; }

        public DateTime? AuthorLeftAt { get; init; }

        public string? Substance { get; init; }

        public string? Problem { get; init; }

        public string? Diagnosis { get; init; }

        public DateTime? RecordedAt { get; init; }

        public string? Carer { get; init; }
    }
}
