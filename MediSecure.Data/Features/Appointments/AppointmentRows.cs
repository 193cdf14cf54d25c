using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Features.Appointments;

/// <summary>A time that can be booked, UTC.</summary>
public sealed record FreeSlot(DateTime StartsAt, DateTime EndsAt, Guid? RoomId);

/// <summary>A clinician who can be booked, or whose visits can be filtered by.</summary>
public sealed record ClinicianOption(Guid Id, string Name, string? Specialty);

/// <summary>What a successful booking says; the same again when the same form is saved twice.</summary>
public sealed record BookedVisit(Guid Id, Guid Version, DateTime StartsAt, DateTime EndsAt, string PatientName, string ClinicianName, string? Room);

/// <summary>One appointment in a list, with two identifiers of the patient.</summary>
public sealed record AppointmentRow
{
    public required Guid Id { get; init; }
    public required Guid Version { get; init; }
    public required AppointmentStatus Status { get; init; }
    public required DateTime StartsAt { get; init; }
    public required DateTime EndsAt { get; init; }
    public required Guid PatientId { get; init; }
    public required string PatientName { get; init; }
    public required string RecordNumber { get; init; }
    public required DateOnly BirthDate { get; init; }
    public required Sex Sex { get; init; }
    public required Guid ClinicianId { get; init; }
    public required string ClinicianName { get; init; }
    public string? Specialty { get; init; }
    public string? Room { get; init; }
    public string? Department { get; init; }
    public string? Reason { get; init; }
    public DateTime? ArrivedAt { get; init; }
    public DateTime? CheckedInAt { get; init; }
    public string? CancelReason { get; init; }

    /// <summary>State of the visit itself, from check-in on.</summary>
    public EncounterStatus? Visit { get; init; }

    /// <summary>When the clinician called the patient in.</summary>
    public DateTime? StartedAt { get; init; }

    public DateTime? EndedAt { get; init; }

    /// <summary>The visit that took this one's place.</summary>
    public DateTime? MovedToAt { get; init; }

    public bool IsMoved { get; init; }

    /// <summary>How long the patient has waited, or waited until called in; null before arrival.</summary>
    public TimeSpan? Waited(DateTime now) => ArrivedAt is not { } arrived ? null
        : StartedAt is { } started ? started - arrived
        : Status is AppointmentStatus.Arrived or AppointmentStatus.CheckedIn ? now - arrived
        : null;

    /// <summary>Whether the button can work now; the service decides.</summary>
    public bool Allows(AppointmentAction action, DateTime now) => Status.Allows(action) && action switch
    {
        AppointmentAction.Arrive => now >= StartsAt - AppointmentRules.CheckInOpens && now <= EndsAt + AppointmentRules.CheckInCloses,
        AppointmentAction.CheckIn => Status == AppointmentStatus.Arrived || (now >= StartsAt - AppointmentRules.CheckInOpens && now <= EndsAt + AppointmentRules.CheckInCloses),
        AppointmentAction.Start => Visit == EncounterStatus.Arrived,
        AppointmentAction.Fulfil => Visit == EncounterStatus.InProgress,
        AppointmentAction.MarkNoShow => now >= StartsAt + AppointmentRules.NoShowGrace,
        _ => true,
    };
}

/// <summary>Somebody who comes today: what may be seen by everybody who works with arrivals. No reason of the visit.</summary>
public sealed record ArrivalRow
{
    public required Guid Id { get; init; }
    public required AppointmentStatus Status { get; init; }
    public required DateTime StartsAt { get; init; }
    public required Guid PatientId { get; init; }
    public required string PatientName { get; init; }
    public required string RecordNumber { get; init; }
    public required DateOnly BirthDate { get; init; }
    public required Sex Sex { get; init; }
    public required Guid ClinicianId { get; init; }
    public required string ClinicianName { get; init; }
    public string? Department { get; init; }
    public string? Room { get; init; }
    public DateTime? ArrivedAt { get; init; }
    public DateTime? StartedAt { get; init; }
    public EncounterStatus? Visit { get; init; }

    /// <summary>The chart opens to who asked without emergency access; see <c>CareRelationship</c>.</summary>
    public bool Opens { get; init; }

    /// <summary>In the house, and not called in yet.</summary>
    public bool IsWaiting => Status is AppointmentStatus.Arrived or AppointmentStatus.CheckedIn && Visit is null or EncounterStatus.Arrived;

    public TimeSpan? Waited(DateTime now) => ArrivedAt is not { } arrived ? null
        : StartedAt is { } started ? started - arrived
        : Status is AppointmentStatus.Arrived or AppointmentStatus.CheckedIn ? now - arrived
        : null;
}

/// <summary>A clinician's own list.</summary>
/// <param name="On">The local day.</param>
/// <param name="Rows">By time.</param>
/// <param name="CurrentId">The visit to act on now: the one in progress, else the first who waits.</param>
public sealed record DaySchedule(DateOnly On, IReadOnlyList<AppointmentRow> Rows, Guid? CurrentId);

/// <summary>A patient's own visits: the coming ones earliest first, the past ones latest first.</summary>
/// <param name="Coming">Booked and not over.</param>
/// <param name="Past">The latest fifty others.</param>
/// <param name="CutOffHours">Until how many hours before the start the patient may move or cancel.</param>
public sealed record OwnVisits(IReadOnlyList<AppointmentRow> Coming, IReadOnlyList<AppointmentRow> Past, int CutOffHours);

/// <summary>What stands in one place of a week: a visit, a free time, leave.</summary>
public enum CalendarKind
{
    Free,
    Visit,
    /// <summary>Taken, without saying by whom: another patient's visit (to a patient), or at another organisation.</summary>
    Taken,
    Away,
}

public sealed record CalendarEntry(CalendarKind Kind, DateTime StartsAt, DateTime EndsAt)
{
    public Guid? AppointmentId { get; init; }
    public AppointmentStatus? Status { get; init; }
    public string? PatientName { get; init; }
    public string? RecordNumber { get; init; }
    public string? Text { get; init; }
}

/// <summary>One local day of a clinician.</summary>
/// <param name="On">The day.</param>
/// <param name="Open">Stretches of working hours, UTC.</param>
/// <param name="Entries">By start.</param>
public sealed record CalendarDay(DateOnly On, IReadOnlyList<TimeSlot> Open, IReadOnlyList<CalendarEntry> Entries)
{
    public int Booked => Entries.Count(e => e.Kind == CalendarKind.Visit);
}

/// <summary>Some days of one clinician.</summary>
public sealed record ClinicianCalendar(ClinicianOption Clinician, IReadOnlyList<CalendarDay> Days);

/// <summary>Which appointments a list shows; an empty filter shows all but those entered in error.</summary>
public sealed record AppointmentFilter(DateOnly? FromOn = null, DateOnly? ToOn = null, Guid? ClinicianId = null, AppointmentStatus? Status = null);
