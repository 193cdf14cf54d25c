using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Features.Amendments;

/// <summary>What a request is about, without its text.</summary>
/// <param name="Item">Which kind.</param>
/// <param name="Id">The note or entry; null for details of the person.</param>
/// <param name="NoteKind">For a note.</param>
/// <param name="Title">For an entry.</param>
/// <param name="At">When it was signed or recorded; UTC.</param>
public sealed record AmendmentAbout(AmendmentItem Item, Guid? Id, NoteKind? NoteKind, string? Title, DateTime? At);

/// <summary>Something that can be asked about.</summary>
/// <param name="About">What.</param>
/// <param name="IsAsked">A request about it is open.</param>
public sealed record AmendmentTarget(AmendmentAbout About, bool IsAsked);

/// <summary>A request in the chart: no text, which is read one at a time.</summary>
/// <param name="Id">The request.</param>
/// <param name="About">What it is about.</param>
/// <param name="Status">How it stands.</param>
/// <param name="RequestedAt">UTC.</param>
/// <param name="Carer">Who asked for the patient; null when the patient did.</param>
/// <param name="DueOn">Last day for an answer.</param>
/// <param name="IsOverdue">Open, and that day is over.</param>
/// <param name="AnsweredAt">UTC.</param>
/// <param name="HasStatement">The patient disagrees in writing.</param>
/// <param name="MayAnswer">The caller answers it.</param>
/// <param name="Version">For changes.</param>
public sealed record AmendmentRow(Guid Id, AmendmentAbout About, AmendmentStatus Status, DateTime RequestedAt, string? Carer, DateOnly DueOn, bool IsOverdue, DateTime? AnsweredAt, bool HasStatement, bool MayAnswer, Guid Version);

/// <summary>A correction that an answer can name.</summary>
/// <param name="Id">Addendum or entry.</param>
/// <param name="Title">Of an entry; null for an addendum.</param>
/// <param name="At">Written or recorded; UTC.</param>
public sealed record AmendmentLink(Guid Id, string? Title, DateTime At);

/// <summary>One request, read.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Wrong">What is wrong.</param>
/// <param name="ShouldSay">What it should say.</param>
/// <param name="Answerer">Who answered.</param>
/// <param name="Ground">Why it was refused.</param>
/// <param name="Answer">In words.</param>
/// <param name="Link">The correction that was made.</param>
/// <param name="Statement">The patient's disagreement.</param>
/// <param name="StatementAt">UTC.</param>
/// <param name="Corrections">What an answer can name; empty for who does not answer.</param>
public sealed record AmendmentDetail(AmendmentRow Row, string Wrong, string ShouldSay, string? Answerer, RefusalGround? Ground, string? Answer, AmendmentLink? Link, string? Statement, DateTime? StatementAt,
    IReadOnlyList<AmendmentLink> Corrections);

/// <summary>An open request on a work list: whose, what about, until when. Of a restricted chart it says only whether it is about a note or which kind of entry.</summary>
public sealed record AmendmentWorkRow(Guid Id, Guid PatientId, string Patient, string RecordNumber, DateOnly BirthDate, Sex Sex, bool IsRestricted, AmendmentAbout About, AmendmentStatus Status, DateTime RequestedAt, DateOnly DueOn, bool IsOverdue);

/// <summary>What stands beside a note: how a request about it stands, and the patient's disagreement.</summary>
public sealed record NoteAmendment(Guid Id, AmendmentStatus Status, DateTime RequestedAt, DateTime? AnsweredAt, Guid? AddendumId, string? Statement, DateTime? StatementAt);
