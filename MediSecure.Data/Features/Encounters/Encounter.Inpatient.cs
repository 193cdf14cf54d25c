using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Encounters;

/// <summary>The rules of an inpatient stay; the bed's side of each is in Beds.</summary>
public sealed partial class Encounter
{
    /// <summary>Opens an inpatient stay that begins at once.</summary>
    public static Encounter Admit(Guid id, Guid organizationId, Guid patientId, DateTime at, Guid clinicianId, Guid departmentId, string reason, DateOnly? plannedDischargeOn) =>
        new(id, organizationId, patientId, EncounterClass.Inpatient, EncounterStatus.InProgress, at, clinicianId, departmentId, reason) { PlannedDischargeOn = plannedDischargeOn };

    /// <summary>In the house now, as an inpatient.</summary>
    public bool IsInpatientNow => Class == EncounterClass.Inpatient && EndedAt is null && Status is (EncounterStatus.InProgress or EncounterStatus.OnLeave);

    /// <summary>The patient now belongs to this department (after a transfer).</summary>
    public Result MoveTo(Guid departmentId)
    {
        if (!IsInpatientNow)
        {
            return EncounterErrors.NotInpatient;
        }

        DepartmentId = departmentId;
        return Result.Ok;
    }

    /// <summary>The patient may leave. The bed stays theirs until the departure is recorded.</summary>
    public Result OrderDischarge(DateOnly leavesOn, DateTime at)
    {
        if (!IsInpatientNow)
        {
            return EncounterErrors.NotInpatient;
        }

        if (DischargeOrderedAt is not null)
        {
            return EncounterErrors.DischargeAlreadyOrdered;
        }

        PlannedDischargeOn = leavesOn;
        DischargeOrderedAt = at;
        return Result.Ok;
    }

    public Result CancelDischargeOrder()
    {
        if (!IsInpatientNow)
        {
            return EncounterErrors.NotInpatient;
        }

        if (DischargeOrderedAt is null)
        {
            return EncounterErrors.DischargeNotOrdered;
        }

        DischargeOrderedAt = null;
        return Result.Ok;
    }

    /// <summary>The patient left. Home and transfer need a discharge order; who dies or leaves against advice waits for none.</summary>
    public Result Finish(DischargeOutcome outcome, DateTime at)
    {
        if (!IsInpatientNow)
        {
            return EncounterErrors.NotInpatient;
        }

        if (DischargeOrderedAt is null && outcome is (DischargeOutcome.Home or DischargeOutcome.Transfer))
        {
            return EncounterErrors.DischargeOrderMissing;
        }

        Status = EncounterStatus.Finished;
        Outcome = outcome;
        EndedAt = at < StartedAt ? StartedAt : at;
        return Result.Ok;
    }

    /// <summary>Who is responsible, why the patient is here and when they are expected to leave, as it is now.</summary>
    public Result EditStay(Guid clinicianId, string reason, DateOnly? plannedDischargeOn)
    {
        if (!IsInpatientNow)
        {
            return EncounterErrors.NotInpatient;
        }

        if (DischargeOrderedAt is not null && plannedDischargeOn is null)
        {
            return EncounterErrors.OrderedWithoutDay;
        }

        ClinicianId = clinicianId;
        Reason = reason;
        PlannedDischargeOn = plannedDischargeOn;
        return Result.Ok;
    }

    /// <summary>The patient was never admitted: the stay was recorded by mistake, e.g. for the wrong patient.</summary>
    public Result EnterStayInError(string reason, DateTime at)
    {
        if (!IsInpatientNow)
        {
            return EncounterErrors.NotInpatient;
        }

        Status = EncounterStatus.EnteredInError;
        ErrorReason = reason;
        EndedAt = at < StartedAt ? StartedAt : at;
        return Result.Ok;
    }

    /// <summary>Whether a departure of then can be taken back now: for a day. Later somebody would have noticed that the patient was still there.</summary>
    public static bool CanTakeBack(DateTime? endedAt, DateTime at) => endedAt >= at.AddDays(-1);

    /// <summary>The patient never left: the departure was recorded by mistake. The discharge order, and the isolation, are what they were. A death is taken back on the chart, not here.</summary>
    public Result TakeBackDeparture(DateTime at)
    {
        if (Class != EncounterClass.Inpatient || Status != EncounterStatus.Finished)
        {
            return EncounterErrors.NotLeft;
        }

        if (Outcome == DischargeOutcome.Died)
        {
            return EncounterErrors.LeftByDying;
        }

        if (!CanTakeBack(EndedAt, at))
        {
            return EncounterErrors.LeftLongAgo;
        }

        Status = EncounterStatus.InProgress;
        Outcome = null;
        EndedAt = null;
        return Result.Ok;
    }

    /// <summary>The death that ended it was recorded by mistake: that the stay ended stays, how it ended is not known.</summary>
    public void TakeBackDeath() => Outcome = Outcome == DischargeOutcome.Died ? null : Outcome;

    public Result Isolate(string reason)
    {
        if (!IsInpatientNow)
        {
            return EncounterErrors.NotInpatient;
        }

        if (IsolationReason is not null)
        {
            return EncounterErrors.AlreadyIsolated;
        }

        IsolationReason = reason;
        return Result.Ok;
    }

    public Result EndIsolation()
    {
        if (!IsInpatientNow)
        {
            return EncounterErrors.NotInpatient;
        }

        if (IsolationReason is null)
        {
            return EncounterErrors.NotIsolated;
        }

        IsolationReason = null;
        return Result.Ok;
    }
}
