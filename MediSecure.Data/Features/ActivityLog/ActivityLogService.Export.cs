using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MediSecure.Data.Access;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.ActivityLog;

public sealed partial class ActivityLogService
{
    /// <summary>Most events of one file.</summary>
    public const int MostExported = 50_000;

    private const int Chunk = 1_000;

    private static readonly string[] Heads = ["Time", "Person", "Roles", "What happened", "Operation", "Outcome", "Patient", "Record number", "Concerns", "Concerns id", "Changes", "Reason", "Network address", "Event id", "Seal"];

    /// <summary>The log as a CSV file, newest first. The export itself is recorded before the file leaves.</summary>
    public Task<Result<ActivityExport>> ExportAsync(ActivityFilter filter, CancellationToken ct) => ExportAsync(filter, MostExported, ct);

    internal async Task<Result<ActivityExport>> ExportAsync(ActivityFilter filter, int most, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ExportActivityLog, ct);
        var zone = await ZoneAsync(db, ct);
        var content = new MemoryStream();
        var count = 0;
        ActivityCursor? after = null;
        await using (var text = new StreamWriter(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        await using (var csv = new CsvWriter(text, CsvText.Strict))
        {
            await WriteAsync(csv, Heads);
            do
            {
                ct.ThrowIfCancellationRequested();
                var page = await PageAsync(db, filter, zone, after, Math.Min(Chunk, most - count), ct);
                foreach (var row in page.Rows)
                {
                    await WriteAsync(csv, Cells(row, zone));
                }

                count += page.Rows.Count;
                after = page.Next;
            }
            while (after is not null && count < most);

            if (after is not null)
            {
                await WriteAsync(csv, [string.Create(CultureInfo.InvariantCulture, $"Cut here: the first {count} events are in this file and there are older ones. Choose fewer days."), .. Heads.Skip(1).Select(_ => "")]);
            }
        }

        await doors.RecordReadAsync(Permission.ExportActivityLog, nameof(AuditEvent), string.Create(CultureInfo.InvariantCulture, $"{count} events, filter: {filter.Shape}"), [], ct);
        var day = Local(clock.GetUtcNow().UtcDateTime, zone).ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture);
        return new ActivityExport($"activity-log-{day}{(after is null ? "" : "-cut")}.csv", content.ToArray(), count, after is not null);
    }

    private static string[] Cells(ActivityRow row, TimeZoneInfo zone)
    {
        var at = new DateTimeOffset(DateTime.SpecifyKind(row.RecordedAt, DateTimeKind.Utc));
        return
        [
            TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), row.Actor, row.Roles, row.Sentence, row.Operation, row.Outcome.ToString(), row.Patient ?? "", row.RecordNumber ?? "",
            row.EntityType is { } type ? FieldWords.Of(type) : "", row.EntityId?.ToString() ?? "", string.Join("; ", row.Changes.Select(Text)), row.Reason ?? "", row.Address ?? "", row.Id.ToString(), row.SealNumber?.ToString(CultureInfo.InvariantCulture) ?? "",
        ];
    }

    private static string Text(ActivityChange change) => change.Fields.Count == 0 ? $"{change.What} {change.How}"
        : $"{change.What} {change.How}: {string.Join(", ", change.Fields.Select(f => f.New is null && f.Old is null ? f.Name : $"{f.Name} {f.Old ?? "none"} to {f.New ?? "none"}"))}";

    private static async Task WriteAsync(CsvWriter csv, IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(CsvText.Safe(cell));
        }

        await csv.NextRecordAsync();
    }
}
