using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Vitals;

/// <summary>FHIR: Task.status requested, accepted, in-progress, completed, entered-in-error; the last two are cancelled.</summary>
public enum EscalationStatus
{
    Requested,
    Acknowledged,
    Attended,
    Closed,
    EnteredInError,
    /// <summary>The patient is not here any more: nobody can come.</summary>
    PatientLeft,
    PatientDied,
}

/// <summary>Somebody has to come to a patient, by a clock. At most one is open for a patient; a worse score raises it. FHIR: Task.</summary>
public sealed class Escalation : IPatientOwned, IVersioned
{
    private Escalation()
    {
    }

    private Escalation(Guid id, Guid organizationId, Guid patientId, Guid? setId, int? score, News2Response response, string? reason, DateTime requestedAt, DateTime dueAt, Guid requestedBy)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        SetId = setId;
        Score = score;
        Response = response;
        Reason = reason;
        WorriedAt = reason is null ? null : requestedAt;
        OpenedAt = requestedAt;
        RequestedAt = requestedAt;
        DueAt = dueAt;
        RequestedBy = requestedBy;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    /// <summary>The newest observations with a score since it was asked for: what is shown.</summary>
    public Guid? SetId { get; private set; }

    public int? Score { get; private set; }

    public News2Response Response { get; private set; }

    /// <summary>What a nurse is worried about, when a person asked and not the score.</summary>
    public string? Reason { get; private set; }

    /// <summary>When that person asked; null when only scores did.</summary>
    public DateTime? WorriedAt { get; private set; }

    /// <summary>When it was first asked for. Every set recorded from then on whose response wants somebody asks too, whether it changes anything or not.</summary>
    public DateTime OpenedAt { get; private set; }

    public EscalationStatus Status { get; private set; }

    /// <summary>When it was asked for, the last time.</summary>
    public DateTime RequestedAt { get; private set; }

    public Guid RequestedBy { get; private set; }

    /// <summary>By when somebody has to be there.</summary>
    public DateTime DueAt { get; private set; }

    public DateTime? AcknowledgedAt { get; private set; }

    public Guid? AcknowledgedBy { get; private set; }

    public DateTime? AttendedAt { get; private set; }

