using System.Globalization;
using System.Text.Json;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MediSecure.Data.Jobs;

/// <summary>Seals what has been written since the last round, one organisation after the other. Singleton; only hosted services and verbs use it.</summary>
/// <param name="doors">The door of jobs.</param>
/// <param name="chain">Keys and hashes.</param>
/// <param name="options">Where checkpoints go outside the database.</param>
/// <param name="clock">UTC.</param>
/// <param name="log">For what the operator must see to.</param>
public sealed class AuditSealer(SystemDb doors, AuditChain chain, DataOptions options, TimeProvider clock, ILogger<AuditSealer> log) : IDisposable
{
    public const string Job = "seal-audit";

    /// <summary>Most events of one transaction.</summary>
    public const int Batch = 2_000;

    /// <summary>A checkpoint at least after so many links …</summary>
    public const int CheckpointEvery = 1_000;

    // … or after so long.
    private static readonly TimeSpan CheckpointAfter = TimeSpan.FromMinutes(5);

    // No transaction lives so long: what is older has been seen by an earlier round, or is found by the next look at everything.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FullEvery = TimeSpan.FromMinutes(15);

    /// <summary>An event that waits longer is told to the operator: until its seal, who owns the database could take it away unseen.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _file = new(1);
    private readonly Queue<AuditCheckpoint> _unwritten = new();
    private DateTime _lookedAtAll = DateTime.MinValue;

    /// <summary>Age of the oldest event that the last round found unsealed; zero when there was none.</summary>
    public TimeSpan OldestUnsealed { get; private set; }

    /// <summary>One round over all organisations and the reserved one of the platform.</summary>
    /// <param name="everything">Looks at all events instead of the latest: at the start, every quarter of an hour, after a restore.</param>
    /// <param name="ct">Stops between organisations.</param>
    /// <returns>How many events were sealed.</returns>
    public async Task<int> SealAsync(bool everything, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        everything |= now - _lookedAtAll > FullEvery;
        DateTime? since = everything ? null : now - Window;
        var count = 0;
        var oldest = now;
        foreach (var organizationId in (await doors.OrganizationIdsAsync()).Append(Organization.PlatformId))
        {
            ct.ThrowIfCancellationRequested();
            int found;
            do
            {
                (found, var first) = await SealAsync(organizationId, since);
                count += found;
                oldest = first < oldest ? first.Value : oldest;
            }
            while (found == Batch);
        }

        await AnchorAsync(null); // what could not be written before
        OldestUnsealed = now - oldest;
        if (OldestUnsealed > Late && _lookedAtAll != DateTime.MinValue) // the first round finds what came in while no host was there
        {
            log.LogError("Events of the activity log waited {Age} for their seal; {Late} is the most that is right", OldestUnsealed, Late);
        }

        _lookedAtAll = everything ? now : _lookedAtAll;
        return count;
    }

    private async Task<(int Count, DateTime? Oldest)> SealAsync(Guid organizationId, DateTime? since)
    {
        DateTime? oldest = null;
        var count = 0;
        AuditCheckpoint? made = null;
        var result = await doors.ChangeSystemAsync(Job, organizationId, async (db, ct) =>
        {
            (count, oldest, made) = (0, null, null);
            await db.LockAsync("audit-seal", organizationId, ct); // one node at a time
            var waiting = await db.AuditEvents.AsNoTracking().Where(e => (since == null || e.RecordedAt >= since) && !db.AuditSeals.Any(s => s.EventId == e.Id))
                .OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).Take(Batch).ToListAsync(ct);
            var head = await db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Number).Select(s => new { s.Number, s.Hash }).FirstOrDefaultAsync(ct);
            var (number, previous) = (head?.Number ?? 0, head?.Hash ?? AuditChain.Genesis(organizationId));
            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var e in waiting)
            {
                var hash = AuditChain.Link(previous, ++number, e);
                db.Add(new AuditSeal { OrganizationId = organizationId, Number = number, EventId = e.Id, Previous = previous, Hash = hash, SealedAt = now });
                previous = hash;
            }

            (count, oldest) = (waiting.Count, waiting.FirstOrDefault()?.RecordedAt);
            var last = await db.AuditCheckpoints.AsNoTracking().OrderByDescending(c => c.Number).Select(c => new { c.Number, c.At }).FirstOrDefaultAsync(ct);
            if (number > (last?.Number ?? 0) && (last is null || number - last.Number >= CheckpointEvery || now - last.At >= CheckpointAfter))
            {
                made = new AuditCheckpoint { OrganizationId = organizationId, Number = number, Hash = previous, At = now, Signature = chain.Sign(organizationId, number, previous) };
                db.Add(made);
            }

            return count == 0 && made is null ? Result.Ok : await db.SaveAsync(ct);
        });
        if (!result.Failed && made is not null)
        {
            await AnchorAsync(made);
        }

        return result.Failed ? (0, oldest) : (count, oldest);
    }

    public void Dispose() => _file.Dispose();

    /// <summary>One line a checkpoint, appended to the file outside the database. A disk that is full or away does not stop the sealing: what could not be written waits for the next round.</summary>
    private async Task AnchorAsync(AuditCheckpoint? checkpoint)
    {
        if (options.CheckpointFile is not { } path)
        {
            return;
        }

        await _file.WaitAsync();
        try
        {
            if (checkpoint is not null)
            {
                _unwritten.Enqueue(checkpoint);
            }

            while (_unwritten.TryPeek(out var next))
            {
                await AppendAsync(path, JsonSerializer.Serialize(AuditAnchor.Of(next)) + "\n");
                _unwritten.Dequeue();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.LogError("A checkpoint of the activity log could not be written outside the database ({Kind}); {Count} wait", exception.GetType().Name, _unwritten.Count);
        }
        finally
        {
            _file.Release();
        }
    }

    /// <summary>The whole line or nothing: half of one on a full disk would make the file unreadable for good.</summary>
    private static async Task AppendAsync(string path, string line)
    {
        await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 });
        var end = file.Seek(0, SeekOrigin.End);
        try
        {
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(line));
        }
        catch
        {
            file.SetLength(end);
            throw;
        }
    }
}

/// <summary>A checkpoint as it stands in the file outside the database.</summary>
public sealed record AuditAnchor(Guid Organization, long Number, string Hash, string At, string Signature)
{
    public static AuditAnchor Of(AuditCheckpoint checkpoint) => new(checkpoint.OrganizationId, checkpoint.Number, Convert.ToHexString(checkpoint.Hash),
        checkpoint.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Convert.ToBase64String(checkpoint.Signature));
}
