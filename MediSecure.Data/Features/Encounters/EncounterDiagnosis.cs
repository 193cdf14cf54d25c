using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Encounters;

/// <summary>FHIR: Encounter.diagnosis.rank, as two words.</summary>
public enum DiagnosisRank
{
    Primary,
    Secondary,
}

/// <summary>What a visit or stay was about, as a code. FHIR: Condition (encounter-diagnosis) with Encounter.diagnosis. Never deleted: a mistake is struck through.</summary>
public sealed class EncounterDiagnosis : IPatientOwned, IVersioned
{
    private EncounterDiagnosis()
    {
    }

    public EncounterDiagnosis(Guid id, Guid organizationId, Guid patientId, Guid encounterId, string code, string title, DiagnosisRank rank, Guid recordedBy, DateTime recordedAt)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        EncounterId = encounterId;
        Code = code;
        Title = title;
        Rank = rank;
        RecordedBy = recordedBy;
        RecordedAt = recordedAt;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EncounterId { get; private set; }

    /// <summary>ICD-10-CM.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The title when it was recorded: the list changes, the record does not.</summary>
    public string Title { get; private set; } = "";

    public DiagnosisRank Rank { get; private set; }

    public Guid RecordedBy { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string? ErrorReason { get; private set; }

    public Guid? EnteredInErrorBy { get; private set; }

    public DateTime? EnteredInErrorAt { get; private set; }

    public Guid Version { get; private set; }

    public bool Counts => EnteredInErrorAt is null;

    public Result RankAs(DiagnosisRank rank)
    {
        if (!Counts)
        {
            return EncounterErrors.DiagnosisInError;
        }

        Rank = rank;
        return Result.Ok;
    }

    /// <summary>Recorded by mistake. Stays to be seen.</summary>
    public Result EnterInError(string reason, Guid by, DateTime at)
    {
        if (!Counts)
        {
            return EncounterErrors.DiagnosisInError;
        }

        ErrorReason = reason;
        EnteredInErrorBy = by;
        EnteredInErrorAt = at;
        return Result.Ok;
    }
}
