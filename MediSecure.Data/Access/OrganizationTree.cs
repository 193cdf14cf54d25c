using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>The one place that reads organisation ids across the boundary: for tree reads, and for jobs that visit every organisation. Returns ids, nothing else.</summary>
internal static class OrganizationTree
{
    public static async Task<IReadOnlyList<Guid>> DescendantsAsync(DatabaseSource source, Guid root)
    {
        var edges = await EdgesAsync(source);
        var children = edges.Where(e => e.ParentId is not null).ToLookup(e => e.ParentId!.Value, e => e.Id);
        var found = new List<Guid>();
        var waiting = new Queue<Guid>([root]);
        while (waiting.TryDequeue(out var id))
        {
            if (found.Contains(id))
            {
                continue; // a cycle would be a defect elsewhere; never loop for it
            }

            found.Add(id);
            foreach (var child in children[id])
            {
                waiting.Enqueue(child);
            }
        }

        return found;
    }

    public static async Task<IReadOnlyList<Guid>> AllAsync(DatabaseSource source) => (await EdgesAsync(source)).Select(e => e.Id).ToList();

    private static async Task<List<Edge>> EdgesAsync(DatabaseSource source)
    {
        await using var db = source.Create(AccessScope.None with { Reserved = true });
        return db.Provider == DatabaseProvider.PostgreSql
            ? await db.Database.SqlQuery<Edge>($"SELECT \"Id\", \"ParentId\" FROM \"OrganizationEdges\"()").ToListAsync() // past row security: ids, nothing else
            : await db.Organizations.IgnoreQueryFilters([ScopeFilters.Organization]).AsNoTracking().Select(o => new Edge(o.Id, o.ParentId)).ToListAsync();
    }

    private sealed record Edge(Guid Id, Guid? ParentId);
}
