namespace MediSecure.Data.Features.Encounters;

/// <summary>A diagnosis of a visit.</summary>
public sealed record DiagnosisRow(Guid Id, Guid EncounterId, string Code, string Title, DiagnosisRank Rank, string? RecordedBy, DateTime RecordedAt, string? ErrorReason, Guid Version)
{
    public bool Counts => ErrorReason is null;
}

/// <summary>A visit or stay with its diagnoses, the main one first.</summary>
public sealed record EncounterRow(Guid Id, EncounterClass Class, EncounterStatus Status, DateTime StartedAt, DateTime? ClinicianStartedAt, DateTime? EndedAt, string? Reason, string? Clinician, string? Department,
    DischargeOutcome? Outcome, IReadOnlyList<DiagnosisRow> Diagnoses);

/// <summary>One visit in full, for the patient to keep.</summary>
public sealed record VisitSummary(EncounterRow Visit, string Organization, string PatientName, string RecordNumber, DateOnly BirthDate, IReadOnlyList<string> Beds);
