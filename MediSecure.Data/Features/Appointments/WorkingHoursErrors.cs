using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Appointments;

/// <summary>Why hours or leave cannot be saved.</summary>
public static class WorkingHoursErrors
{
    public static readonly Error NoSuchClinician = new("hours.no-such-person", "This person does not work here or takes no bookings, so there are no hours to set. Check the staff list.", ErrorKind.NotFound);

    public static readonly Error NoSuchRoom = new("hours.no-such-room", "This consulting room does not exist here or is closed. Choose another room.", ErrorKind.NotFound, "RoomId");

    public static readonly Error FromNotATime = Error.Invalid("hours.from-not-a-time", "Type the time as hours and minutes, for example 09:00.", "From");

    public static readonly Error ToNotATime = Error.Invalid("hours.to-not-a-time", "Type the time as hours and minutes, for example 17:00. The end of the day is 24:00.", "To");

    public static readonly Error EndBeforeStart = Error.Invalid("hours.end-before-start", "The end must be after the start. Hours over midnight are two entries: one to 24:00, one from 00:00 on the next day.", "To");

    public static readonly Error TooShort = Error.Invalid("hours.too-short", "Not even one visit fits between these times. Choose a later end or shorter visits.", "SlotMinutes");

    public static readonly Error LeaveEndBeforeStart = Error.Invalid("leave.end-before-start", "The leave must end after it begins. Check the dates.", "ToOn");

    public static readonly Error LeaveTooLong = Error.Invalid("leave.too-long", "Leave can be entered for up to two years at once and not before the year 2000. Check the dates.", "ToOn");

    public static readonly Error LeaveOverlaps = Error.Conflict("leave.overlaps", "There is leave in this time already. Remove it first, or choose other dates.", "FromOn");

    /// <summary>The clock skips this time.</summary>
    public static Error Skipped(string field, string time, string day) => Error.Invalid("leave.skipped-time",
        $"{time} does not exist on {day}: the clocks go forward then. Type an hour later.", field);

    public static Error Overlaps(string from, string to) => Error.Conflict("hours.overlap",
        $"These hours overlap with {from} to {to} on the same day. Change those, or choose other times.", "From");
}
