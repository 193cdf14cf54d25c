using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Encounters;

/// <summary>The visit of an outpatient: arrived → in progress → finished.</summary>
public sealed partial class Encounter
{
    /// <summary>A visit whose patient has been checked in and waits.</summary>
    public static Encounter Visit(Guid id, Guid organizationId, Guid patientId, DateTime arrivedAt, Guid clinicianId, Guid? departmentId, string? reason) =>
        new(id, organizationId, patientId, EncounterClass.Ambulatory, EncounterStatus.Arrived, arrivedAt, clinicianId, departmentId, reason);

    /// <summary>The clinician calls the patient in; ends the waiting time.</summary>
    public Result StartVisit(DateTime at)
    {
        if (Class != EncounterClass.Ambulatory)
        {
            return VisitErrors.NotAVisit;
        }

        if (Status != EncounterStatus.Arrived)
        {
            return Status == EncounterStatus.InProgress ? VisitErrors.AlreadyStarted : VisitErrors.NotWaiting;
        }

        Status = EncounterStatus.InProgress;
        ClinicianStartedAt = at < StartedAt ? StartedAt : at;
        return Result.Ok;
    }

    public Result FinishVisit(DateTime at)
    {
        if (Class != EncounterClass.Ambulatory)
        {
            return VisitErrors.NotAVisit;
        }

        if (Status != EncounterStatus.InProgress)
        {
            return Status == EncounterStatus.Finished ? VisitErrors.AlreadyFinished : VisitErrors.NotStarted;
        }

        Status = EncounterStatus.Finished;
        EndedAt = at < StartedAt ? StartedAt : at;
        return Result.Ok;
    }

    /// <summary>The visit was recorded by mistake, e.g. for the wrong patient.</summary>
    public Result EnterVisitInError(DateTime at)
    {
        if (Class != EncounterClass.Ambulatory)
        {
            return VisitErrors.NotAVisit;
        }

        Status = EncounterStatus.EnteredInError;
        EndedAt ??= at < StartedAt ? StartedAt : at;
        return Result.Ok;
    }
}
