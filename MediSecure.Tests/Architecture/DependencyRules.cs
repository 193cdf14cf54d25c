namespace MediSecure.Tests.Architecture;

/// <summary>The dependency rules of the house as functions over compiled code. Each gives its violations as sentences; no sentence means it holds.
/// <see cref="DependencyRulesTests"/> applies them to the house and, as the twin, to small offenders.</summary>
internal static class DependencyRules
{
    public const string Features = "MediSecure.Data.Features";
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";

    private static readonly string[] Screen = ["Microsoft.AspNetCore.Components", "MudBlazor", "Microsoft.AspNetCore.Http", "Microsoft.JSInterop"];

    /// <summary>D1: what works without a browser knows no browser.</summary>
    public static IEnumerable<string> DataKnowsNoScreen(Code code, string root) => code.Under(root)
        .Where(use => Screen.Any(screen => Code.IsUnder(use.Target, screen)))
        .Select(use => $"D1: {use}");

    /// <summary>D2: entities, values, errors, rows and forms are plain C#.</summary>
    public static IEnumerable<string> OnlyServicesAndConfigurationsKnowEntityFramework(Code code, string root) => code.Under(root)
        .Where(use => Code.IsUnder(use.Target, EntityFramework) && !IsServiceOrConfiguration(use.Type))
        .Select(use => $"D2: {use}");

    /// <summary>D3: screens reach data through services only.</summary>
    public static IEnumerable<string> ScreensKnowNoDatabase(Code code, params string[] roots) => code.Uses
        .Where(use => roots.Any(root => Code.IsUnder(use.Type, root))
            && (Code.IsUnder(use.Target, EntityFramework) || Code.Simple(use.Target) is "MediSecureDbContext" or "MediSecureDb"))
        .Select(use => $"D3: {use}");

    /// <summary>D4: contexts are made behind the doors only.</summary>
    public static IEnumerable<string> OnlyTheDoorsMakeContexts(Code code, string root, params string[] allowed) => code.Under(root)
        .Where(use => use.Target == $"{EntityFramework}.IDbContextFactory`1" && !allowed.Contains(use.Type))
        .Select(use => $"D4: {use}");

    /// <summary>D4, second half: the maker of contexts and the door of jobs are known to a few.</summary>
    public static IEnumerable<string> IsKnownOnlyTo(Code code, string root, string target, params string[] allowed) => code.Under(root)
        .Where(use => use.Target == target && !allowed.Any(place => use.Type == place || Code.IsUnder(use.Type, place)))
        .Select(use => $"D4: {use}");

    /// <summary>D5: what goes round filters, guard or audit stands on a list.</summary>
    public static IEnumerable<string> BypassesAreListed(Code code, string root, params string[] allowed) => code.Under(root)
        .Where(use => IsBypass(use) && !allowed.Contains(use.Type))
        .Select(use => $"D5: {use}");

    private static bool IsBypass(Use use) =>
        Code.IsUnder(use.Target, EntityFramework)
            && use.TargetMember is "IgnoreQueryFilters" or "ExecuteUpdate" or "ExecuteUpdateAsync" or "ExecuteDelete" or "ExecuteDeleteAsync"
                or "FromSql" or "FromSqlRaw" or "FromSqlInterpolated" or "SqlQuery" or "SqlQueryRaw"
                or "ExecuteSql" or "ExecuteSqlAsync" or "ExecuteSqlRaw" or "ExecuteSqlRawAsync" or "ExecuteSqlInterpolated" or "ExecuteSqlInterpolatedAsync"
        || use.TargetMember is "set_CommandText" or ".ctor" or "CreateCommand" && use.Target is "System.Data.Common.DbCommand" or "Npgsql.NpgsqlCommand"
            or "Npgsql.NpgsqlBatchCommand" or "Microsoft.Data.Sqlite.SqliteCommand" or "System.Data.IDbCommand";

    /// <summary>D6: who signs people in is one place; who keeps accounts is two.</summary>
    public static IEnumerable<string> SigningInIsOnePlace(Code code, string root, string pages, string accounts) => code.Under(root)
        .Where(use => (use.Target == "Microsoft.AspNetCore.Identity.SignInManager`1" && !Code.IsUnder(use.Type, pages))
            || (use.Target == "Microsoft.AspNetCore.Identity.UserManager`1" && !Code.IsUnder(use.Type, pages) && !Code.IsUnder(use.Type, accounts)))
        .Select(use => $"D6: {use}");

    /// <summary>D7, first half: outside services and mappings, another feature's entity is an id.</summary>
    public static IEnumerable<string> ForeignEntitiesAreIds(Code code, string root, IReadOnlySet<string> entities) => code.Under(root)
        .Where(use => entities.Contains(use.Target) && FeatureOf(use.Type, root) != FeatureOf(use.Target, root) && !IsServiceOrConfiguration(use.Type))
        .Select(use => $"D7: {use}");

