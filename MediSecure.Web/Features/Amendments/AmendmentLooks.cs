using MediSecure.Data.Features.Amendments;
using MediSecure.Web.Features.ClinicalNotes;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Amendments;

/// <summary>How requests for corrections read and look.</summary>
public static class AmendmentLooks
{
    public static IReadOnlyList<RefusalGround?> Grounds { get; } = [RefusalGround.Accurate, RefusalGround.NotMadeHere, RefusalGround.NotPartOfRecord, RefusalGround.NotOpenToInspection];

    public static string Words(this RefusalGround ground) => ground switch
    {
        RefusalGround.Accurate => "It is accurate and complete",
        RefusalGround.NotMadeHere => "It was not written here",
        RefusalGround.NotPartOfRecord => "It is not part of the record",
        _ => "It is not open to inspection",
    };

    /// <summary><c>SOAP note of Tue 24 Nov</c>, <c>Allergy: Penicillin</c>.</summary>
    public static string Words(this AmendmentAbout about, OrganizationClock clock) => about.Item switch
    {
        AmendmentItem.Note => $"{about.NoteKind?.Words() ?? "Note"}{(about.At is { } at ? $" of {clock.Day(DateOnly.FromDateTime(clock.Local(at)))}" : null)}",
        AmendmentItem.Other => "Contact and other details",
        _ => $"{about.Item}: {about.Title}",
    };

    public static ChipLook Look(AmendmentStatus status, bool overdue) => (status, overdue) switch
    {
        (_, true) => new(Tone.Critical, Icons.Material.Outlined.NotificationImportant, "Overdue"),
        (AmendmentStatus.Requested, _) => new(Tone.Warning, Icons.Material.Outlined.HourglassEmpty, "Requested"),
        (AmendmentStatus.InReview, _) => new(Tone.Info, Icons.Material.Outlined.ManageSearch, "In review"),
        (AmendmentStatus.Accepted, _) => new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Accepted"),
        (AmendmentStatus.Refused, _) => new(Tone.Neutral, Icons.Material.Outlined.Block, "Refused"),
        _ => new(Tone.Neutral, Icons.Material.Outlined.Undo, "Withdrawn"),
    };

    /// <summary>Where an entry is corrected.</summary>
    public static string Tab(this AmendmentItem item) => item switch
    {
        AmendmentItem.Note => "notes",
        AmendmentItem.Diagnosis => "visits",
        AmendmentItem.Other => PatientsTab,
        _ => "problems",
    };

    private const string PatientsTab = Patients.PatientChart.Overview;
}
