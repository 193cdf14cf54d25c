using System.Globalization;
using MediSecure.Data;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;

namespace MediSecure.Web.Verbs;

internal sealed class RotateKeysVerb : Verb
{
    public override string Name => "rotate-keys";

    public override string Purpose => "gives organisations new encryption keys, or wraps them under a new master key";

    public override string Help =>
        $"""
        rotate-keys [--organization ID] [--offline]   new keys, and everything that is encrypted under them, {KeyRotation.Batch} rows a transaction
        rotate-keys --status [--organization ID]
        rotate-keys --master NEWFILE        makes NEWFILE unless it is there, and wraps every key under it; what is encrypted stays

        Hosts keep running: it waits twice {KeyRotation.Settle.TotalSeconds:0} seconds until each knows the new keys. --offline when none runs. Stopped at any moment, also by force, it goes on from there when it is run again; "0 old left" says that it is done. The old data keys stay for reading: backups need them.
        After --master: name NEWFILE in Encryption__KeyFile and start every host anew, then keep a copy of NEWFILE apart from the database, as of the file before.

        Needs ConnectionStrings__MediSecure and Encryption__KeyFile. Recorded in the activity log.
        """;

    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["organization"] = true, ["status"] = false, ["offline"] = false, ["master"] = true };

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        Guid? organization = input.Get("organization") is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw new VerbException("--organization needs an id.");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMediSecureData(new DataOptions(input.Connection("MediSecure"), Demo: false, ResetInterval: null, input.KeyFile()));
        await using var provider = services.BuildServiceProvider();
        var rotation = provider.GetRequiredService<KeyRotation>();
        if (input.Get("master") is { } file)
        {
            return organization is null && !input.Has("status") ? await RewrapAsync(rotation, input.MasterKey(), file) : throw new VerbException("--master stands alone: it concerns every organisation.");
        }

        if (input.Has("status"))
        {
            return Say(await rotation.StatusAsync(organization));
        }

        var standings = await rotation.RotateAsync(organization, input.Has("offline") ? TimeSpan.Zero : KeyRotation.Settle, ct);
        return standings.All(s => s.OldLeft == 0) ? Say(standings)
            : throw new VerbException($"not done; run it again.\n{Say(standings)}");
    }

    private static async Task<string> RewrapAsync(KeyRotation rotation, MasterKey present, string file)
    {
        if (!File.Exists(file))
        {
            present.CreateSuccessor(file);
        }

        var next = MasterKey.OfFile(file);
        if (!next.Knows(present))
        {
            throw new VerbException($"{file} is another key: it does not hold the present one as a previous one. Name a file that does not exist; it is made here.");
        }

        var count = await rotation.RewrapAsync(next);
        return $"{count} key(s) wrapped under {file}. Name it in Encryption__KeyFile, start every host anew, and keep a copy apart from the database.";
    }

    private static string Say(IReadOnlyList<RotationStanding> standings) => string.Join('\n', standings.Select(s => string.Create(CultureInfo.InvariantCulture,
        $"{s.OrganizationId}: key {s.KeyId:x8} since {s.Since:yyyy-MM-dd HH:mm} UTC, {s.Rewritten} row(s) rewritten, {s.OldLeft} old left{(s.Unreadable > 0 ? $", {s.Unreadable} row(s) cannot be read (see the activity log)" : "")}")));
}
