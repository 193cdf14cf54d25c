using System.Reflection;
using System.Text;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using System.Security.Cryptography;

namespace MediSecure.Tests.Access;

/// <summary>All that an organisation owns, as the database holds it: to prove that nothing of it was seen or touched.</summary>
internal static class OwnedRows
{
    /// <summary>The ids of every row of the scope's organisation, audit events left out: nobody is shown those of others, and they are many.</summary>
    public static async Task<HashSet<string>> IdsAsync(MediSecureDbContext look)
    {
        var ids = new HashSet<string>();
        foreach (var type in Types(look).Where(t => t != typeof(AuditEvent) && t.GetProperty("Id") is not null))
        {
            ids.UnionWith(await (Task<IReadOnlyList<string>>)Generic(nameof(IdsOfAsync), type).Invoke(null, [look])!);
        }

        return ids;
    }

    /// <summary>Changes when any value of any row of the scope's organisation does, or an audit event is added; those cannot be changed (a test of its own), so they are counted.</summary>
    public static async Task<string> FingerprintAsync(MediSecureDbContext look) => $"{await look.AuditEvents.CountAsync()} events\n{await StateAsync(look)}";

    /// <summary>The same without the log of what happened, in which a refusal may stand. One question for all tables, answered in the database's own words for each value.</summary>
    public static async Task<string> StateAsync(MediSecureDbContext look)
    {
        var sql = string.Join(" UNION ALL ", look.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IOrganizationOwned)) && !type.ClrType.Name.StartsWith("Audit", StringComparison.Ordinal))
            .SelectMany(type => type.GetTableMappings()).Select(mapping => mapping.Table).Distinct()
            .Select(table => $"SELECT '{table.Name}|' || {(look.Database.IsNpgsql() ? "t::text" : string.Join(" || '|' || ", table.Columns.Select(column => $"quote(\"{column.Name}\")")))} AS \"Value\" FROM \"{table.Name}\" t WHERE \"{(table.FindColumn("OrganizationId") is null ? "Id" : "OrganizationId")}\" = {{0}}"));
        var rows = await look.Database.SqlQueryRaw<string>(sql, look.Scope.OrganizationId!).ToListAsync();
        rows.Sort(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
    }

    private static IEnumerable<Type> Types(MediSecureDbContext look) =>
        look.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(IOrganizationOwned))).OrderBy(t => t.Name, StringComparer.Ordinal);

    private static MethodInfo Generic(string method, Type type) => typeof(OwnedRows).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);

    private static async Task<IReadOnlyList<string>> IdsOfAsync<T>(MediSecureDbContext look) where T : class =>
        [.. (await look.Set<T>().AsNoTracking().Select(row => EF.Property<Guid>(row, "Id")).ToListAsync()).Select(id => id.ToString())];
}
