using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Amendments;

/// <summary>Corrections of contact and other details of the person: answered at the front desk and by administrators, who see nothing clinical here.</summary>
public sealed class DetailAmendmentService(MediSecureDb doors, IFieldCipher cipher, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Open requests, the first due first.</summary>
    public async Task<Paged<AmendmentWorkRow>> WaitingAsync(PageRequest request, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.AnswerDetailAmendment, ct);
        var page = await AmendmentService.WaitingAsync(db, db.AmendmentRequests.AsNoTracking().Where(r => r.Item == AmendmentItem.Other && (r.Status == AmendmentStatus.Requested || r.Status == AmendmentStatus.InReview)), Now, request, ct);
        await doors.RecordShownAsync(db.Scope, "corrections of details to answer", page.Rows.Select(r => r.PatientId), ct);
        return page;
    }

    /// <summary>Requests of one patient, open ones first.</summary>
    public async Task<Result<IReadOnlyList<AmendmentRow>>> OfChartAsync(Guid patientId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.AnswerDetailAmendment, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        return Result.Of(await AmendmentService.ListAsync(db, db.AmendmentRequests.AsNoTracking().Where(r => r.Item == AmendmentItem.Other), Now, ct));
    }

    /// <summary>One request with its text; recorded by its id.</summary>
    public async Task<Result<AmendmentDetail>> ReadAsync(Guid patientId, Guid amendmentId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.AnswerDetailAmendment, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        var detail = await AmendmentService.DetailAsync(db, cipher, db.AmendmentRequests.AsNoTracking().Where(r => r.Id == amendmentId && r.Item == AmendmentItem.Other), Now, ct);
        if (detail is null)
        {
            return Error.NotFound;
        }

        await doors.RecordReadAsync(Permission.AnswerDetailAmendment, nameof(AmendmentRequest), "request for a correction opened", [amendmentId], ct, patientId);
        return detail;
    }

    /// <summary>Says to the patient that somebody looks into it.</summary>
    public Task<Result> ReviewAsync(Guid patientId, NameAmendmentForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.AnswerDetailAmendment, patientId, (db, ct) =>
        AmendmentService.AnswerAsync(db, true, form, form.AmendmentId, form.Version, request => Task.FromResult(request.Review(db.ActorId, Now)), ct), ct);

    /// <summary>The details were corrected.</summary>
    public Task<Result> AcceptAsync(Guid patientId, AcceptDetailAmendmentForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.AnswerDetailAmendment, patientId, (db, ct) =>
        AmendmentService.AnswerAsync(db, true, form, form.AmendmentId, form.Version, request => Task.FromResult(request.Accept(null, AmendmentService.Seal(db, cipher, request, form.Answer), db.ActorId, Now)), ct), ct);

    /// <summary>Nothing is corrected; the patient reads why, and may disagree.</summary>
    public Task<Result> RefuseAsync(Guid patientId, RefuseAmendmentForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.AnswerDetailAmendment, patientId, (db, ct) =>
        AmendmentService.AnswerAsync(db, true, form, form.AmendmentId, form.Version, request => Task.FromResult(request.Refuse(form.Ground!.Value, AmendmentService.Seal(db, cipher, request, form.Reason)!, db.ActorId, Now)), ct), ct);
}