    /// <summary>D7, second half: services of features call each other in one direction.</summary>
    public static IEnumerable<string> FeaturesFormNoCycle(Code code, string root)
    {
        var edges = code.Under(root)
            .Where(use => Code.IsUnder(use.Target, root) && use.Target.EndsWith("Service", StringComparison.Ordinal))
            .Select(use => (From: FeatureOf(use.Type, root), To: FeatureOf(use.Target, root)))
            .Where(edge => edge.From != edge.To)
            .Distinct()
            .ToLookup(edge => edge.From, edge => edge.To);
        return edges.Select(edge => edge.Key).SelectMany(feature => Walk(feature, [])).Distinct().Order(StringComparer.Ordinal);

        IEnumerable<string> Walk(string feature, List<string> path)
        {
            if (path.IndexOf(feature) is var start and >= 0)
            {
                // The same cycle is found from each of its members: it is named once, beginning with the first in the alphabet.
                var cycle = path.Skip(start).ToList();
                var first = cycle.IndexOf(cycle.Min(StringComparer.Ordinal)!);
                return [$"D7: a cycle between features: {string.Join(" → ", cycle.Skip(first).Concat(cycle.Take(first)).Append(cycle[first]))}"];
            }
            return edges[feature].SelectMany(next => Walk(next, [.. path, feature]));
        }
    }

    /// <summary>D12: fields are encrypted and decrypted by services, beside those who keep keys and make demo data.</summary>
    public static IEnumerable<string> OnlyServicesDecrypt(Code code, string root, string cipher, params string[] keepers) => code.Under(root)
        .Where(use => Code.IsUnder(use.Target, cipher) && Code.Simple(use.Target) is "IFieldCipher" or "RowCipher" or "FieldCipher")
        .Where(use => !use.Type.EndsWith("Service", StringComparison.Ordinal) && !keepers.Any(keeper => use.Type == keeper || Code.IsUnder(use.Type, keeper)))
        .Select(use => $"D12: {use}");

    /// <summary>D11: time comes from TimeProvider, nothing is fired and forgotten, nothing blocks a thread; features do not write to the console.</summary>
    public static IEnumerable<string> TimeIsGivenAndNothingBlocks(Code code, string root, params string[] features)
    {
        foreach (var use in code.Under(root))
        {
            if ((use.Target is "System.DateTime" or "System.DateTimeOffset" && use.TargetMember is "get_Now" or "get_UtcNow" or "get_Today")
                || (use.Target is "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask`1" && use.TargetMember is "get_Result" or "Wait")
                || (use.Target is "System.Console" && features.Any(feature => Code.IsUnder(use.Type, feature))))
            {
                yield return $"D11: {use}";
            }
        }
        foreach (var (type, method) in code.Methods.Where(pair => Code.IsUnder(pair.Type, root)))
        {
            if (method.ReturnType.FullName == "System.Void" && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "AsyncStateMachineAttribute"))
            {
                yield return $"D11: {type}.{method.Name} is async void";
            }
        }
    }

    /// <summary>D14, first half: who calls somebody outside is on a list.</summary>
    public static IEnumerable<string> FewCallOut(Code code, string root, params string[] allowed) => code.Under(root)
        .Where(use => (Code.IsUnder(use.Target, "System.Net.Http") || Code.IsUnder(use.Target, "System.Net.Sockets") || Code.IsUnder(use.Target, "System.Net.WebSockets") || Code.IsUnder(use.Target, "MailKit"))
            && Code.Simple(use.Target) is not ("SocketException" or "AddressFamily") && !allowed.Contains(use.Type))
        .Select(use => $"D14: {use}");

    /// <summary>D14, second half: what is sealed, signed, compared or drawn by chance is so by a few well-known means of .NET.</summary>
    public static IEnumerable<string> KnownAlgorithms(Code code, string root, IReadOnlySet<string> algorithms, IReadOnlyDictionary<string, string> only) => code.Under(root)
        .Where(use => Code.IsUnder(use.Target, "System.Security.Cryptography") && !algorithms.Contains(Code.Simple(use.Target))
            && !(only.TryGetValue(Code.Simple(use.Target), out var place) && (use.Type == place || Code.IsUnder(use.Type, place))))
        .Select(use => $"D14: {use}");

    private static bool IsServiceOrConfiguration(string type) =>
        Code.Simple(type) is var name && (name.EndsWith("Service", StringComparison.Ordinal) || name.EndsWith("Configuration", StringComparison.Ordinal));

    private static string FeatureOf(string type, string root) => Code.IsUnder(type, root) ? type[(root.Length + 1)..].Split('.')[0] : "";
}
