using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Deaths;

/// <summary>That a patient died, when, where and of what. FHIR: Patient.deceasedDateTime with Observation (cause of death). One counts at a time; one recorded by mistake is taken back and stays.</summary>
public sealed class DeathRecord : IPatientOwned, IVersioned
{
    private DeathRecord()
    {
    }

    public DeathRecord(Guid id, Guid organizationId, Guid patientId, DateTime diedAt, string? code, string cause, string? place, Guid certifiedBy, DateTime recordedAt)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        DiedAt = diedAt;
        Code = code;
        Cause = cause;
        Place = place;
        CertifiedBy = certifiedBy;
        RecordedAt = recordedAt;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public DateTime DiedAt { get; private set; }

    /// <summary>ICD-10-CM; null for words.</summary>
    public string? Code { get; private set; }

    public string Cause { get; private set; } = "";

    public string? Place { get; private set; }

    /// <summary>The doctor.</summary>
    public Guid CertifiedBy { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string? ErrorReason { get; private set; }

    public Guid? EnteredInErrorBy { get; private set; }

    public DateTime? EnteredInErrorAt { get; private set; }

    public Guid Version { get; private set; }

    public Result EnterInError(string reason, Guid by, DateTime at)
    {
        if (EnteredInErrorAt is not null)
        {
            return DeathErrors.InError;
        }

        ErrorReason = reason;
        EnteredInErrorBy = by;
        EnteredInErrorAt = at;
        return Result.Ok;
    }
}
