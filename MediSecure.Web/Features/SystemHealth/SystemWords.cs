using System.Globalization;
using MediSecure.Data.Features.SystemHealth;
using MediSecure.Data.Jobs;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.SystemHealth;

/// <summary>How figures of the machinery are said.</summary>
public static class SystemWords
{
    /// <summary><c>812 kB</c>, <c>41.3 MB</c>: powers of 1,000, as disks are sold.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000d:0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000d:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000d:0.0} GB"),
    };

    /// <summary><c>0.4 ms</c>, <c>870 ms</c>, <c>2.1 s</c>.</summary>
    public static string Took(TimeSpan span) => span switch
    {
        { TotalMilliseconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.0} ms"),
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s"),
    };

    /// <summary><c>12 min</c>, <c>3 h 05 min</c>, <c>4 days 2 h</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalSeconds} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} min"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes:00} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} days {span.Hours} h"),
    };

    public static string Every(TimeSpan? every) => every is { } span ? $"every {Span(span)}" : "on demand";

    public static ChipLook Of(DatabaseFigures database) => database switch
    {
        { Answers: false } => new(Tone.Critical, Icons.Material.Filled.Error, "Does not answer"),
        { PendingMigrations.Count: > 0 } => new(Tone.Critical, Icons.Material.Filled.Error, "Schema behind"),
        { Latency.TotalMilliseconds: > 250 } => new(Tone.Warning, Icons.Material.Filled.Warning, "Slow"),
        _ => new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Answers"),
    };

    public static ChipLook Of(JobStatus job) => job.Outcome switch
    {
        JobOutcome.Succeeded => new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Done"),
        JobOutcome.Failed => new(Tone.Critical, Icons.Material.Filled.Error, "Failed"),
        JobOutcome.Running => new(Tone.Info, Icons.Material.Outlined.Sync, "Running"),
        _ => new(Tone.Neutral, Icons.Material.Outlined.Schedule, "Not run yet"),
    };
}
