using MediSecure.Data.Access;

namespace MediSecure.Data.Features.ClinicalNotes;

/// <summary>What a note is for. FHIR: DocumentReference.type (LOINC 11506-3 progress note, 34746-8 nurse note, 18842-5 discharge summary, 61144-2 nutrition).</summary>
public enum NoteKind
{
    Soap,
    Progress,
    Nursing,
    Handover,
    DischargeLetter,
    Nutrition,
}

/// <summary>One heading of a note.</summary>
public enum NoteHeading
{
    Subjective,
    Objective,
    Assessment,
    Plan,
    Note,
    Situation,
    Background,
    Recommendation,
    Course,
    Medicines,
    FollowUp,
    Advice,
    Intervention,
    Monitoring,
}

/// <summary>Which headings a kind has, in writing order, and who writes it.</summary>
public static class NoteKinds
{
    public static IReadOnlyList<NoteHeading> Headings(NoteKind kind) => kind switch
    {
        NoteKind.Soap => [NoteHeading.Subjective, NoteHeading.Objective, NoteHeading.Assessment, NoteHeading.Plan],
        NoteKind.Handover => [NoteHeading.Situation, NoteHeading.Background, NoteHeading.Assessment, NoteHeading.Recommendation], // SBAR
        NoteKind.DischargeLetter => [NoteHeading.Course, NoteHeading.Medicines, NoteHeading.FollowUp, NoteHeading.Advice],
        NoteKind.Nutrition => [NoteHeading.Assessment, NoteHeading.Intervention, NoteHeading.Monitoring],
        _ => [NoteHeading.Note],
    };

    /// <summary>The kinds that somebody with these roles may write.</summary>
    public static IReadOnlyList<NoteKind> Of(IReadOnlyList<Role> roles) => [.. Enum.GetValues<NoteKind>().Where(kind => Writers(kind).Any(roles.Contains))];

    /// <summary>It is written about one visit or stay, and says nothing without it.</summary>
    public static bool NeedsVisit(NoteKind kind) => kind == NoteKind.DischargeLetter;

    /// <summary>What of a note stands on the visit summary that a patient takes along: the whole letter, and what is planned.</summary>
    public static IReadOnlyList<NoteHeading> TakenAlong(NoteKind kind) => kind switch
    {
        NoteKind.DischargeLetter => Headings(kind),
        NoteKind.Soap => [NoteHeading.Plan],
        NoteKind.Nutrition => [NoteHeading.Intervention],
        _ => [],
    };

    private static Role[] Writers(NoteKind kind) => kind switch
    {
        NoteKind.Nursing => [Role.Nurse],
        NoteKind.Handover => [Role.Doctor, Role.Nurse],
        NoteKind.Nutrition => [Role.Dietitian],
        NoteKind.Progress => [Role.Doctor, Role.Dietitian],
        _ => [Role.Doctor],
    };
}
