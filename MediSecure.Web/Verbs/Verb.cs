using System.Globalization;

namespace MediSecure.Web.Verbs;

/// <summary>One thing an operator does from the command line: <c>dotnet run --project MediSecure.Web -- NAME</c>. The work itself is in MediSecure.Data.</summary>
internal abstract class Verb
{
    public abstract string Name { get; }

    /// <summary>One line for the list.</summary>
    public abstract string Purpose { get; }

    /// <summary>What <c>--help</c> prints below the first line.</summary>
    public abstract string Help { get; }

    /// <summary>Options it takes, without the dashes; the value says whether a value follows.</summary>
    public virtual IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>();

    /// <summary>What stands after the verb without a dash, e.g. <c>FILE</c>; null when nothing does.</summary>
    public virtual string? Argument => null;

    /// <returns>What to say on success.</returns>
    /// <exception cref="VerbException">It could not be done; the message says why.</exception>
    public abstract Task<string> RunAsync(VerbInput input, CancellationToken ct);
}

/// <summary>What a verb was given.</summary>
internal sealed record VerbInput(IReadOnlyDictionary<string, string?> Options, IConfiguration Configuration, IHostEnvironment Environment, TextReader In, TextWriter Error)
{
    public bool Has(string option) => Options.ContainsKey(option);

    public string? Get(string option) => Options.GetValueOrDefault(option);

    public string Require(string option) => Get(option) is { Length: > 0 } value ? value : throw new VerbException($"--{option} is missing.");

    public int? Number(string option) => Get(option) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new VerbException($"--{option} needs a whole number, not '{text}'.");

    /// <summary>What was given after the verb without a dash.</summary>
    public string Argument => Get("") ?? "";

    /// <summary>The same, word for word.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The file of the master key, checked.</summary>
    public string KeyFile() => Configuration["Encryption:KeyFile"] is { Length: > 0 } path && Data.Persistence.MasterKey.Problem(path) is null ? path
        : throw new VerbException(Data.Persistence.MasterKey.Problem(Configuration["Encryption:KeyFile"]) ?? "Encryption__KeyFile is not set.");

    public Data.Persistence.MasterKey MasterKey() => Data.Persistence.MasterKey.OfFile(KeyFile());

    /// <summary>A connection string of the configuration; in Production the way to the database is encrypted and the server shows who it is, the owner's too.</summary>
    public string Connection(string name)
    {
        var value = Configuration.GetConnectionString(name) is { Length: > 0 } set ? set : throw new VerbException($"ConnectionStrings__{name} is not set.");
        return Environment.IsProduction() && Data.Persistence.DatabaseGate.TransportProblem(value, $"ConnectionStrings__{name}") is { } open ? throw new VerbException(open) : value;
    }
}

/// <summary>A verb could not do its work. The message is for the operator and carries no secret.</summary>
internal sealed class VerbException(string message) : Exception(message);
