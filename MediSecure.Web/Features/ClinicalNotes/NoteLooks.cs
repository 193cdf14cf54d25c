using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Web.Features.Encounters;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.ClinicalNotes;

/// <summary>How notes read and look.</summary>
public static class NoteLooks
{
    public static string Words(this NoteKind kind) => kind switch
    {
        NoteKind.Soap => "SOAP note",
        NoteKind.Progress => "Progress note",
        NoteKind.Nursing => "Nursing note",
        NoteKind.Handover => "Handover",
        NoteKind.DischargeLetter => "Discharge letter",
        _ => "Nutrition note",
    };

    public static string Words(this NoteHeading heading) => heading switch
    {
        NoteHeading.Course => "Course of the stay",
        NoteHeading.FollowUp => "Follow-up",
        NoteHeading.Advice => "Advice for the patient",
        _ => heading.ToString(),
    };

    public static string Words(this NoteMistake mistake) => mistake == NoteMistake.WrongPatient ? "It is about another patient" : "It is about this patient, and wrong";

    /// <summary>The visit or stay of a note, e.g. <c>Stay of Tue 24 Nov</c>.</summary>
    public static string Words(this NoteVisit visit, OrganizationClock clock) => $"{visit.Class.Word()} of {clock.Day(DateOnly.FromDateTime(clock.Local(visit.StartedAt)))}";

    /// <summary>From when on the patient reads it, as colleagues see it.</summary>
    public static string Release(DateTime? releaseAt, string? heldReason, OrganizationClock clock, DateTime now) => releaseAt is { } at
        ? at <= now ? "released to the patient" : $"released to the patient on {clock.Format(at)}"
        : $"held back from the patient: {heldReason}";

    /// <summary>State as colleagues see it; a patient only sees what is released.</summary>
    public static ChipLook Look(this NoteRow row, DateTime now) => row switch
    {
        { Status: NoteStatus.Draft } => new(Tone.Warning, Icons.Material.Outlined.EditNote, "Draft"),
        { Mistake: NoteMistake.WrongPatient } => new(Tone.Critical, Icons.Material.Outlined.Block, "Withdrawn, wrong patient"),
        { Status: NoteStatus.EnteredInError } => new(Tone.Critical, Icons.Material.Outlined.Block, "Entered in error"),
        { ReleaseAt: null } => new(Tone.Neutral, Icons.Material.Outlined.VisibilityOff, "Signed, held back"),
        { ReleaseAt: { } at } when at > now => new(Tone.Neutral, Icons.Material.Outlined.Schedule, "Signed, released later"),
        _ => new(Tone.Success, Icons.Material.Outlined.TaskAlt, "Signed"),
    };
}
