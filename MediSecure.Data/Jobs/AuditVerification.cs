using System.Text.Json;
using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Jobs;

/// <summary>The first thing that is wrong with a chain.</summary>
/// <param name="OrganizationId">Whose chain.</param>
/// <param name="Number">Place in it; 0 for an event that has none.</param>
/// <param name="Kind"><c>mac</c> (edited event), <c>hash</c>, <c>link</c>, <c>gap</c> (missing link or event), <c>unsealed-too-old</c>, <c>anchor-mismatch</c>, <c>tail-missing</c>.</param>
public sealed record AuditDefect(Guid OrganizationId, long Number, string Kind)
{
    public override string ToString() => $"organisation {OrganizationId}, number {Number}: {Kind}";
}

/// <summary>What a verification saw.</summary>
public sealed record AuditReport(long Events, long Checkpoints, int Organizations, IReadOnlyList<AuditDefect> Defects);

/// <summary>Walks the chains from their beginning. Reads only.</summary>
public sealed class AuditVerification(SystemDb doors, AuditChain chain, TimeProvider clock)
{
    private const int Page = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Every organisation, or one; at most one defect for each, the first.</summary>
    /// <param name="organizationId">Null for all.</param>
    /// <param name="anchors">Lines of the file outside the database; null when there is none.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="InvalidOperationException">The anchors cannot be read.</exception>
    public async Task<AuditReport> VerifyAsync(Guid? organizationId, IReadOnlyList<string>? anchors, CancellationToken ct)
    {
        var outside = (anchors ?? []).Where(line => line.Length > 0).Select(Read).ToLookup(anchor => anchor.Organization);
        var organizations = organizationId is { } one ? [one] : (await doors.OrganizationIdsAsync()).Append(Organization.PlatformId).Concat(outside.Select(o => o.Key)).Distinct().ToList();
        long events = 0, checkpoints = 0;
        var defects = new List<AuditDefect>();
        foreach (var organization in organizations)
        {
            ct.ThrowIfCancellationRequested();
            var (count, marks, defect) = await WalkAsync(organization, [.. outside[organization]], ct);
            events += count;
            checkpoints += marks;
            if (defect is not null)
            {
                defects.Add(defect);
            }
        }

        return new AuditReport(events, checkpoints, organizations.Count, defects);
    }

    private async Task<(long Events, long Checkpoints, AuditDefect? Defect)> WalkAsync(Guid organization, IReadOnlyList<AuditAnchor> anchors, CancellationToken ct)
    {
        await using var db = doors.OpenSystem("verify-audit", organization);
        var marks = await db.AuditCheckpoints.AsNoTracking().OrderBy(c => c.Number).ToListAsync(ct);
        var expected = Marks(marks, anchors).ToList();
        var byNumber = expected.ToLookup(mark => mark.Number);
        AuditDefect Wrong(long number, string kind) => new(organization, number, kind);
        var (number, previous) = (0L, AuditChain.Genesis(organization));
        while (true)
        {
            var page = await (from s in db.AuditSeals.AsNoTracking().Where(s => s.Number > number).OrderBy(s => s.Number).Take(Page)
                              join e in db.AuditEvents.AsNoTracking() on s.EventId equals e.Id into found
                              from e in found.DefaultIfEmpty()
                              select new { Seal = s, Event = e }).ToListAsync(ct);
            foreach (var (seal, e) in page.OrderBy(row => row.Seal.Number).Select(row => (row.Seal, row.Event)))
            {
                var defect = seal.Number != number + 1 ? "gap"
                    : !seal.Previous.AsSpan().SequenceEqual(previous) ? "link"
                    : e is null ? "gap"
                    : !chain.Authentic(e) ? "mac"
                    : !seal.Hash.AsSpan().SequenceEqual(AuditChain.Link(previous, seal.Number, e)) ? "hash"
                    : byNumber[seal.Number].Any(mark => !mark.Hash.AsSpan().SequenceEqual(seal.Hash) || !chain.Verify(organization, mark.Number, mark.Hash, mark.Signature)) ? "anchor-mismatch"
                    : null;
                if (defect is not null)
                {
                    return (number, marks.Count, Wrong(number + 1, defect));
                }

                (number, previous) = (seal.Number, seal.Hash);
            }

            if (page.Count < Page)
            {
                break;
            }
        }

        if (expected.Where(mark => mark.Number > number).OrderBy(mark => mark.Number).FirstOrDefault() is { } beyond)
        {
            // A forged mark says nothing about the chain; a true one says that it was longer.
            return (number, marks.Count, chain.Verify(organization, beyond.Number, beyond.Hash, beyond.Signature) ? Wrong(number + 1, "tail-missing") : Wrong(beyond.Number, "anchor-mismatch"));
        }

        var limit = clock.GetUtcNow().UtcDateTime - Patience;
        return await db.AuditEvents.AsNoTracking().AnyAsync(e => e.RecordedAt < limit && !db.AuditSeals.Any(s => s.EventId == e.Id), ct)
            ? (number, marks.Count, Wrong(0, "unsealed-too-old"))
            : (number, marks.Count, null);
    }

    private static IEnumerable<Mark> Marks(IEnumerable<AuditCheckpoint> inside, IEnumerable<AuditAnchor> outside) =>
        inside.Select(c => new Mark(c.Number, c.Hash, c.Signature)).Concat(outside.Select(a => new Mark(a.Number, Convert.FromHexString(a.Hash), Convert.FromBase64String(a.Signature))));

    private sealed record Mark(long Number, byte[] Hash, byte[] Signature);

    private static AuditAnchor Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditAnchor>(line) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new InvalidOperationException("The file of anchors has a line that is no checkpoint. Give the file as the application wrote it.");
        }
    }
}
