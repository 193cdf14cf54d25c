using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Encounters;

/// <summary>FHIR: Encounter.class (AMB, EMER, IMP).</summary>
public enum EncounterClass
{
    Ambulatory,
    Emergency,
    Inpatient,
}

/// <summary>FHIR R4: Encounter.status.</summary>
public enum EncounterStatus
{
    Planned,
    Arrived,
    InProgress,
    OnLeave,
    Finished,
    Cancelled,
    EnteredInError,
}

/// <summary>How an inpatient stay ended. FHIR: Encounter.hospitalization.dischargeDisposition.</summary>
public enum DischargeOutcome
{
    Home,
    Transfer,
    AgainstAdvice,
    Died,
}

/// <summary>One visit or stay of a patient. FHIR: Encounter.</summary>
public sealed partial class Encounter : IPatientOwned, IVersioned
{
    private Encounter()
    {
    }

    public Encounter(Guid id, Guid organizationId, Guid patientId, EncounterClass encounterClass, EncounterStatus status, DateTime startedAt, Guid? clinicianId,
        Guid? departmentId, string? reason)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        Class = encounterClass;
        Status = status;
        StartedAt = startedAt;
        ClinicianId = clinicianId;
        DepartmentId = departmentId;
        Reason = reason;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public EncounterClass Class { get; private set; }

    public EncounterStatus Status { get; private set; }

    /// <summary>Arrival for a visit, admission for a stay.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>When the clinician began; waiting time is this minus <see cref="StartedAt"/>.</summary>
    public DateTime? ClinicianStartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The responsible clinician (StaffMember).</summary>
    public Guid? ClinicianId { get; private set; }

    public Guid? DepartmentId { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The day on which the patient is expected to leave.</summary>
    public DateOnly? PlannedDischargeOn { get; private set; }

    public DateTime? DischargeOrderedAt { get; private set; }

    public DischargeOutcome? Outcome { get; private set; }

    /// <summary>Why the patient is isolated, or was when the stay ended; null when not.</summary>
    public string? IsolationReason { get; private set; }

    /// <summary>Why a stay was entered in error; null otherwise.</summary>
    public string? ErrorReason { get; private set; }

    public Guid Version { get; private set; }

    public bool IsOpen => EndedAt is null && Status is EncounterStatus.Planned or EncounterStatus.Arrived or EncounterStatus.InProgress or EncounterStatus.OnLeave;
}
