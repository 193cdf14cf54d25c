namespace MediSecure.Data.Features.ClinicalNotes;

/// <summary>A skeleton to begin with; everything in it can be overwritten.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Title">As shown.</param>
/// <param name="Kind">For which kind.</param>
/// <param name="Text">What stands under which heading.</param>
public sealed record NoteTemplate(string Code, string Title, NoteKind Kind, IReadOnlyDictionary<NoteHeading, string> Text)
{
    public static IReadOnlyList<NoteTemplate> All { get; } =
    [
        new("soap-follow-up", "Follow-up visit", NoteKind.Soap, new Dictionary<NoteHeading, string>
        {
            [NoteHeading.Subjective] = "Since the last visit:\nSymptoms now:\nMedicines taken as prescribed:\nConcerns of the patient:",
            [NoteHeading.Objective] = "Examination:\nResults reviewed:",
            [NoteHeading.Assessment] = "Course (better, same, worse):",
            [NoteHeading.Plan] = "Treatment:\nTests:\nNext visit:",
        }),
        new("soap-hypertension", "Hypertension review", NoteKind.Soap, new Dictionary<NoteHeading, string>
        {
            [NoteHeading.Subjective] = "Headache, chest pain, breathlessness, dizziness:\nHome readings:\nSalt, alcohol, tobacco, activity:",
            [NoteHeading.Objective] = "Blood pressure, both arms, seated:\nHeart, lungs, oedema, fundi:",
            [NoteHeading.Assessment] = "Control against target:\nOrgan damage:\nAdherence:",
            [NoteHeading.Plan] = "Medicines:\nTests (electrolytes, creatinine, urine):\nNext review:",
        }),
        new("progress-ward-round", "Ward round", NoteKind.Progress, new Dictionary<NoteHeading, string>
        {
            [NoteHeading.Note] = "Day of stay:\nOvernight:\nExamination:\nResults:\nImpression:\nPlan for today:\nPlanned discharge:",
        }),
        new("nursing-shift", "Shift summary", NoteKind.Nursing, new Dictionary<NoteHeading, string>
        {
            [NoteHeading.Note] = "Comfort and pain:\nMobility and falls risk:\nSkin:\nEating and drinking:\nElimination:\nLines and drains:\nFamily informed of:",
        }),
        new("handover-sbar", "Shift handover", NoteKind.Handover, new Dictionary<NoteHeading, string>
        {
            [NoteHeading.Situation] = "Why the patient is here and what is happening now:",
            [NoteHeading.Background] = "Relevant history, allergies, treatment so far:",
            [NoteHeading.Assessment] = "What I think is going on:",
            [NoteHeading.Recommendation] = "To do, by whom, by when:\nCall the doctor if:",
        }),
        new("discharge-standard", "Discharge letter", NoteKind.DischargeLetter, new Dictionary<NoteHeading, string>
        {
            [NoteHeading.Course] = "Reason for admission:\nDiagnosis:\nWhat was done:\nState at discharge:",
            [NoteHeading.Medicines] = "Started:\nStopped:\nUnchanged:",
            [NoteHeading.FollowUp] = "Appointments:\nResults still to come, and who looks at them:",
            [NoteHeading.Advice] = "Come back at once if:",
        }),
        new("nutrition-assessment", "Nutrition assessment", NoteKind.Nutrition, new Dictionary<NoteHeading, string>
        {
            [NoteHeading.Assessment] = "Weight history:\nIntake and appetite:\nSwallowing, teeth, digestion:\nEnergy and protein needs:",
            [NoteHeading.Intervention] = "Diet and texture:\nSupplements:\nAdvice given:",
            [NoteHeading.Monitoring] = "Weigh again on:\nGoals:",
        }),
    ];

    public static IReadOnlyList<NoteTemplate> For(NoteKind kind) => [.. All.Where(template => template.Kind == kind)];
}
