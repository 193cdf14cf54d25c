using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Triage;

/// <summary>Where somebody in the queue is.</summary>
public enum TriageStatus
{
    Waiting,
    WithDoctor,
    Done,
    LeftWithoutBeingSeen,
    EnteredInError,
}

/// <summary>How somebody came. FHIR: Encounter.hospitalization.admitSource.</summary>
public enum ArrivalMode
{
    WalkedIn,
    Ambulance,
    Police,
    OtherHospital,
    Other,
}

/// <summary>What came of it. FHIR: Encounter.hospitalization.dischargeDisposition.</summary>
public enum TriageDisposition
{
    Home,
    /// <summary>A bed is needed: the emergency visit goes on until the patient lies in one.</summary>
    Admitted,
    /// <summary>Referred or transferred.</summary>
    Transferred,
    /// <summary>Called in, and not there any more.</summary>
    LeftWithoutBeingSeen,
    /// <summary>By the death record alone; nobody chooses it here.</summary>
    Died,
}

/// <summary>Somebody who came unbooked and waits for a doctor. One is open for a patient at a time. FHIR: Task that leads to an Encounter (EMER). Never deleted: a mistake is marked.</summary>
public sealed class TriageEntry : IPatientOwned, IVersioned
{
    public const int LongestWords = 200;

    private TriageEntry()
    {
    }

    public TriageEntry(Guid id, Guid organizationId, Guid patientId, DateTime arrivedAt, ArrivalMode mode, string? presenting, DateTime recordedAt, Guid recordedBy)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        ArrivedAt = arrivedAt;
        Mode = mode;
        Presenting = presenting;
        RecordedAt = recordedAt;
        RecordedBy = recordedBy;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public TriageStatus Status { get; private set; }

    public DateTime ArrivedAt { get; private set; }

    public ArrivalMode Mode { get; private set; }

    /// <summary>What the patient says, as reception wrote it down.</summary>
    public string? Presenting { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>Null until a nurse has triaged. Each triage is kept, see <see cref="TriageAssessment"/>.</summary>
    public TriageLevel? Level { get; private set; }

    /// <summary>As the nurse found it.</summary>
    public string? Complaint { get; private set; }

    public DateTime? TriagedAt { get; private set; }

    public Guid? TriagedBy { get; private set; }

    /// <summary>The emergency visit, from the first doctor who took the patient.</summary>
    public Guid? EncounterId { get; private set; }

    public DateTime? TakenAt { get; private set; }

    public Guid? TakenBy { get; private set; }

    /// <summary>Why the last doctor gave the patient back; null while nobody did.</summary>
    public string? HandBackReason { get; private set; }

    public TriageDisposition? Disposition { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    /// <summary>Why the patient left or the entry was a mistake; of a finished one where to, if somebody wrote it.</summary>
    public string? CloseNote { get; private set; }

    public Guid Version { get; private set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>A nurse sets level and complaint, or sets them anew.</summary>
    /// <returns>The step of the history.</returns>
    public Result<TriageAssessment> Assess(Guid id, TriageLevel level, string complaint, DateTime at, Guid by)
    {
        if (!IsOpen)
        {
            return TriageErrors.Over(Status);
        }

        var step = new TriageAssessment(id, OrganizationId, PatientId, Id, Level, level, complaint, at, by);
        (Level, Complaint, TriagedAt, TriagedBy) = (level, complaint, at, by);
        return step;
    }

    /// <summary>A doctor calls the patient in. Untriaged patients can be taken too: an emergency does not wait for a form.</summary>
    public Result Take(Guid encounterId, DateTime at, Guid by)
    {
        if (Status != TriageStatus.Waiting)
        {
            return Status == TriageStatus.WithDoctor ? TriageErrors.AlreadyTaken : TriageErrors.Over(Status);
        }

        (Status, EncounterId, TakenAt, TakenBy, HandBackReason) = (TriageStatus.WithDoctor, encounterId, at, by, null);
        return Result.Ok;
    }

    /// <summary>The doctor gives the patient back to the queue, at the place that level and arrival give.</summary>
    public Result HandBack(string reason)
    {
        if (Status != TriageStatus.WithDoctor)
        {
            return IsOpen ? TriageErrors.NotTaken : TriageErrors.Over(Status);
        }

        (Status, TakenAt, TakenBy, HandBackReason) = (TriageStatus.Waiting, null, null, reason);
        return Result.Ok;
    }

    /// <summary>The doctor is done. Who was to be admitted and is not after all is finished again with what came of it instead.</summary>
    public Result Finish(TriageDisposition disposition, string? note, DateTime at, Guid by)
    {
        if (disposition == TriageDisposition.Died)
        {
            return TriageErrors.DiedElsewhere;
        }

        if (Status != TriageStatus.WithDoctor && !(Status == TriageStatus.Done && Disposition == TriageDisposition.Admitted))
        {
            return IsOpen ? TriageErrors.NotTaken : TriageErrors.Over(Status);
        }

        Close(TriageStatus.Done, disposition, note, at, by);
        return Result.Ok;
    }

    /// <summary>Nobody saw the patient, who is gone.</summary>
    public Result Leave(string reason, DateTime at, Guid by)
    {
        if (Status != TriageStatus.Waiting)
        {
            return IsOpen ? TriageErrors.WithDoctorNow : TriageErrors.Over(Status);
        }

        Close(TriageStatus.LeftWithoutBeingSeen, null, reason, at, by);
        return Result.Ok;
    }

    /// <summary>Something else ended the waiting: a bed was given, or the patient died.</summary>
    public Result EndBy(TriageDisposition disposition, DateTime at, Guid by)
    {
        if (!IsOpen)
        {
            return TriageErrors.Over(Status);
        }

        Close(TriageStatus.Done, disposition, null, at, by);
        return Result.Ok;
    }

    /// <summary>The bed that ended the waiting was a mistake: the patient waits, or is with the doctor, as before.</summary>
    public Result GoOn()
    {
        if (Status != TriageStatus.Done || Disposition != TriageDisposition.Admitted)
        {
            return TriageErrors.Over(Status);
        }

        (Status, Disposition, CloseNote, ClosedAt, ClosedBy) = (TakenAt is null ? TriageStatus.Waiting : TriageStatus.WithDoctor, null, null, null, null);
        return Result.Ok;
    }

    /// <summary>Never happened, e.g. the wrong patient. Stays to be seen in the log.</summary>
    public Result EnterInError(string reason, DateTime at, Guid by)
    {
        if (Status == TriageStatus.EnteredInError)
        {
            return TriageErrors.Over(Status);
        }

        Close(TriageStatus.EnteredInError, null, reason, at, by);
        return Result.Ok;
    }

    private void Close(TriageStatus status, TriageDisposition? disposition, string? note, DateTime at, Guid by) =>
        (Status, Disposition, CloseNote, ClosedAt, ClosedBy) = (status, disposition, note, at < ArrivedAt ? ArrivedAt : at, by);
}
