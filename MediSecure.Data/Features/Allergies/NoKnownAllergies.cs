using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Allergies;

/// <summary>Somebody asked on this day, and no allergy was known. Ends when an allergy is recorded, when asked again, or when it was said by mistake. FHIR: AllergyIntolerance "no known allergy".</summary>
public sealed class NoKnownAllergies : IPatientOwned, IVersioned
{
    private NoKnownAllergies()
    {
    }

    public NoKnownAllergies(Guid id, Guid organizationId, Guid patientId, Guid statedBy, DateTime statedAt)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        StatedBy = statedBy;
        StatedAt = statedAt;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid StatedBy { get; private set; }

    public DateTime StatedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    /// <summary>Why it was taken back; null when an allergy was recorded or the question was asked again.</summary>
    public string? WithdrawnReason { get; private set; }

    public Guid Version { get; private set; }

    public void End(Guid by, DateTime at, string? withdrawnReason = null)
    {
        EndedBy = by;
        EndedAt = at < StatedAt ? StatedAt : at;
        WithdrawnReason = withdrawnReason;
    }
}
