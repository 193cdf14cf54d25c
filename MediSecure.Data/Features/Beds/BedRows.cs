using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;

namespace MediSecure.Data.Features.Beds;

/// <summary>One moment of the board, shared by everybody with the same permission: immutable.</summary>
/// <param name="At">When it was read, UTC.</param>
/// <param name="Beds">All beds of open rooms by ward, room and label.</param>
public sealed record BedBoard(DateTime At, IReadOnlyList<BedRow> Beds)
{
    public int Count(BedBoardState state) => Beds.Count(bed => bed.Is(state));

    public int Taken => Beds.Count(bed => bed.State.IsTaken());

    /// <summary>Free beds, those of the same ward first: what is offered when a bed was just taken.</summary>
    public IEnumerable<BedRow> FreeNear(Guid? wardId) => Beds.Where(bed => bed.State == BedBoardState.Free).OrderBy(bed => bed.WardId == wardId ? 0 : 1);
}

/// <summary>One bed of the board. Times are UTC. What concerns a patient is null for people who may not see patients.</summary>
public sealed record BedRow
{
    public required Guid Id { get; init; }

    public required string Label { get; init; }

    public required Guid RoomId { get; init; }

    public required string Room { get; init; }

    public string? RoomLabel { get; init; }

    public required Guid WardId { get; init; }

    public required string Ward { get; init; }

    public required BedBoardState State { get; init; }

    /// <summary>Since when the bed's own status is what it is.</summary>
    public required DateTime Since { get; init; }

    /// <summary>The open stay or reservation.</summary>
    public Guid? StayId { get; init; }

    public Guid? EncounterId { get; init; }

    public Guid? PatientId { get; init; }

    public string? Patient { get; init; }

    public string? RecordNumber { get; init; }

    public Sex? Sex { get; init; }

    public DateOnly? BirthDate { get; init; }

    public DateTime? AdmittedAt { get; init; }

    public string? Reason { get; init; }

    public string? Clinician { get; init; }

    public DateOnly? PlannedDischargeOn { get; init; }

    public DateTime? DischargeOrderedAt { get; init; }

    /// <summary>Why; that the patient is isolated says <see cref="State"/>.</summary>
    public string? IsolationReason { get; init; }

    /// <summary>The chart of who lies here does not open to the caller: no clinical words and no score, although there may be some.</summary>
    public bool IsShut { get; init; }

    /// <summary>Where the patient lies who has this bed reserved, or which bed is reserved for the patient in this one.</summary>
    public string? OtherBed { get; init; }

    /// <summary>Of this stay; null before the first set and for people who may not see vital signs.</summary>
    public News2Status? News2 { get; init; }

    /// <summary>The last score of this stay, also while the newest set is incomplete.</summary>
    public int? News2Score { get; init; }

    /// <summary>When the set of <see cref="News2Score"/> was taken.</summary>
    public DateTime? News2ScoredAt { get; init; }

    public News2Response? News2Response { get; init; }

    public Guid? OtherBedId { get; init; }

    public DateTime? ReservedUntil { get; init; }

    public string? ReservedBy { get; init; }

    public Guid? CleaningTaskId { get; init; }

    public CleaningStatus? Cleaning { get; init; }

    public DateTime? CleaningRequestedAt { get; init; }

    public DateTime? CleaningStartedAt { get; init; }

    public string? CleaningStartedBy { get; init; }

    /// <summary>Sign-in of who recorded that the patient left: somebody else confirms.</summary>
    public Guid? CleaningRequestedBy { get; init; }

    public string? ClosedReason { get; init; }

    public DateOnly? ClosedUntil { get; init; }

    public required Guid Version { get; init; }

    /// <summary>The discharge of who lies here is ordered; true of an isolated bed too, whose state says the isolation.</summary>
    public bool IsLeaving => State.IsTaken() && DischargeOrderedAt is not null;

    /// <summary>Whether the bed belongs to this state's figure and filter: to its own, and to "discharge ordered" whenever that is so.</summary>
    public bool Is(BedBoardState state) => State == state || (state == BedBoardState.DischargeOrdered && IsLeaving);

    /// <summary>What the board says of it, lower case: <c>isolated, discharge ordered</c>.</summary>
    public string Word => State == BedBoardState.Isolated && IsLeaving ? $"{State.Word()}, {BedBoardState.DischargeOrdered.Word()}" : State.Word();
}

/// <summary>One line of a bed's past, newest first.</summary>
/// <param name="At">UTC.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Patient">Who it concerned; null for cleaning and for people who may not see patients.</param>
/// <param name="By">Name of who did it; null when unknown.</param>
public sealed record BedHistoryRow(DateTime At, BedHistoryKind Kind, string? Patient, string? By);

public enum BedHistoryKind
{
    Reserved,
    ReservationEnded,
    MovedIn,
    Left,
    InError,
    CleaningStarted,
    Cleaned,
}

