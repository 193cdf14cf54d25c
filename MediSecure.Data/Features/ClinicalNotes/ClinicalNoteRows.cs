using MediSecure.Data.Features.Encounters;

namespace MediSecure.Data.Features.ClinicalNotes;

/// <summary>The visit or stay in which a note was written.</summary>
public sealed record NoteVisit(Guid Id, EncounterClass Class, DateTime StartedAt, DateTime? EndedAt);

/// <summary>What a new note can belong to.</summary>
/// <param name="Visits">Newest first.</param>
/// <param name="OpenId">The one that goes on now.</param>
public sealed record NoteVisits(IReadOnlyList<NoteVisit> Visits, Guid? OpenId);

/// <summary>A note in the list of a chart: no text, which is read one note at a time.</summary>
/// <param name="Id">The note.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Status">Draft, signed, or struck through.</param>
/// <param name="Author">Name.</param>
/// <param name="IsMine">The caller wrote it.</param>
/// <param name="At">Signing; for a draft the last typing, to within ten minutes. UTC.</param>
/// <param name="ReleaseAt">From when on the patient may read it; null while held or a draft.</param>
/// <param name="HeldReason">Why it is held back; never for patients.</param>
/// <param name="Addenda">How many; for patients those that are released.</param>
/// <param name="Visit">In which it was written; null for none.</param>
/// <param name="Mistake">What is wrong with it, when it is struck through.</param>
/// <param name="WithdrawnAt">When its text was taken from the patient, who could read it until then.</param>
public sealed record NoteRow(Guid Id, NoteKind Kind, NoteStatus Status, string Author, bool IsMine, DateTime At, DateTime? ReleaseAt, string? HeldReason, int Addenda, NoteVisit? Visit, NoteMistake? Mistake, DateTime? WithdrawnAt);

/// <summary>Text under a heading.</summary>
public sealed record NoteText(NoteHeading Heading, string Text);

/// <summary>Later words.</summary>
/// <param name="Id">The addendum.</param>
/// <param name="Author">Name.</param>
/// <param name="WrittenAt">UTC.</param>
/// <param name="Text">In clear.</param>
/// <param name="ReleaseAt">From when on the patient may read it, and never before the note; null while held.</param>
/// <param name="HeldReason">Why it is held back; never for patients.</param>
/// <param name="Standing">As whom the caller acts on it.</param>
public sealed record AddendumText(Guid Id, string Author, DateTime WrittenAt, string Text, DateTime? ReleaseAt, string? HeldReason, NoteStanding Standing);

/// <summary>One note, read.</summary>
/// <param name="Note">As in the list.</param>
/// <param name="Parts">In writing order; headings without text are left out. None for a patient from whom it was withdrawn.</param>
/// <param name="Addenda">Oldest first; for patients those that are released.</param>
/// <param name="ErrorReason">Why it is struck through; for patients not when it is about somebody else.</param>
/// <param name="ErrorBy">Who struck it through; never for patients.</param>
/// <param name="ErrorAt">When it was struck through.</param>
/// <param name="Standing">As whom the caller acts on it.</param>
/// <param name="Version">For changes.</param>
public sealed record NoteDetail(NoteRow Note, IReadOnlyList<NoteText> Parts, IReadOnlyList<AddendumText> Addenda, string? ErrorReason, string? ErrorBy, DateTime? ErrorAt, NoteStanding Standing, Guid Version);

/// <summary>A draft as its editor gets it.</summary>
/// <param name="Id">The note.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="EditorId">What this editor says with each save; null when the draft is open elsewhere and was not taken over.</param>
/// <param name="Parts">Every heading, also those without text.</param>
/// <param name="SavedAt">Last save; null when nothing was written.</param>
/// <param name="OpenElsewhereAt">Another window writes it since then; null when none does.</param>
public sealed record NoteDraft(Guid Id, NoteKind Kind, Guid? EditorId, IReadOnlyList<NoteText> Parts, DateTime? SavedAt, DateTime? OpenElsewhereAt);

/// <summary>What was saved.</summary>
public sealed record DraftSaved(DateTime At);

/// <summary>An unsigned note of the caller, on the work list.</summary>
public sealed record DraftRow(Guid Id, Guid PatientId, string Patient, string RecordNumber, DateOnly BirthDate, NoteKind Kind, DateTime StartedAt, DateTime EditedAt);

/// <summary>A released note on the patient's own dashboard.</summary>
/// <param name="Id">The note.</param>
/// <param name="PatientId">The patient.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Author">Name.</param>
/// <param name="SignedAt">UTC.</param>
/// <param name="AddedAt">When the newest addendum that the patient may read was written; null for none.</param>
public sealed record NewNoteRow(Guid Id, Guid PatientId, NoteKind Kind, string Author, DateTime SignedAt, DateTime? AddedAt);

/// <summary>When patients may read what was signed.</summary>
public sealed record NoteReleaseSetting(int Days, Guid? Version);

/// <summary>A ward on which patients of the caller lie.</summary>
public sealed record HandoverWard(Guid Id, string Name, int Patients);

/// <summary>Handovers of a ward.</summary>
/// <param name="Ward">Name.</param>
/// <param name="Patients">By bed.</param>
/// <param name="Restricted">So many lie there whose charts ask for a reason; they are not among them.</param>
public sealed record WardHandovers(string Ward, IReadOnlyList<WardHandover> Patients, int Restricted);

/// <summary>An inpatient with the newest handover of this stay; null when there is none.</summary>
public sealed record WardHandover(Guid PatientId, string Patient, string RecordNumber, DateOnly BirthDate, Patients.Sex Sex, string Bed, NoteDetail? Note);
