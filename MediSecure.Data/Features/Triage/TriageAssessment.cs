using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Triage;

/// <summary>One triage of an entry: who, when, from which level to which. Written once. FHIR: Observation (triage category) of the Encounter.</summary>
public sealed class TriageAssessment : IPatientOwned
{
    private TriageAssessment()
    {
    }

    public TriageAssessment(Guid id, Guid organizationId, Guid patientId, Guid entryId, TriageLevel? oldLevel, TriageLevel newLevel, string complaint, DateTime assessedAt, Guid assessedBy)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        EntryId = entryId;
        OldLevel = oldLevel;
        NewLevel = newLevel;
        Complaint = complaint;
        AssessedAt = assessedAt;
        AssessedBy = assessedBy;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EntryId { get; private set; }

    /// <summary>Null at the first triage.</summary>
    public TriageLevel? OldLevel { get; private set; }

    public TriageLevel NewLevel { get; private set; }

    public string Complaint { get; private set; } = "";

    public DateTime AssessedAt { get; private set; }

    public Guid AssessedBy { get; private set; }
}
