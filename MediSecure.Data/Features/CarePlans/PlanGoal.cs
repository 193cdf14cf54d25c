using MediSecure.Data.Common;

namespace MediSecure.Data.Features.CarePlans;

/// <summary>FHIR: Goal.achievementStatus in-progress, achieved, not-achieved.</summary>
public enum GoalStatus
{
    Open,
    Achieved,
    Dropped,
}

/// <summary>What a plan is for. Its words are not changed: a goal that is no longer right is dropped, and another is set. FHIR: Goal.</summary>
public sealed class PlanGoal : IPatientOwned, IVersioned
{
    private PlanGoal()
    {
    }

    public PlanGoal(Guid id, Guid organizationId, Guid patientId, Guid planId, string text, decimal? target, string? unit, DateOnly? targetOn, DateTime at, Guid by) =>
        (Id, OrganizationId, PatientId, PlanId, Text, Target, Unit, TargetOn, AddedAt, AddedBy) = (id, organizationId, patientId, planId, text, target, unit, targetOn, at, by);

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid PlanId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>In <see cref="Unit"/>; both or neither.</summary>
    public decimal? Target { get; private set; }

    public string? Unit { get; private set; }

    public DateOnly? TargetOn { get; private set; }

    public GoalStatus Status { get; private set; }

    public DateTime AddedAt { get; private set; }

    public Guid AddedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid Version { get; private set; }

    public Result Close(bool achieved, DateTime at)
    {
        if (Status != GoalStatus.Open)
        {
            return CarePlanErrors.GoalClosed;
        }

        (Status, ClosedAt) = (achieved ? GoalStatus.Achieved : GoalStatus.Dropped, at);
        return Result.Ok;
    }
}
