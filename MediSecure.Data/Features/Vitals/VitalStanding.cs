using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Vitals;

/// <summary>How a patient stands by the newest set that says something about NEWS2, one row for each patient: what boards, lists by risk and due observations read. Rebuilt from the sets
/// whenever one is recorded or marked as an error. An incomplete set never scores, but it does not make the last score forgotten: that counts on, with its time, until a complete set comes.</summary>
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

    /// <summary>The newest set.</summary>
    public Guid SetId { get; private set; }

    public DateTime TakenAt { get; private set; }

    /// <summary>Of the newest set.</summary>
    public News2Status Status { get; private set; }

    /// <summary>The last score that counts: of the newest set, or of a complete one before it when the newest is incomplete.</summary>
    public int? Score { get; private set; }

    /// <summary>When the set was taken that gave <see cref="Score"/>.</summary>
    public DateTime? ScoredAt { get; private set; }

    /// <summary>The score before, for the arrow beside the new one.</summary>
    public int? PreviousScore { get; private set; }

    /// <summary>What <see cref="Score"/> asks for.</summary>
    public News2Response? Response { get; private set; }

    /// <summary>From when the next set is due; null where NEWS2 does not say.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>From when it is overdue.</summary>
    public DateTime? OverdueAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Follows the sets of the patient.</summary>
    /// <param name="newestFirst">Those that count and say something about NEWS2, at least one: the newest, and the two newest that are not incomplete.</param>
    /// <param name="since">Since when the patient is here: a score of an earlier stay is not carried on. Null for who is not here: then it is carried on for a day.</param>
    /// <returns>The set whose score counts; null when none does.</returns>
    public VitalSigns? Follow(IReadOnlyList<VitalSigns> newestFirst, DateTime? since)
    {
        var newest = newestFirst[0];
        var from = since ?? newest.TakenAt.AddDays(-1);
        var whole = newestFirst.Where(v => v.Status != News2Status.Incomplete).ToList();
        // Where NEWS2 does not apply there is no score to carry on.
        var scored = whole.Count > 0 && whole[0].Status == News2Status.Scored && (whole[0] == newest || whole[0].TakenAt >= from) ? whole[0] : null;
        (SetId, TakenAt, Status) = (newest.Id, newest.TakenAt, newest.Status);
        (Score, ScoredAt, Response, PreviousScore) = (scored?.Score, scored?.TakenAt, scored?.Response, scored is null ? null : whole.Skip(1).Select(v => v.Score).FirstOrDefault());
        var next = scored is { Response: { } response } ? News2Schedule.NextSet(response) : ((TimeSpan From, TimeSpan Until)?)null;
        (DueAt, OverdueAt) = (scored?.TakenAt + next?.From, scored?.TakenAt + next?.Until);
        if (newest.Status == News2Status.Incomplete)
        {
            // What is missing is due now, or since the last score's own time ran out: half a set gives nobody more time.
            (DueAt, OverdueAt) = (DueAt < TakenAt ? DueAt : TakenAt, OverdueAt < TakenAt ? OverdueAt : TakenAt);
        }

        return scored;
    }
}
