using MediSecure.Data.Features.ClinicalNotes;
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

    /// <summary>State as colleagues see it; a patient only sees what is released.</summary>
    public static ChipLook Look(this NoteRow row, DateTime now) => row switch
    {
        { Status: NoteStatus.Draft } => new(Tone.Warning, Icons.Material.Outlined.EditNote, "Draft"),
        { Status: NoteStatus.EnteredInError } => new(Tone.Critical, Icons.Material.Outlined.Block, "Entered in error"),
        { ReleaseAt: null } => new(Tone.Neutral, Icons.Material.Outlined.VisibilityOff, "Signed, held back"),
        { ReleaseAt: { } at } when at > now => new(Tone.Neutral, Icons.Material.Outlined.Schedule, "Signed, released later"),
        _ => new(Tone.Success, Icons.Material.Outlined.TaskAlt, "Signed"),
    };
}
