using System.Globalization;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Vitals;
using MediSecure.Web.Features.Vitals;
using MediSecure.Web.Ui;

namespace MediSecure.Web.Features.Beds;

/// <summary>The lines of a tile as strings, so that a tile redraws only when what it says changes.</summary>
public sealed class BedWords(OrganizationClock clock, DateTime now)
{
    /// <summary>The accessible name: <c>Bed 301-A, occupied, Chinedu Eze</c>.</summary>
    public static string Name(BedRow bed) => bed.Patient is null ? $"Bed {bed.Label}, {bed.Word}" : $"Bed {bed.Label}, {bed.Word}, {bed.Patient}";

    /// <summary>As a line begins: <c>Isolated, discharge ordered</c>.</summary>
    public static string State(BedRow bed) => string.Concat(bed.Word[..1].ToUpperInvariant(), bed.Word.AsSpan(1));

    /// <summary>Who, or since when.</summary>
    public string Main(BedRow bed) => bed.Patient ?? bed.State switch
    {
        BedBoardState.Free => $"Ready since {Brief(bed.Since)}",
        BedBoardState.Reserved => "Kept for a patient",
        BedBoardState.Cleaning or BedBoardState.DeepCleaning => bed.CleaningStartedAt is { } started ? $"In progress since {Brief(started)}" : $"Requested {Brief(bed.CleaningRequestedAt ?? bed.Since)}",
        BedBoardState.Closed => bed.ClosedReason ?? "Closed",
        _ => $"Taken since {Brief(bed.Since)}",
    };

    /// <summary>Record number, or how long it has been like this.</summary>
    public string First(BedRow bed) => bed.RecordNumber ?? (bed.State switch
    {
        BedBoardState.Closed => bed.ClosedUntil is { } until ? $"to {clock.Day(until)}" : "until further notice",
        BedBoardState.Cleaning or BedBoardState.DeepCleaning => Span(bed.CleaningRequestedAt ?? bed.Since),
        _ => Span(bed.Since),
    });

    /// <summary>Length of stay; nothing where nobody lies.</summary>
    public string? Middle(BedRow bed) => bed.AdmittedAt is { } admitted && bed.State.IsTaken() ? Span(admitted) : null;

    /// <summary>NEWS2 on the tile: <c>7</c>; <c>9?</c> when the newest set is incomplete and the last score was 9; <c>?</c> without one.</summary>
    public static string? Score(BedRow bed) => bed.News2 switch
    {
        News2Status.Scored => bed.News2Score?.ToString(CultureInfo.InvariantCulture),
        News2Status.Incomplete => $"{bed.News2Score?.ToString(CultureInfo.InvariantCulture)}?",
        _ => null,
    };

    /// <summary>What a question mark on the tile means: <c>NEWS2 incomplete, was 9 at 08:00</c>.</summary>
    public string? ScoreWords(BedRow bed) =>
        bed.News2 == News2Status.Incomplete ? $"NEWS2 {VitalLooks.Of(bed.News2, bed.News2Score, bed.News2Response, VitalLooks.Was(clock, bed.News2Score, bed.News2ScoredAt))!.Word}" : null;

    public static string? ScoreCss(BedRow bed) => bed switch
    {
        { News2Response: News2Response.Emergency } => "bed-score-high",
        { News2: News2Status.Incomplete } or { News2Response: News2Response.UrgentReview or News2Response.WardReview } => "bed-score-medium",
        _ => null,
    };

    /// <summary>What comes next.</summary>
    public string? Last(BedRow bed) => bed.State switch
    {
        BedBoardState.Reserved => bed.ReservedUntil is { } until ? $"until {clock.TimeOfDay(until)}" : null,
        BedBoardState.DischargeOrdered => bed.PlannedDischargeOn is { } day ? $"leaves {Near(day)}" : "may leave",
        BedBoardState.Isolated when bed.IsLeaving => BedBoardState.DischargeOrdered.Word(), // a tile has room for one state
        BedBoardState.Occupied or BedBoardState.Isolated => Plan(bed.PlannedDischargeOn),
        BedBoardState.Free => "ready",
        BedBoardState.Cleaning or BedBoardState.DeepCleaning => bed.CleaningStartedBy,
        _ => null,
    };

    public string Plan(DateOnly? planned) => planned is not { } day ? "no plan yet" : day < clock.Today ? $"due {Near(day)}" : $"home {Near(day)}";

    /// <summary><c>today</c>, <c>Thu</c>, else the date: short enough for a tile.</summary>
    public string Near(DateOnly day) => (day.DayNumber - clock.Today.DayNumber) switch
    {
        0 => "today",
        > 0 and < 7 => day.ToString("ddd", CultureInfo.GetCultureInfo("en-GB")),
        _ => clock.Day(day),
    };

    /// <summary><c>09:54</c> today, <c>Sun 22 Nov, 17:40</c> before.</summary>
    public string Moment(DateTime at) => clock.Moment(at);

    /// <summary><c>09:54</c> today, <c>Sun</c> in the last days, else the date: for a tile.</summary>
    public string Brief(DateTime at)
    {
        var day = DateOnly.FromDateTime(clock.Local(at));
        return (clock.Today.DayNumber - day.DayNumber) switch
        {
            0 => clock.TimeOfDay(at),
            > 0 and < 7 => day.ToString("ddd", CultureInfo.GetCultureInfo("en-GB")),
            _ => clock.Day(day),
        };
    }

    /// <summary><c>Today, 10:39</c>, <c>Sun, 17:40</c>, else the date: for a history.</summary>
    public string Past(DateTime at)
    {
        var day = DateOnly.FromDateTime(clock.Local(at));
        return (clock.Today.DayNumber - day.DayNumber) switch
        {
            0 => $"Today, {clock.TimeOfDay(at)}",
            > 0 and < 7 => $"{day.ToString("ddd", CultureInfo.GetCultureInfo("en-GB"))}, {clock.TimeOfDay(at)}",
            _ => clock.Day(day),
        };
    }

    /// <summary><c>24 min</c>, <c>2 h 22</c>, <c>3 d</c>.</summary>
    public string Span(DateTime since)
    {
        var span = now - since;
        return span switch
        {
            { TotalMinutes: < 1 } => "just now",
            { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} min"),
            { TotalHours: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes:00}"),
            { TotalHours: < 24 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} d"),
        };
    }

    /// <summary>Figures of a ward's heading.</summary>
    public string Summary(IReadOnlyCollection<BedRow> beds)
    {
        int Count(Func<BedRow, bool> which) => beds.Count(which);
        var parts = new List<string> { $"{Count(b => b.State.IsTaken())} of {beds.Count} taken" };
        void Add(int count, string words)
        {
            if (count > 0)
            {
                parts.Add($"{count} {words}");
            }
        }

        Add(Count(b => b.State == BedBoardState.Free), "free");
        Add(Count(b => b.State == BedBoardState.Reserved), "reserved");
        Add(Count(b => b.State.IsDirty()), "being cleaned");
        Add(Count(b => b.State.IsTaken() && b.PlannedDischargeOn <= clock.Today), "leaving today");
        return string.Join(" · ", parts);
    }
}
