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
    Referral,
    Plan,
    Nutrition,
    Certificate,
}

/// <summary>One thing that happened.</summary>
/// <param name="Id">The row it tells of.</param>
/// <param name="At">UTC.</param>
/// <param name="Kind">Decides the icon.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Detail">More of it.</param>
/// <param name="By">Who.</param>
/// <param name="Tab">Tab of the chart on which it stands; null for none.</param>
/// <param name="Struck">Entered in error.</param>
public sealed record TimelineEntry(Guid Id, DateTime At, TimelineKind Kind, string Title, string? Detail, string? By, string? Tab, bool Struck = false);

/// <summary>A stretch of the timeline, newest first.</summary>
/// <param name="Entries">What happened in it.</param>
/// <param name="OlderBefore">Ask for what is older than this; null when there is nothing older.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Entries, DateTime? OlderBefore);

/// <summary>Which stretch a source is asked for.</summary>
/// <param name="From">Not before this; null for no limit.</param>
/// <param name="Before">Before this.</param>
/// <param name="Most">At most so many, the newest.</param>
/// <param name="Now">For what is released at a time.</param>
public sealed record TimelineWindow(DateTime? From, DateTime Before, int Most, DateTime Now);
