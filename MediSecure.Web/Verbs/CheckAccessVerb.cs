using System.Globalization;
using System.Text;
using MediSecure.Data;
using MediSecure.Data.Access;

namespace MediSecure.Web.Verbs;

internal sealed class CheckAccessVerb : Verb
{
    public override string Name => "check-access";

    public override string Purpose => "prints who may do what, and fails when an operation demands nothing";

    public override string Help =>
        """
        Every operation of every service is called as nobody; the door it comes to says which permission it demands, and the one table of roles says who holds it. Exit code 1 when an operation
        comes to no door, or demands what nobody holds. Needs no database. The tests run the same cells for real: every operation as every role, on both databases.
        """;

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMediSecureData(new DataOptions(null, Demo: true, ResetInterval: null));
        await using var provider = services.BuildServiceProvider();
        var operations = await provider.GetRequiredService<OperationTable>().GetAsync();
        var roles = Enum.GetValues<Role>();
        var wide = operations.Max(o => o.Name.Length) + 2;
        var text = new StringBuilder().Append("operation".PadRight(wide)).Append("permission".PadRight(24)).AppendJoin(' ', roles).AppendLine();
        foreach (var operation in operations)
        {
            text.Append(operation.Name.PadRight(wide)).Append((operation.Permission?.ToString() ?? "NONE").PadRight(24))
                .AppendJoin(' ', roles.Select(role => (operation.Roles.Contains(role) ? "yes" : "-").PadRight(role.ToString().Length))).AppendLine();
        }

        text.AppendLine().AppendLine("column".PadRight(wide));
        foreach (var field in Enum.GetValues<ProtectedField>())
        {
            text.Append(field.ToString().PadRight(wide)).Append("".PadRight(24))
                .AppendJoin(' ', roles.Select(role => (FieldRules.Of(field).Contains(role) ? "yes" : "-").PadRight(role.ToString().Length))).AppendLine();
        }

        text.AppendLine().Append(CultureInfo.InvariantCulture, $"{operations.Count} operations x {roles.Length} roles = {operations.Count * roles.Length} cells");
        var wrong = operations.Where(o => o.Roles.Count == 0).ToList();
        return wrong.Count == 0 ? text.Append(", 0 without a permission.").ToString()
            : throw new VerbException($"{text}\n{wrong.Count} operation(s) demand nothing, or what nobody holds: {string.Join(", ", wrong.Select(o => o.Name))}");
    }
}
