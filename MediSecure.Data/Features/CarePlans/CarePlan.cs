using MediSecure.Data.Common;

namespace MediSecure.Data.Features.CarePlans;

/// <summary>FHIR: CarePlan.status draft, active, on-hold, completed, revoked.</summary>
public enum CarePlanStatus
{
    Draft,
    Active,
    OnHold,
    Completed,
    Revoked,
}

/// <summary>A dietary plan: goals, and what the patient does for them. At most one of a patient is active. FHIR: CarePlan, category "Nutrition".</summary>
public sealed class CarePlan : IPatientOwned, IVersioned
{
    private CarePlan()
    {
    }

    public CarePlan(Guid id, Guid organizationId, Guid patientId, string title, DateOnly? followUpOn, Guid responsibleId, bool inCare, DateTime createdAt, Guid createdBy) =>
        (Id, OrganizationId, PatientId, Title, FollowUpOn, ResponsibleId, InCare, CreatedAt, CreatedBy) = (id, organizationId, patientId, title, followUpOn, responsibleId, inCare, createdAt, createdBy);

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public string Title { get; private set; } = "";

    public CarePlanStatus Status { get; private set; }

    /// <summary>When somebody looks at it again.</summary>
    public DateOnly? FollowUpOn { get; private set; }

    /// <summary>The member of staff who answers for it, and whose care the patient is in while it lasts.</summary>
    public Guid ResponsibleId { get; private set; }

    /// <summary>Begun and activated by somebody who treated the patient, rather than under emergency access: only then does it keep the chart open to who answers for it.</summary>
    public bool InCare { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    /// <summary>The day on which it became active.</summary>
    public DateOnly? StartsOn { get; private set; }

    public DateTime? StartedAt { get; private set; }

    /// <summary>The last day, when it is completed or revoked.</summary>
    public DateOnly? EndsOn { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it is on hold or revoked.</summary>
    public string? StatusReason { get; private set; }

    public Guid Version { get; private set; }

    public bool IsOpen => Status is CarePlanStatus.Draft or CarePlanStatus.Active or CarePlanStatus.OnHold;

    public Result Edit(string title, DateOnly? followUpOn)
    {
        if (!IsOpen)
        {
            return CarePlanErrors.Ended;
        }

        (Title, FollowUpOn) = (title, followUpOn);
        return Result.Ok;
    }

    /// <summary>The patient sees it from now on.</summary>
    /// <param name="today">At the organisation.</param>
    /// <param name="at">UTC.</param>
    /// <param name="inCare">Not under emergency access.</param>
    public Result Activate(DateOnly today, DateTime at, bool inCare)
    {
        if (Status != CarePlanStatus.Draft)
        {
            return CarePlanErrors.NotNow(Status);
        }

        (Status, StartsOn, StartedAt, InCare) = (CarePlanStatus.Active, today, at, InCare && inCare);
        return Result.Ok;
    }

    public Result Hold(string reason)
    {
        if (Status != CarePlanStatus.Active)
        {
            return CarePlanErrors.NotNow(Status);
        }

        (Status, StatusReason) = (CarePlanStatus.OnHold, reason);
        return Result.Ok;
    }

    public Result Resume()
    {
        if (Status != CarePlanStatus.OnHold)
        {
            return CarePlanErrors.NotNow(Status);
        }

        (Status, StatusReason) = (CarePlanStatus.Active, null);
        return Result.Ok;
    }

    public Result Complete(DateOnly today, DateTime at)
    {
        if (Status is not (CarePlanStatus.Active or CarePlanStatus.OnHold))
        {
            return CarePlanErrors.NotNow(Status);
        }

        (Status, StatusReason, EndsOn, EndedAt) = (CarePlanStatus.Completed, null, today, at);
        return Result.Ok;
    }

    /// <summary>Also how a draft is given up.</summary>
    public Result Revoke(string reason, DateOnly today, DateTime at)
    {
        if (!IsOpen)
        {
            return CarePlanErrors.Ended;
        }

        (Status, StatusReason, EndsOn, EndedAt) = (CarePlanStatus.Revoked, reason, today, at);
        return Result.Ok;
    }
}

/// <summary>Days on which a plan is on hold: from the day on which it was put there up to the day before it was resumed.</summary>
public sealed class CarePlanHold : IPatientOwned
{
    private CarePlanHold()
    {
    }

    public CarePlanHold(Guid id, Guid organizationId, Guid patientId, Guid planId, DateOnly heldOn) => (Id, OrganizationId, PatientId, PlanId, HeldOn) = (id, organizationId, patientId, planId, heldOn);

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid PlanId { get; private set; }

    public DateOnly HeldOn { get; private set; }

    /// <summary>This day counts again.</summary>
    public DateOnly? ResumedOn { get; private set; }

    public void Resume(DateOnly today) => ResumedOn = today;
}

/// <summary>One line of a plan's history: what was changed, as people read it. Never changed itself.</summary>
public sealed class CarePlanChange : IPatientOwned
{
    public const int Longest = 600;

    private CarePlanChange()
    {
    }

    public CarePlanChange(Guid id, Guid organizationId, Guid patientId, Guid planId, string what, DateTime at, Guid by) =>
        (Id, OrganizationId, PatientId, PlanId, What, ChangedAt, ChangedBy) = (id, organizationId, patientId, planId, what.Length > Longest ? what[..Longest] : what, at, by);

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid PlanId { get; private set; }

    public string What { get; private set; } = "";

    public DateTime ChangedAt { get; private set; }

    public Guid ChangedBy { get; private set; }
}
