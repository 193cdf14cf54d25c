using System.Globalization;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Appointments;

/// <summary>A lost time, with the next free ones for the screen to offer.</summary>
/// <param name="Code">Which of clinician, room, patient was taken.</param>
/// <param name="Message">Names what was taken and the times.</param>
/// <param name="Nearest">Free slots of the same clinician at or after the lost one; may be empty.</param>
public sealed record SlotTakenError(string Code, string Message, IReadOnlyList<FreeSlot> Nearest) : Error(Code, Message, ErrorKind.Conflict, "StartsAt");

/// <summary>Why an appointment cannot be made or changed.</summary>
public static class AppointmentErrors
{
    public static readonly Error Past = Error.Invalid("appointment.past", "This time has already begun, so it cannot be booked. Choose a later time.", "StartsAt");

    public static readonly Error NotATime = Error.Invalid("appointment.not-a-time", "This is not a time that can be booked. Choose a whole minute from the free times.", "StartsAt");

    public static readonly Error Length = Error.Invalid("appointment.length", $"A visit lasts between {TimeSlot.MinMinutes} minutes and {TimeSlot.MaxMinutes / 60} hours. Choose a length in between.", "Minutes");

    public static readonly Error TooFar = Error.Invalid("appointment.too-far", "The calendar is open for one year. Choose an earlier day.", "StartsAt");

    public static readonly Error NoSuchClinician = new("appointment.no-such-clinician", "This clinician does not work here or takes no bookings. Choose another from the list.", ErrorKind.NotFound, "ClinicianId");

    public static readonly Error NoSuchPatient = new("appointment.no-such-patient", "This patient is not registered here. Search for the patient again, or register them first.", ErrorKind.NotFound, "PatientId");

    public static readonly Error Deceased = Error.Conflict("appointment.patient-deceased", "A death is recorded for this patient, so no visit can be booked. Check that this is the right patient.", "PatientId");

    public static readonly Error OutsideHours = Error.Invalid("appointment.outside-hours", "The clinician does not work at this time. Choose one of the free times.", "StartsAt");

    public static readonly Error OnLeave = Error.Conflict("appointment.on-leave", "The clinician is away at this time. Choose one of the free times.", "StartsAt");

    public static readonly Error NoId = Error.Invalid("appointment.no-id", "The form lost its number, so nothing was saved. Close it and begin again.");

    public static readonly Error IdUsed = Error.Conflict("appointment.id-used", "This form has been saved already for another visit. Close it and begin a new one.");

    public static readonly Error HoldExpired = Error.Conflict("appointment.hold-expired", "The time was held for five minutes and is free again. Choose it once more, or another.");

    public static readonly Error CheckInNotOpen = Error.Conflict("appointment.check-in-not-open", "Check-in opens two hours before the visit starts. Try again then.");

    public static readonly Error CheckInOver = Error.Conflict("appointment.check-in-over", "This visit was too long ago to check in. Mark it as not attended, or book a new one.");

    public static readonly Error NoShowTooEarly = Error.Conflict("appointment.no-show-too-early", "A visit counts as not attended from 15 minutes after its start. Try again then.");

    public static readonly Error NoShowIsFinal = Error.Conflict("appointment.no-show-final", "Not attended can be taken back on the same day only. Book a new visit instead.");

    public static readonly Error ReasonNeeded = Error.Invalid("appointment.reason-needed", "Say why: the reason is kept with the visit.", "Reason");

    public static readonly Error NotYourVisit = new("appointment.not-your-visit", "This visit is with another clinician, so only they can start and complete it.", ErrorKind.Denied);

    public static readonly Error ClinicianTaken = Error.Conflict("appointment.clinician-taken", "The clinician was just booked at this time, so nothing was saved. Choose another time.", "StartsAt");

    public static readonly Error RoomTaken = Error.Conflict("appointment.room-taken", "The room was just booked at this time, so nothing was saved. Choose another time or room.", "StartsAt");

    public static readonly Error RoomClosed = Error.Conflict("appointment.room-closed", "The room of this time was just closed, so nothing was saved. Look at the free times again and choose another.", "StartsAt");

    public static readonly Error PatientTaken = Error.Conflict("appointment.patient-taken",
        "The patient has another appointment at this time, so nothing was saved. Choose another time, or move the other one first.", "StartsAt");

    /// <summary>The patient is past the organisation's limit for changing a visit alone.</summary>
    public static Error TooLateForPatient(int hours) => Error.Conflict("appointment.too-late",
        $"A visit can be moved or cancelled here until {(hours == 1 ? "1 hour" : $"{hours.ToString(CultureInfo.InvariantCulture)} hours")} before it starts. Please call the hospital.");

    /// <summary>The action is not legal in this status.</summary>
    public static Error NotIn(AppointmentStatus status, AppointmentAction action) =>
        Error.Conflict($"appointment.{Verb(action).Replace(' ', '-')}-not-possible", $"This visit {State(status)}, so you cannot {Verb(action)}. Look at the list again: it shows what can be done now.");

    internal static bool IsTaken(Error error) => error.Code is "appointment.clinician-taken" or "appointment.room-taken" or "appointment.patient-taken";

    private static string State(AppointmentStatus status) => status switch
    {
        AppointmentStatus.Proposed => "has only been asked for",
        AppointmentStatus.Pending => "has been offered and not yet accepted",
        AppointmentStatus.Waitlist => "is on the waitlist",
        AppointmentStatus.Held => "is being booked by somebody",
        AppointmentStatus.Booked => "is booked and nothing more",
        AppointmentStatus.Arrived => "has an arrived patient",
        AppointmentStatus.CheckedIn => "has a checked-in patient",
        AppointmentStatus.Fulfilled => "has been completed",
        AppointmentStatus.Cancelled => "has been cancelled",
        AppointmentStatus.NoShow => "was not attended",
        _ => "was entered in error",
    };

    private static string Verb(AppointmentAction action) => action switch
    {
        AppointmentAction.Book => "book it",
        AppointmentAction.Arrive => "record an arrival",
        AppointmentAction.CheckIn => "check in",
        AppointmentAction.Start => "start it",
        AppointmentAction.Fulfil => "complete it",
        AppointmentAction.Cancel => "cancel it",
        AppointmentAction.Reschedule => "move it",
        AppointmentAction.MarkNoShow => "mark it as not attended",
        AppointmentAction.UndoNoShow => "take back not attended",
        _ => "mark it as entered in error",
    };
}
