using System.Globalization;
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

    /// <summary>The same without the log of what happened, in which a refusal may stand.</summary>
    public static async Task<string> StateAsync(MediSecureDbContext look)
    {
        var all = new StringBuilder();
        foreach (var type in Types(look).Where(t => !t.Name.StartsWith("Audit", StringComparison.Ordinal)))
        {
            all.AppendLine(type.Name).AppendLine(await (Task<string>)Generic(nameof(ValuesAsync), type).Invoke(null, [look])!);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    private static IEnumerable<Type> Types(MediSecureDbContext look) =>
        look.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(IOrganizationOwned))).OrderBy(t => t.Name, StringComparer.Ordinal);

    private static MethodInfo Generic(string method, Type type) => typeof(OwnedRows).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);

    // What prints nothing of itself is compared by its bytes.
    private static object? Plain(object? value) => value switch { EncryptedText text => Convert.ToHexString(text.Bytes), byte[] bytes => Convert.ToHexString(bytes), _ => value };

    private static async Task<IReadOnlyList<string>> IdsOfAsync<T>(MediSecureDbContext look) where T : class =>
        [.. (await look.Set<T>().AsNoTracking().Select(row => EF.Property<Guid>(row, "Id")).ToListAsync()).Select(id => id.ToString())];

    private static async Task<string> ValuesAsync<T>(MediSecureDbContext look) where T : class
    {
        var properties = look.Model.FindEntityType(typeof(T))!.GetProperties().Where(p => p.PropertyInfo is not null).ToList();
        var rows = await look.Set<T>().AsNoTracking().ToListAsync();
        return string.Join('\n', rows.Select(row => string.Join('|', properties.Select(p => string.Create(CultureInfo.InvariantCulture, $"{Plain(p.PropertyInfo!.GetValue(row))}")))).Order(StringComparer.Ordinal));
    }
}