/// <summary>An inpatient in the list of stays.</summary>
public sealed record StayRow(Guid EncounterId, Guid StayId, Guid PatientId, string Patient, string RecordNumber, Sex Sex, DateOnly BirthDate, Guid BedId, string Bed, string Ward,
    DateTime AdmittedAt, string? Reason, string? Clinician, DateOnly? PlannedDischargeOn, DateTime? DischargeOrderedAt, string? IsolationReason)
{
    /// <summary>The chart opens to who asked without emergency access; see <c>CareRelationship</c>.</summary>
    public bool Opens { get; init; }

    /// <summary>Everybody who sees the bed knows it; why is protected.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>The chart does not open to the caller: no clinical words and no score, although there may be some.</summary>
    public bool IsShut { get; init; }

    /// <summary>Of this stay; null before the first set and for people who may not see vital signs.</summary>
    public News2Status? News2 { get; init; }

    /// <summary>The last score of this stay, also while the newest set is incomplete.</summary>
    public int? News2Score { get; init; }

    /// <summary>When the set of <see cref="News2Score"/> was taken.</summary>
    public DateTime? News2ScoredAt { get; init; }

    public int? News2Before { get; init; }

    public News2Response? News2Response { get; init; }
}

/// <summary>What can be changed about a stay.</summary>
/// <param name="EncounterId">The stay.</param>
/// <param name="Version">To be sent back with the change.</param>
/// <param name="Reason">Why the patient is here.</param>
/// <param name="ClinicianId">Who is responsible.</param>
/// <param name="Clinician">Their name.</param>
/// <param name="PlannedDischargeOn">Expected to leave.</param>
/// <param name="DischargeOrderedAt">Null while the patient may not leave yet.</param>
public sealed record StayDetail(Guid EncounterId, Guid Version, string? Reason, Guid? ClinicianId, string? Clinician, DateOnly? PlannedDischargeOn, DateTime? DischargeOrderedAt)
{
    /// <summary>There is a reason, and the chart does not open to the caller.</summary>
    public bool IsReasonShut { get; init; }
}

/// <summary>A stay of one patient with the beds in which they lay.</summary>
public sealed record PatientStayRow(Guid EncounterId, EncounterStatus Status, DateTime AdmittedAt, DateTime? EndedAt, string? Reason, string? Clinician, string? Department,
    DateOnly? PlannedDischargeOn, DischargeOutcome? Outcome, IReadOnlyList<PatientBedRow> Beds)
{
    /// <summary>Why the stay was entered in error; null for one that counts.</summary>
    public string? ErrorReason { get; init; }

    /// <summary>The latest stay, ended within the last day, so that its departure may be taken back.</summary>
    public bool LeftLast { get; init; }
}

/// <summary>One bed of a stay, from–to in UTC.</summary>
public sealed record PatientBedRow(Guid StayId, string Bed, string Ward, DateTime From, DateTime? To, BedStayStatus Status);

/// <summary>Where an inpatient lies now.</summary>
public sealed record PatientPlaceRow(Guid EncounterId, string Ward, string Bed, string? Clinician, DateTime AdmittedAt);

/// <summary>A bed that waits to be cleaned or is being cleaned.</summary>
public sealed record CleaningRow(Guid TaskId, Guid BedId, string Bed, string Ward, CleaningKind Kind, CleaningStatus Status, DateTime RequestedAt, Guid RequestedBy, string? RequestedByName,
    DateTime? StartedAt, string? StartedByName);

/// <summary>A doctor who can be responsible for a stay.</summary>
public sealed record ClinicianOption(Guid Id, string Name, string? Specialty)
{
    /// <summary><c>Dr Ada Obi, Surgery</c>, for a list to choose from.</summary>
    public string Label => Specialty is null ? Name : $"{Name}, {Specialty}";
}

/// <summary>Beds of one organisation and its wards, for everybody who looks over the tree. Figures only.</summary>
public sealed record OccupancyRow(Guid OrganizationId, string Organization, Guid? ParentId, OccupancyFigures Figures, IReadOnlyList<WardOccupancyRow> Wards);

public sealed record WardOccupancyRow(Guid WardId, string Ward, OccupancyFigures Figures);

/// <summary>Counts of beds. <see cref="Percent"/> is of beds that are not closed; null when there are none.</summary>
public sealed record OccupancyFigures(int Beds, int Occupied, int Free, int Reserved, int Cleaning, int Closed)
{
    public int? Percent => Beds - Closed > 0 ? (int)Math.Round(100.0 * Occupied / (Beds - Closed), MidpointRounding.AwayFromZero) : null;

    public static OccupancyFigures Of(IEnumerable<BedBoardState> states)
    {
        var all = states.ToList();
        return new(all.Count, all.Count(s => s.IsTaken()), all.Count(s => s == BedBoardState.Free), all.Count(s => s == BedBoardState.Reserved), all.Count(s => s.IsDirty()),
            all.Count(s => s == BedBoardState.Closed));
    }
}

/// <summary>One bed in the list of the room page.</summary>
public sealed record RoomBedRow(Guid Id, string Label, BedStatus Status, string? ClosedReason, DateOnly? ClosedUntil, Guid Version);
