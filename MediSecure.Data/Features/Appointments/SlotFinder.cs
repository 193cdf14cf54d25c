using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Appointments;

/// <summary>A weekly period of bookable time as the calculation needs it.</summary>
public sealed record HoursPeriod(Guid? RoomId, DayOfWeek Day, int FromMinute, int ToMinute, int SlotMinutes);

/// <summary>Everything that decides when one clinician is free. All instants UTC.</summary>
/// <param name="Zone">The organisation's zone.</param>
/// <param name="Hours">The clinician's weekly hours here.</param>
/// <param name="RoomHours">Opening hours of rooms that have any; a room without is always open.</param>
/// <param name="Away">Leave.</param>
/// <param name="Busy">The clinician's taken time, at every organisation.</param>
/// <param name="RoomBusy">Taken time per room.</param>
public sealed record Timetable(
    TimeZoneInfo Zone,
    IReadOnlyList<HoursPeriod> Hours,
    ILookup<Guid, HoursPeriod> RoomHours,
    IReadOnlyList<TimeSlot> Away,
    IReadOnlyList<TimeSlot> Busy,
    ILookup<Guid, TimeSlot> RoomBusy);

/// <summary>Where in the hours a wanted time lies.</summary>
/// <param name="RoomId">The room the clinician sits in then.</param>
/// <param name="SlotMinutes">The usual length then.</param>
public sealed record HoursPlace(Guid? RoomId, int SlotMinutes);

/// <summary>Computes free slots; no database, no clock. Steps in real time within each stretch of hours, so that a skipped hour gives no slot and a doubled one gives each of its
/// times twice, once per instant.</summary>
public static class SlotFinder
{
    /// <summary>Free slots that start on <paramref name="days"/> local days from <paramref name="fromOn"/> and after <paramref name="now"/>, in order.</summary>
    public static IEnumerable<FreeSlot> Free(Timetable table, DateOnly fromOn, int days, DateTime now)
    {
        for (var day = 0; day < days; day++)
        {
            var on = fromOn.AddDays(day);
            foreach (var slot in Offered(table, on).OrderBy(slot => slot.StartsAt).ThenBy(slot => slot.RoomId))
            {
                if (slot.StartsAt > now && IsFree(table, new TimeSlot(slot.StartsAt, slot.EndsAt), slot.RoomId))
                {
                    yield return slot;
                }
            }
        }
    }

    /// <summary>The stretches of working hours of one local day, with room.</summary>
    public static IEnumerable<(TimeSlot Stretch, HoursPeriod Hours)> Stretches(Timetable table, DateOnly on) =>
        table.Hours.Where(hours => hours.Day == on.DayOfWeek).SelectMany(hours => Stretches(table.Zone, hours, on).Select(stretch => (stretch, hours)));

    /// <summary>Where <paramref name="slot"/> lies in the hours; null when it is not wholly inside them, or its room is closed.</summary>
    public static HoursPlace? Place(Timetable table, DateTime startsAt, int? minutes)
    {
        var on = LocalDay.Of(table.Zone, startsAt);
        var hours = Stretches(table, on).Where(s => s.Stretch.StartsAt <= startsAt && startsAt < s.Stretch.EndsAt).Select(s => s.Hours).FirstOrDefault();
        if (hours is null)
        {
            return null;
        }

        var slot = new TimeSlot(startsAt, startsAt.AddMinutes(minutes ?? hours.SlotMinutes));
        // A visit may run over midnight or from one period into the next, in the same room.
        var covered = Merge(Enumerable.Range(0, 2).SelectMany(day => Stretches(table, on.AddDays(day))).Where(s => s.Hours.RoomId == hours.RoomId).Select(s => s.Stretch));
        return covered.Any(stretch => stretch.Contains(slot)) && IsOpen(table, hours.RoomId, slot) ? new HoursPlace(hours.RoomId, hours.SlotMinutes) : null;
    }

    private static IEnumerable<FreeSlot> Offered(Timetable table, DateOnly on)
    {
        foreach (var (stretch, hours) in Stretches(table, on))
        {
            for (var at = stretch.StartsAt; at.AddMinutes(hours.SlotMinutes) <= stretch.EndsAt; at = at.AddMinutes(hours.SlotMinutes))
            {
                yield return new FreeSlot(at, at.AddMinutes(hours.SlotMinutes), hours.RoomId);
            }
        }
    }

    private static bool IsFree(Timetable table, TimeSlot slot, Guid? roomId) =>
        !table.Busy.Any(slot.Overlaps) && !table.Away.Any(slot.Overlaps) && (roomId is not { } room || !table.RoomBusy[room].Any(slot.Overlaps)) && IsOpen(table, roomId, slot);

    private static bool IsOpen(Timetable table, Guid? roomId, TimeSlot slot)
    {
        if (roomId is not { } room || !table.RoomHours[room].Any())
        {
            return true;
        }

        var on = LocalDay.Of(table.Zone, slot.StartsAt);
        var open = Enumerable.Range(0, 2).Select(day => on.AddDays(day))
            .SelectMany(day => table.RoomHours[room].Where(hours => hours.Day == day.DayOfWeek).SelectMany(hours => Stretches(table.Zone, hours, day)));
        return Merge(open).Any(stretch => stretch.Contains(slot));
    }

    private static IEnumerable<TimeSlot> Stretches(TimeZoneInfo zone, HoursPeriod hours, DateOnly on) =>
        LocalDay.Periods(zone, on, hours.FromMinute, hours.ToMinute).Select(p => new TimeSlot(p.StartsAt, p.EndsAt));

    private static List<TimeSlot> Merge(IEnumerable<TimeSlot> stretches)
    {
        var merged = new List<TimeSlot>();
        foreach (var stretch in stretches.OrderBy(s => s.StartsAt))
        {
            if (merged.Count > 0 && merged[^1].EndsAt >= stretch.StartsAt)
            {
                merged[^1] = merged[^1] with { EndsAt = merged[^1].EndsAt > stretch.EndsAt ? merged[^1].EndsAt : stretch.EndsAt };
            }
            else
            {
                merged.Add(stretch);
            }
        }

        return merged;
    }
}
