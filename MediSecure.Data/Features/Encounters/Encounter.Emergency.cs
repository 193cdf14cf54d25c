using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Encounters;

/// <summary>The visit of somebody who came unbooked: in progress from the doctor who took them → finished; back to arrived while it waits for another doctor.</summary>
public sealed partial class Encounter
{
    /// <summary>A visit that a doctor begins now.</summary>
    public static Encounter Emergency(Guid id, Guid organizationId, Guid patientId, DateTime arrivedAt, Guid clinicianId, DateTime at, string? reason) =>
        new(id, organizationId, patientId, EncounterClass.Emergency, EncounterStatus.InProgress, arrivedAt, clinicianId, null, reason) { ClinicianStartedAt = at < arrivedAt ? arrivedAt : at };

    /// <summary>The doctor gives the patient back: one visit, whoever goes on with it.</summary>
    public Result HandBackEmergency() => MoveEmergency(EncounterStatus.InProgress, EncounterStatus.Arrived);

    /// <summary>Another doctor goes on; the waiting time ended with the first.</summary>
    public Result ResumeEmergency(Guid clinicianId)
    {
        var moved = MoveEmergency(EncounterStatus.Arrived, EncounterStatus.InProgress);
        ClinicianId = moved.Failed ? ClinicianId : clinicianId;
        return moved;
    }

    public Result FinishEmergency(DischargeOutcome? outcome, DateTime at) => EndEmergency(EncounterStatus.Finished, outcome, at);

    /// <summary>It never came to it: the patient was gone when called in.</summary>
    public Result CancelEmergency(DateTime at) => EndEmergency(EncounterStatus.Cancelled, null, at);

    /// <summary>Recorded by mistake, e.g. for the wrong patient; also after it ended.</summary>
    public Result EnterEmergencyInError(DateTime at)
    {
        if (Class != EncounterClass.Emergency)
        {
            return EncounterErrors.NotEmergency;
        }

        Status = EncounterStatus.EnteredInError;
        EndedAt ??= at < StartedAt ? StartedAt : at;
        return Result.Ok;
    }

    /// <summary>The stay that ended it never was: the visit goes on where it stood.</summary>
    /// <param name="waits">The patient waited for another doctor.</param>
    public Result GoOnEmergency(bool waits)
    {
        if (Class != EncounterClass.Emergency || Status != EncounterStatus.Finished || Outcome is not null)
        {
            return EncounterErrors.NotEmergency;
        }

        (Status, EndedAt) = (waits ? EncounterStatus.Arrived : EncounterStatus.InProgress, null);
        return Result.Ok;
    }

    private Result MoveEmergency(EncounterStatus from, EncounterStatus to)
    {
        if (Class != EncounterClass.Emergency || EndedAt is not null || Status != from)
        {
            return EncounterErrors.NotEmergency;
        }

        Status = to;
        return Result.Ok;
    }

    private Result EndEmergency(EncounterStatus status, DischargeOutcome? outcome, DateTime at)
    {
        if (Class != EncounterClass.Emergency || EndedAt is not null)
        {
            return EncounterErrors.NotEmergency;
        }

        (Status, Outcome, EndedAt) = (status, outcome, at < StartedAt ? StartedAt : at);
        return Result.Ok;
    }
}
