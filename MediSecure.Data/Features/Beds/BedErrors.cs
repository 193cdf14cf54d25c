using System.Globalization;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Beds;

/// <summary>Why a bed operation is refused. Labels and names are those of rows that the asking person may see.</summary>
public static class BedErrors
{
    public static readonly Error ReservationLength = Error.Invalid("bed.reservation-length", "A bed is kept for at most four hours. Choose a shorter time, and reserve again if it is still needed.", "Minutes");

    public static readonly Error NotReserved = Error.Conflict("bed.not-reserved", "This reservation is already used or cancelled, so nothing was changed.");

    public static readonly Error ReservationLapsed = Error.Conflict("bed.reservation-lapsed", "The time of this reservation is over, so nothing was changed. Admit to the bed anew if it is still free.");

    public static readonly Error StayOver = Error.Conflict("bed.stay-over", "The patient has already left this bed, so nothing was changed. Reload the board to see where the patient is now.");

    public static readonly Error StayNotOver = Error.Conflict("bed.stay-not-over", "Nobody has left this bed, so there is nothing to take back. Reload the board to see it as it is.");

    public static readonly Error CleaningStarted = Error.Conflict("bed.cleaning-started", "Somebody has already started to clean this bed, so nothing was changed.");

    public static readonly Error CleaningNotStarted = Error.Conflict("bed.cleaning-not-started", "Nobody has started to clean this bed yet, so it cannot be confirmed. Start the cleaning first.");

    public static readonly Error CleaningDone = Error.Conflict("bed.cleaning-done", "This bed has already been cleaned, so nothing was changed.");

    public static readonly Error CleanedBySamePerson = Error.Conflict("bed.cleaned-by-same-person",
        "You recorded that the patient left this bed, so somebody else must confirm that it is clean. Ask a colleague, logistics or an administrator.");

    public static readonly Error Deceased = Error.Conflict("bed.patient-deceased", "This patient is recorded as deceased, so no bed was given. Check that this is the right patient.", "PatientId");

    public static readonly Error UnknownPatient = Error.Invalid("bed.unknown-patient", "Choose a patient from the list. A patient who is not in it has to be registered first.", "PatientId");

    public static readonly Error UnknownClinician = Error.Invalid("bed.unknown-clinician", "Choose a doctor who works here as the responsible clinician.", "ClinicianId");

    public static readonly Error UnknownRoom = Error.Invalid("bed.unknown-room", "Choose an open patient room for this bed.", "RoomId");

    public static readonly Error SameBed = Error.Invalid("bed.same-bed", "The patient already lies in this bed. Choose another one.", "BedId");

    public static readonly Error PlannedInThePast = Error.Invalid("bed.planned-in-the-past", "The planned discharge is before today. Choose today or a later day.", "PlannedDischargeOn");

    public static readonly Error ClosedUntilPast = Error.Invalid("bed.closed-until-past", "The day until which the bed is closed is in the past. Choose today or a later day, or leave it empty.", "Until");

    public static Error RoomClosed(string room) => Error.Conflict("bed.room-closed", $"Room {room} is closed, so its beds cannot be used. Reopen the room first, or choose a bed in another room.", "BedId");

    /// <summary>The bed cannot be given, in the words of the board.</summary>
    public static Error NotFree(string label, BedStatus status) => Error.Conflict("bed.not-free", status switch
    {
        BedStatus.Occupied or BedStatus.Isolated => $"Bed {label} was just given to somebody else, so nothing was saved. Choose another free bed.",
        BedStatus.Housekeeping => $"Bed {label} waits to be cleaned, so nothing was saved. Have it cleaned first, or choose another free bed.",
        BedStatus.Contaminated => $"Bed {label} waits for a deep clean, so nothing was saved. Have it cleaned first, or choose another free bed.",
        _ => $"Bed {label} is closed, so nothing was saved. Choose another free bed.",
    }, "BedId");

    /// <summary>The bed is kept for somebody else. <paramref name="until"/> is in the organisation's zone.</summary>
    public static Error Reserved(string label, DateTime until) => Error.Conflict("bed.reserved",
        $"Bed {label} is reserved for somebody else until {until.ToString("HH:mm", CultureInfo.InvariantCulture)}, so nothing was saved. Choose another free bed, or cancel the reservation first.", "BedId");

    /// <summary>The bed of a departure that was to be taken back.</summary>
    public static Error GivenAgain(string label) => Error.Conflict("bed.given-again",
        $"Bed {label} has been given to somebody else since, so the departure was not taken back. Admit the patient to another bed.");

    public static Error AlreadyInpatient(string patient, string? bed) => Error.Conflict("encounter.already-inpatient", bed is null
        ? $"{patient} is already admitted here, so nothing was saved."
        : $"{patient} already lies in {bed}, so nothing was saved. Transfer the patient instead.", "PatientId");

    public static Error AlreadyReserved(string patient, string bed) => Error.Conflict("bed.patient-has-reservation",
        $"{bed} is already reserved for {patient}, so nothing was saved. Cancel that reservation first.", "PatientId");

    public static Error NobodyInBed(string label) => Error.Conflict("bed.nobody-in-it", $"Nobody lies in bed {label} any more, so nothing was changed. Reload the board to see it as it is.");

    public static Error AlreadyIsolated(string label) => Error.Conflict("bed.already-isolated", $"Bed {label} is already isolated, so nothing was changed.");

    public static Error NotIsolated(string label) => Error.Conflict("bed.not-isolated", $"Bed {label} is not isolated, so there is nothing to end.");

    public static Error NothingToClean(string label) => Error.Conflict("bed.nothing-to-clean", $"Bed {label} does not wait to be cleaned, so nothing was changed.");

    public static Error AlreadyClosed(string label) => Error.Conflict("bed.already-closed", $"Bed {label} is already closed, so nothing was changed.");

    public static Error NotClosed(string label) => Error.Conflict("bed.not-closed", $"Bed {label} is not closed, so there is nothing to reopen.");

    public static Error CannotClose(string label, BedStatus status) => Error.Conflict("bed.cannot-close", status == BedStatus.Contaminated
        ? $"Bed {label} was not closed: it waits for its deep clean. Have it cleaned first."
        : $"Bed {label} was not closed: somebody lies in it. Transfer or discharge the patient first.");

    /// <summary>Says who lies in it: the person who closes beds may know, and must in order to act.</summary>
    public static Error CannotCloseOccupied(string label, string patient) => Error.Conflict("bed.cannot-close",
        $"Bed {label} was not closed: {patient} lies in it. Transfer or discharge the patient first.");

    public static Error CannotCloseReserved(string label, string patient) => Error.Conflict("bed.cannot-close",
        $"Bed {label} was not closed: it is reserved for {patient}. Cancel the reservation first.");

    public static Error MovedWhileOccupied(string label) => Error.Conflict("bed.moved-while-occupied",
        $"Somebody lies in bed {label}, so it cannot be put into another room. Transfer the patient first.", "RoomId");
}
