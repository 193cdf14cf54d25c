using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Timeline;

/// <summary>What kind of thing happened; decides the icon.</summary>
public enum TimelineKind
{
    Visit,
    Emergency,
    Stay,
    Bed,
    Diagnosis,
    Problem,
    Allergy,
    History,
    Pregnancy,
    Note,
    Vitals,
    Triage,
    Escalation,
    Referral,
    Plan,
    Nutrition,
    Certificate,
    Death,
}

/// <summary>One thing that happened.</summary>
/// <param name="Id">The row it tells of.</param>
/// <param name="At">UTC: when it happened, as far as that is known, else when it was written down.</param>
/// <param name="Kind">Decides the icon.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Detail">More of it.</param>
/// <param name="By">Who.</param>
/// <param name="Tab">Tab of the chart on which it stands; null for none.</param>
/// <param name="Struck">Entered in error.</param>
/// <param name="About">The one thing on the tab that it leads to: the note, the visit, the referral, the certificate.</param>
/// <param name="DayOnly">Nobody knows more than the day: <paramref name="At"/> is where it begins.</param>
public sealed record TimelineEntry(Guid Id, DateTime At, TimelineKind Kind, string Title, string? Detail, string? By, string? Tab, bool Struck = false, Guid? About = null, bool DayOnly = false);

/// <summary>A stretch of the timeline, newest first.</summary>
/// <param name="Entries">What happened in it.</param>
/// <param name="OlderBefore">Ask for what is older than this; null when there is nothing older.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Entries, DateTime? OlderBefore);

/// <summary>Which stretch a source is asked for.</summary>
/// <param name="From">Not before this; null for no limit.</param>
/// <param name="Before">Before this.</param>
/// <param name="Most">At most so many, the newest.</param>
/// <param name="Now">For what is released at a time.</param>
/// <param name="Zone">The organisation's, for what has a day and no time.</param>
public sealed record TimelineWindow(DateTime? From, DateTime Before, int Most, DateTime Now, TimeZoneInfo Zone)
{
    /// <summary>As <see cref="From"/>, for days: a day is in the window when its first instant is.</summary>
    public DateOnly? FromDay => From is { } from ? FirstDayFrom(from) : null;

    /// <summary>As <see cref="Before"/>, for days.</summary>
    public DateOnly BeforeDay => FirstDayFrom(Before);

    /// <summary>The first instant of a day, UTC.</summary>
    public DateTime StartOf(DateOnly day) => LocalDay.Bounds(Zone, day).StartsAt;

    private DateOnly FirstDayFrom(DateTime instant)
    {
        var day = LocalDay.Of(Zone, instant);
        return StartOf(day) < instant ? day.AddDays(1) : day;
    }
}
