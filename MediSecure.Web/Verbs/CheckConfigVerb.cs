using MediSecure.Data;
using MediSecure.Data.Persistence;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace MediSecure.Web.Verbs;

/// <summary>Says what the configuration amounts to, without secrets, and everything that is wrong with it at once.</summary>
internal sealed class CheckConfigVerb : Verb
{
    public override string Name => "check-config";

    public override string Purpose => "says what is configured, and what is wrong with it";

    public override string Help => "Prints which mode the host would start in and checks connection strings, roles and schema against the database. Prints no secret.";

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        var said = new List<string> { $"environment: {input.Environment.EnvironmentName}" };
        var problems = new List<string>();
        DataOptions? options = null;
        try
        {
            options = DataOptions.From(input.Configuration, input.Environment.IsDevelopment());
            said.Add(options.Demo ? "mode: demo, in memory" : "mode: PostgreSQL");
        }
        catch (InvalidOperationException exception)
        {
            problems.Add(exception.Message);
        }

        if (options?.ConnectionString is { } application)
        {
            await CheckDatabaseAsync(input, application, said, problems, ct);
        }

        if (options is { Demo: false })
        {
            said.Add($"checkpoints of the activity log: {options.CheckpointFile ?? "only in the database; set Audit__CheckpointFile to a file on another disk, or who owns the database could cut the log unseen"}");
        }

        said.Add($"proxy networks: {input.Configuration["Proxy:KnownNetworks"] ?? "none"}");
        return problems.Count == 0 ? string.Join('\n', said.Append("No problem found."))
            : throw new VerbException($"{problems.Count} problem(s):\n{string.Join('\n', problems.Select(problem => "- " + problem))}\n\n{string.Join('\n', said)}");
    }

    private static async Task CheckDatabaseAsync(VerbInput input, string application, List<string> said, List<string> problems, CancellationToken ct)
    {
        var connection = new NpgsqlConnectionStringBuilder(application);
        said.Add($"database: {connection.Database} at {connection.Host} as {connection.Username}");
        if (DatabaseGate.TransportProblem(application) is { } transport)
        {
            problems.Add(transport);
        }

        if (input.Configuration.GetConnectionString("MediSecureOwner") is { Length: > 0 } way && DatabaseGate.TransportProblem(way, "ConnectionStrings__MediSecureOwner") is { } ownersWay)
        {
            problems.Add(ownersWay);
        }

        if (input.Configuration.GetConnectionString("MediSecureOwner") is { Length: > 0 } owner && new NpgsqlConnectionStringBuilder(owner).Username == connection.Username)
        {
            problems.Add("Both connection strings name the same role. The application must connect as a role that owns nothing.");
        }

        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddMediSecureData(new DataOptions(application, Demo: false, ResetInterval: null, input.Configuration["Encryption:KeyFile"]));
        await using var provider = services.BuildServiceProvider();
        var probe = provider.GetRequiredService<DatabaseGate>();
        try
        {
            await probe.PingAsync(ct);
            var pending = await probe.PendingMigrationsAsync(ct);
            said.Add(pending.Count == 0 ? "schema: current" : $"schema: {pending.Count} migration(s) behind");
            if (pending.Count > 0)
            {
                problems.Add("The schema is behind: run -- migrate.");
            }

            if (input.Environment.IsProduction() && await probe.ProductionRefusalAsync(ct) is { } refusal && !problems.Contains(refusal))
            {
                problems.Add(refusal);
            }
        }
        catch (Exception exception) when (exception is NpgsqlException || DatabaseErrors.Explain(exception) is not null)
        {
            problems.Add($"The database does not answer: {exception.GetBaseException().Message}");
        }
    }
}
