using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Rooms;

public static class RoomErrors
{
    public static readonly Error WardMissing = Error.Invalid("room.ward-missing", "A patient room stands on a ward. Choose the ward.", "WardId");

    public static readonly Error WardNotWanted = Error.Invalid("room.ward-not-wanted", "Only a patient room stands on a ward. Clear the ward, or choose the kind \"Patient room\".", "WardId");

    public static readonly Error WardElsewhere = Error.Invalid("room.ward-elsewhere", "This ward belongs to another department. Choose a ward of the department above.", "WardId");

    public static readonly Error AlreadyClosed = Error.Conflict("room.already-closed", "This room is already closed, so nothing was changed.");

    public static readonly Error NotClosed = Error.Conflict("room.not-closed", "This room is open, so there is nothing to reopen.");

    public static readonly Error DepartmentClosed = Error.Conflict("room.department-closed", "The department of this room is closed. Reopen the department first, or choose another one.", "DepartmentId");

    public static readonly Error KindHasBeds = Error.Conflict("room.has-beds", "This room has beds, so it stays a patient room. Move its beds to another room first.", "Kind");

    /// <summary>Says who lies there: an administrator may know, and must in order to act.</summary>
    public static Error InUse(string number, string bed, string patient) => Error.Conflict("room.in-use",
        $"Room {number} was not closed: {patient} lies in {bed}. Transfer or discharge the patient first.");

    public static Error BedReserved(string number, string bed, string patient) => Error.Conflict("room.bed-reserved",
        $"Room {number} was not closed: {bed} is reserved for {patient}. Cancel the reservation first.");

    public static Error BedContaminated(string number, string bed) => Error.Conflict("room.bed-contaminated",
        $"Room {number} was not closed: {bed} still waits for its deep clean. Have it cleaned first.");

    public static Error Booked(string number, int visits, bool changesKind) => Error.Conflict("room.booked",
        $"{Kept(number, changesKind)}: {visits} {(visits == 1 ? "visit is" : "visits are")} still booked in it. Move {(visits == 1 ? "it" : "them")} to another room first.", changesKind ? "Kind" : null);

    /// <param name="number">The room.</param>
    /// <param name="whose">Names of those whose hours are in it.</param>
    /// <param name="changesKind">What was asked: another kind, or to close it.</param>
    public static Error HasHours(string number, string whose, bool changesKind) => Error.Conflict("room.has-hours",
        $"{Kept(number, changesKind)}: it stands in the working hours of {whose}. Give those hours another room first, or end them.", changesKind ? "Kind" : null);

    public static Error HasOpeningHours(string number) => Error.Conflict("room.has-opening-hours", $"{Kept(number, true)}: it has opening hours. End them first.", "Kind");

    private static string Kept(string number, bool changesKind) => changesKind ? $"Room {number} stays a consulting room" : $"Room {number} was not closed";
}
