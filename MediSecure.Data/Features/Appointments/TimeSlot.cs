using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Appointments;

/// <summary>A stretch of time, UTC, from its start up to but not including its end: 09:00–09:20 and 09:20–09:40 do not overlap. FHIR: Slot.</summary>
public readonly record struct TimeSlot(DateTime StartsAt, DateTime EndsAt)
{
    public const int MinMinutes = 5;

    /// <summary>Nobody sees a patient longer in one visit. The queries for overlaps rely on it.</summary>
    public const int MaxMinutes = 240;

    public int Minutes => (int)(EndsAt - StartsAt).TotalMinutes;

    /// <summary>The one overlap rule of the house; the exclusion constraints say the same.</summary>
    public bool Overlaps(TimeSlot other) => StartsAt < other.EndsAt && EndsAt > other.StartsAt;

    public bool Contains(TimeSlot other) => StartsAt <= other.StartsAt && EndsAt >= other.EndsAt;

    /// <summary>A slot that can be booked: 5 minutes to 4 hours, on a whole minute of UTC.</summary>
    public static Result<TimeSlot> Create(DateTime startsAt, int minutes)
    {
        if (startsAt.Kind != DateTimeKind.Utc || startsAt.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            return AppointmentErrors.NotATime;
        }

        if (minutes is < MinMinutes or > MaxMinutes)
        {
            return AppointmentErrors.Length;
        }

        return startsAt > DateTime.MaxValue.AddMinutes(-MaxMinutes) ? AppointmentErrors.NotATime : new TimeSlot(startsAt, startsAt.AddMinutes(minutes));
    }
}