    public Guid? AttendedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; private set; }

    public Guid Version { get; private set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>Nobody came by the time it was due.</summary>
    public bool IsOverdue(DateTime now) => IsOpen && AttendedAt is null && now > DueAt;

    /// <summary>By a score; null where the response asks for nobody.</summary>
    public static Escalation? By(Guid id, VitalSigns set, Guid by) =>
        set is { Response: { } response } && News2Schedule.ReviewWithin(response) is { } within
            ? new(id, set.OrganizationId, set.PatientId, set.Id, set.Score, response, null, set.RecordedAt, set.TakenAt + within, by)
            : null;

    /// <summary>By a nurse's decision: an urgent ward review.</summary>
    public static Escalation ByDecision(Guid id, Guid organizationId, Guid patientId, VitalStanding? standing, string reason, DateTime at, Guid by) =>
        new(id, organizationId, patientId, standing?.SetId, standing?.Score, News2Response.WardReview, reason, at, at + News2Schedule.ReviewWithin(News2Response.WardReview)!.Value, by);

    /// <summary>A newer set: a higher response, or a higher score after somebody was there, asks anew. Anything else shows the new score and leaves clock and state alone: only people close
    /// an escalation.</summary>
    public void Raise(VitalSigns set, Guid by)
    {
        if (set is not { Response: { } response, Score: { } score })
        {
            return;
        }

        if (News2Schedule.ReviewWithin(response) is { } within && (response > Response || (AttendedAt is not null && score > (Score ?? 0))))
        {
            Ask(set, response, within, by);
            return;
        }

        (SetId, Score) = (set.Id, score);
    }

    /// <summary>A person is worried again after somebody was there: asks anew, for the same who were asked.</summary>
    public Result AskAgain(string reason, DateTime at, Guid by)
    {
        if (Status != EscalationStatus.Attended)
        {
            return IsOpen ? EscalationErrors.AlreadyOpen : EscalationErrors.Past(Status);
        }

        (Reason, WorriedAt) = (reason, at);
        Ask(at + News2Schedule.ReviewWithin(Response)!.Value, at, by);
        return Result.Ok;
    }

    /// <summary>This person has just asked with these words: a second press, not a second worry.</summary>
    public bool IsAskedBy(Guid person, string reason) => Status == EscalationStatus.Requested && RequestedBy == person && Reason == reason && WorriedAt == RequestedAt;

    /// <summary>A set was entered in error. Withdrawn only when nothing that asked is right; else it goes on for what does, and a clock that only the wrong set had set goes back.</summary>
    /// <param name="right">Sets recorded since <see cref="OpenedAt"/> that count.</param>
    /// <param name="shown">The set whose score counts now.</param>
    /// <param name="at">UTC.</param>
    /// <param name="by">Who struck the set.</param>
    public void TakeBack(IEnumerable<VitalSigns> right, VitalSigns? shown, DateTime at, Guid by)
    {
        var asks = new List<(News2Response Response, DateTime DueAt)>();
        foreach (var set in right)
        {
            if (set.Response is { } response && News2Schedule.ReviewWithin(response) is { } within)
            {
                asks.Add((response, set.TakenAt + within));
            }
        }

        if (WorriedAt is { } worried)
        {
            asks.Add((News2Response.WardReview, worried + News2Schedule.ReviewWithin(News2Response.WardReview)!.Value));
        }

        if (asks.Count == 0)
        {
            (Status, ClosedAt, ClosedBy, Outcome) = (EscalationStatus.EnteredInError, at, by, "The observations were entered in error.");
            return;
        }

        (SetId, Score) = (shown?.Id, shown?.Score);
        if (asks.Max(ask => ask.Response) is var highest && highest < Response)
        {
            (Response, DueAt) = (highest, asks.Min(ask => ask.DueAt));
        }
    }

    /// <summary>Somebody says: I am on it.</summary>
    public Result Acknowledge(DateTime at, Guid by)
    {
        if (Status != EscalationStatus.Requested)
        {
            return Status == EscalationStatus.Acknowledged ? EscalationErrors.AlreadyAcknowledged : EscalationErrors.Past(Status);
        }

        (Status, AcknowledgedAt, AcknowledgedBy) = (EscalationStatus.Acknowledged, at, by);
        return Result.Ok;
    }

    /// <summary>Somebody is at the bed. Who comes at once need not acknowledge first.</summary>
    public Result Attend(DateTime at, Guid by)
    {
        if (Status is not (EscalationStatus.Requested or EscalationStatus.Acknowledged))
        {
            return EscalationErrors.Past(Status);
        }

        if (AcknowledgedAt is null)
        {
            (AcknowledgedAt, AcknowledgedBy) = (at, by);
        }

        (Status, AttendedAt, AttendedBy) = (EscalationStatus.Attended, at, by);
        return Result.Ok;
    }

    /// <summary>Done, with what came of it. Not before somebody was there.</summary>
    public Result Close(string outcome, DateTime at, Guid by)
    {
        if (Status != EscalationStatus.Attended)
        {
            return IsOpen ? EscalationErrors.NotAttended : EscalationErrors.Past(Status);
        }

        (Status, ClosedAt, ClosedBy, Outcome) = (EscalationStatus.Closed, at, by, outcome);
        return Result.Ok;
    }

    /// <summary>The patient left or died, so nobody can come to the bed any more. Who acknowledged and who was there stays as it was recorded: nothing is made up that did not happen.</summary>
    /// <param name="how"><see cref="EscalationStatus.PatientLeft"/> or <see cref="EscalationStatus.PatientDied"/>.</param>
    /// <param name="at">UTC.</param>
    /// <param name="by">Who recorded that the patient left or died.</param>
    public Result EndBy(EscalationStatus how, DateTime at, Guid by)
    {
        if (!IsOpen)
        {
            return EscalationErrors.Past(Status);
        }

        (Status, ClosedAt, ClosedBy, Outcome) = (how, at, by, how == EscalationStatus.PatientDied ? "The patient died." : "The patient left.");
        return Result.Ok;
    }

    /// <summary>The patient had not left after all: it goes on where it was.</summary>
    /// <param name="leftAt">When the departure was recorded that is taken back.</param>
    /// <returns>False when it did not end with that departure.</returns>
    public bool GoOn(DateTime leftAt)
    {
        if (Status != EscalationStatus.PatientLeft || ClosedAt != leftAt)
        {
            return false;
        }

        Status = AttendedAt is not null ? EscalationStatus.Attended : AcknowledgedAt is not null ? EscalationStatus.Acknowledged : EscalationStatus.Requested;
        (ClosedAt, ClosedBy, Outcome) = (null, null, null);
        return true;
    }

    private void Ask(VitalSigns set, News2Response response, TimeSpan within, Guid by)
    {
        var due = set.TakenAt + within;
        // Who was asked already is not given more time by a worse score.
        Ask(Status == EscalationStatus.Requested && DueAt < due ? DueAt : due, set.RecordedAt, by);
        (SetId, Score, Response) = (set.Id, set.Score, response);
    }

    private void Ask(DateTime dueAt, DateTime at, Guid by)
    {
        (DueAt, Status, RequestedAt, RequestedBy) = (dueAt, EscalationStatus.Requested, at, by);
        (AcknowledgedAt, AcknowledgedBy, AttendedAt, AttendedBy) = (null, null, null, null);
    }
}
