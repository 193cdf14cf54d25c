using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Nutrition;

/// <summary>FHIR: Task.status requested, accepted, completed, rejected, cancelled.</summary>
public enum ConsultStatus
{
    Requested,
    Accepted,
    Done,
    Declined,
    Withdrawn,
}

public enum ConsultUrgency
{
    /// <summary>Within the next days.</summary>
    Routine,
    /// <summary>Today.</summary>
    Urgent,
}

/// <summary>A doctor or nurse asks the organisation's dietitians to see a patient. At most one is open for a patient. FHIR: ServiceRequest with its Task.</summary>
public sealed class NutritionConsult : IPatientOwned, IVersioned
{
    private NutritionConsult()
    {
    }

    public NutritionConsult(Guid id, Guid organizationId, Guid patientId, string reason, ConsultUrgency urgency, DateTime requestedAt, Guid requestedBy) =>
        (Id, OrganizationId, PatientId, Reason, Urgency, RequestedAt, RequestedBy) = (id, organizationId, patientId, reason, urgency, requestedAt, requestedBy);

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public string Reason { get; private set; } = "";

    public ConsultUrgency Urgency { get; private set; }

    public ConsultStatus Status { get; private set; }

    public DateTime RequestedAt { get; private set; }

    public Guid RequestedBy { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public Guid? AcceptedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    /// <summary>Why it was declined or withdrawn.</summary>
    public string? ClosedReason { get; private set; }

    /// <summary>What answered it.</summary>
    public Guid? AssessmentId { get; private set; }

    public Guid Version { get; private set; }

    public bool IsOpen => Status is ConsultStatus.Requested or ConsultStatus.Accepted;

    /// <summary>A dietitian takes it on.</summary>
    public Result Accept(DateTime at, Guid by)
    {
        if (Status != ConsultStatus.Requested)
        {
            return Status == ConsultStatus.Accepted ? NutritionErrors.AlreadyAccepted : NutritionErrors.Closed(Status);
        }

        (Status, AcceptedAt, AcceptedBy) = (ConsultStatus.Accepted, at, by);
        return Result.Ok;
    }

    /// <summary>Done by an assessment; who assesses at once need not accept first.</summary>
    public Result Answer(Guid assessmentId, DateTime at, Guid by)
    {
        if (!IsOpen)
        {
            return NutritionErrors.Closed(Status);
        }

        if (AcceptedAt is null)
        {
            (AcceptedAt, AcceptedBy) = (at, by);
        }

        (Status, ClosedAt, ClosedBy, AssessmentId) = (ConsultStatus.Done, at, by, assessmentId);
        return Result.Ok;
    }

    /// <summary>Its assessment was entered in error: it waits for one again.</summary>
    public Result Reopen()
    {
        if (Status != ConsultStatus.Done)
        {
            return NutritionErrors.Closed(Status);
        }

        (Status, ClosedAt, ClosedBy, AssessmentId) = (ConsultStatus.Accepted, null, null, null);
        return Result.Ok;
    }

    /// <summary>By a dietitian.</summary>
    public Result Decline(string reason, DateTime at, Guid by) => Close(ConsultStatus.Declined, reason, at, by);

    /// <summary>By who may ask: it is not needed any more, or was for another patient.</summary>
    public Result Withdraw(string reason, DateTime at, Guid by) => Close(ConsultStatus.Withdrawn, reason, at, by);

    private Result Close(ConsultStatus status, string reason, DateTime at, Guid by)
    {
        if (!IsOpen)
        {
            return NutritionErrors.Closed(Status);
        }

        (Status, ClosedReason, ClosedAt, ClosedBy) = (status, reason, at, by);
        return Result.Ok;
    }
}
