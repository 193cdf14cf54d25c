using MediSecure.Data.Persistence;
using Npgsql;

namespace MediSecure.Web.Verbs;

/// <summary>Reads the command line and runs a verb. Exit code 0 only on success; errors go to standard error.</summary>
internal static class VerbLine
{
    private static readonly Verb[] Verbs = [new MigrateVerb(), new CreateAdminVerb(), new SeedVerb(), new CheckConfigVerb(), new CheckHealthVerb(), new CreateKeyVerb(), new RotateKeysVerb(), new EscrowKeysVerb(), new SealAuditVerb(), new VerifyAuditVerb(),
        new CheckAccessVerb(), new GrantVerb(), new RevokeVerb(), new DisableAccountVerb(), new EnableAccountVerb(), new ImportDiagnosesVerb()];

    /// <summary>The host's own arguments begin with a dash; a verb does not.</summary>
    public static bool Concerns(string[] arguments) => arguments is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h");

    public static async Task<int> RunAsync(string[] arguments, TextReader input, TextWriter output, TextWriter error, CancellationToken ct = default)
    {
        if (arguments[0] is "--help" or "-h" or "help")
        {
            await output.WriteLineAsync(Overview());
            return 0;
        }

        if (Verbs.FirstOrDefault(one => one.Name == arguments[0]) is not { } verb)
        {
            await error.WriteLineAsync($"There is no verb '{arguments[0]}'.\n\n{Overview()}");
            return 2;
        }

        if (arguments.Skip(1).Any(argument => argument is "--help" or "-h"))
        {
            await output.WriteLineAsync($"{verb.Name}: {verb.Purpose}\n\n{verb.Help}");
            return 0;
        }

        try
        {
            var words = new List<string>();
            var options = Parse(verb, arguments.AsSpan(1), words);
            var builder = WebApplication.CreateBuilder();
            await output.WriteLineAsync(await verb.RunAsync(new VerbInput(options, builder.Configuration, builder.Environment, input, error) { Arguments = words }, ct));
            return 0;
        }
        catch (Exception exception) when (Explain(exception) is { } why)
        {
            await error.WriteLineAsync($"{verb.Name}: {why}");
            return 1;
        }
    }

    private static string? Explain(Exception exception) => exception switch
    {
        VerbException or InvalidOperationException { InnerException: null } or ArgumentException => exception.Message,
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => "the database refused the role or its password.",
        PostgresException postgres => $"the database refused: {postgres.MessageText}",
        OperationCanceledException => "stopped.",
        _ when DatabaseErrors.Explain(exception) is not null => $"the database does not answer: {exception.GetBaseException().Message}",
        _ => null,
    };

    private static Dictionary<string, string?> Parse(Verb verb, ReadOnlySpan<string> arguments, List<string> words)
    {
        var options = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith('-') && words.Count < Places(verb))
            {
                words.Add(arguments[i]);
                options.TryAdd("", arguments[i]);
                continue;
            }

            var name = arguments[i].StartsWith("--", StringComparison.Ordinal) ? arguments[i][2..] : "";
            if (!verb.Options.TryGetValue(name, out var takesValue))
            {
                throw new VerbException($"does not know '{arguments[i]}'. Try: {verb.Name} --help");
            }

            if (takesValue && i + 1 == arguments.Length)
            {
                throw new VerbException($"--{name} needs a value.");
            }

            options[name] = takesValue ? arguments[++i] : null;
        }

        return verb.Argument is null || options.ContainsKey("") ? options : throw new VerbException($"needs {verb.Argument}. Try: {verb.Name} --help");
    }

    /// <summary>How many words without a dash it takes.</summary>
    private static int Places(Verb verb) => verb.Argument?.Split(' ').Length ?? 0;

    private static string Overview() =>
        "MediSecure. Without a verb the host starts.\n\n" + string.Join('\n', Verbs.Select(verb => $"  {verb.Name,-14}{verb.Purpose}")) + "\n\nEach takes --help.";
}
