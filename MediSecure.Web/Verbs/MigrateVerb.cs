using MediSecure.Data.Persistence;

namespace MediSecure.Web.Verbs;

internal sealed class MigrateVerb : Verb
{
    public override string Name => "migrate";

    public override string Purpose => "brings the database to the schema of this version";

    public override string Help =>
        """
        Needs ConnectionStrings__MediSecureOwner (the role that owns the database) and ConnectionStrings__MediSecure (the role of the application,
        which gets its grants here). Started twice at the same time it works once; the other waits and finds nothing to do.
        """;

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        var applied = await SchemaMigration.RunAsync(input.Connection("MediSecureOwner"), input.Connection("MediSecure"), ct);
        return applied.Count == 0 ? "The schema is current; nothing to do. Grants checked." : $"Applied {string.Join(", ", applied)}. Grants made.";
    }
}
