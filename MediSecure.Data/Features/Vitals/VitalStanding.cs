using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Vitals;

/// <summary>How a patient stands by the newest set that says something about NEWS2, one row for each patient: what boards, lists by risk and due observations read. Rebuilt from the sets
/// whenever one is recorded or marked as an error.</summary>
public sealed class VitalStanding : IPatientOwned, IVersioned
{
    private VitalStanding()
    {
    }

    public VitalStanding(Guid id, Guid organizationId, Guid patientId)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid SetId { get; private set; }

    public DateTime TakenAt { get; private set; }

    public News2Status Status { get; private set; }

    public int? Score { get; private set; }

    /// <summary>The score before, for the arrow beside the new one.</summary>
    public int? PreviousScore { get; private set; }

    public News2Response? Response { get; private set; }

    /// <summary>From when the next set is due; null where NEWS2 does not say.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>From when it is overdue.</summary>
    public DateTime? OverdueAt { get; private set; }

    public Guid Version { get; private set; }

    public void Follow(VitalSigns newest, int? previousScore)
    {
        (SetId, TakenAt, Status, Score, Response, PreviousScore) = (newest.Id, newest.TakenAt, newest.Status, newest.Score, newest.Response, previousScore);
        if (newest.Response is { } response)
        {
            var (from, until) = News2Schedule.NextSet(response);
            (DueAt, OverdueAt) = (TakenAt + from, TakenAt + until);
            return;
        }

        // What is missing is due now; where NEWS2 does not apply it says nothing.
        DueAt = OverdueAt = newest.Status == News2Status.Incomplete ? TakenAt : null;
    }
}
