namespace MediSecure.Data.Features.Appointments;

/// <summary>FHIR R4/R5: Appointment.status. <see cref="Held"/> is a slot in status busy-tentative.</summary>
public enum AppointmentStatus
{
    Proposed,
    Pending,
    Waitlist,
    Held,
    Booked,
    Arrived,
    CheckedIn,
    Fulfilled,
    Cancelled,
    NoShow,
    EnteredInError,
}

/// <summary>What people do with an appointment.</summary>
public enum AppointmentAction
{
    /// <summary>A hold, an offer or a place on the waitlist becomes a booking.</summary>
    Book,
    Arrive,
    CheckIn,
    Start,
    Fulfil,
    Cancel,
    Reschedule,
    MarkNoShow,
    UndoNoShow,
    EnterInError,
}

/// <summary>Which action is legal in which status, and the limits in time. Read by the entity, and by screens to show only buttons that can work.</summary>
public static class AppointmentRules
{
    /// <summary>Arrival and check-in open this long before the start.</summary>
    public static readonly TimeSpan CheckInOpens = TimeSpan.FromHours(2);

    /// <summary>And close this long after the end.</summary>
    public static readonly TimeSpan CheckInCloses = TimeSpan.FromHours(12);

    /// <summary>Not before this long after the start has somebody failed to come.</summary>
    public static readonly TimeSpan NoShowGrace = TimeSpan.FromMinutes(15);

    /// <summary>How far ahead the calendar is open.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(366);

    /// <summary>Whether the status takes the time of clinician, room and patient. The database's rules name the same five.</summary>
    public static bool TakesTime(this AppointmentStatus status) =>
        status is AppointmentStatus.Held or AppointmentStatus.Booked or AppointmentStatus.Arrived or AppointmentStatus.CheckedIn or AppointmentStatus.Fulfilled;

    public static bool Allows(this AppointmentStatus status, AppointmentAction action) => action switch
    {
        AppointmentAction.Book => status is AppointmentStatus.Held or AppointmentStatus.Pending or AppointmentStatus.Waitlist,
        AppointmentAction.Arrive => status is AppointmentStatus.Booked,
        AppointmentAction.CheckIn => status is AppointmentStatus.Booked or AppointmentStatus.Arrived,
        AppointmentAction.Start or AppointmentAction.Fulfil => status is AppointmentStatus.CheckedIn,
        AppointmentAction.Cancel => status is AppointmentStatus.Proposed or AppointmentStatus.Pending or AppointmentStatus.Waitlist or AppointmentStatus.Booked,
        AppointmentAction.Reschedule => status is AppointmentStatus.Booked,
        AppointmentAction.MarkNoShow => status is AppointmentStatus.Booked,
        AppointmentAction.UndoNoShow => status is AppointmentStatus.NoShow,
        AppointmentAction.EnterInError => status is not AppointmentStatus.EnteredInError,
        _ => false,
    };
}
