using MediSecure.Data.Persistence;

namespace MediSecure.Web.Verbs;

internal sealed class CreateKeyVerb : Verb
{
    public override string Name => "create-key";

    public override string Purpose => "makes the file of the master key";

    public override string? Argument => "FILE";

    public override string Help =>
        """
        create-key FILE
        create-key FILE --from-escrow COPY    back from a copy of the verb escrow-keys; asks for its passphrase
        Writes 32 random bytes in base64 to FILE, readable by this user only; an existing file is never touched. Name it in Encryption__KeyFile.
        Keep a copy apart from the database and its backups: without it encrypted fields are gone for good, nobody can verify the activity log, and everybody is signed out.
        """;

    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["from-escrow"] = true };

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        if (input.Get("from-escrow") is not { } copy)
        {
            MasterKey.Create(input.Argument);
            return $"Made {input.Argument}. Keep a copy apart from the database and its backups: escrow-keys makes one under a passphrase.";
        }

        if (!File.Exists(copy))
        {
            throw new VerbException($"there is no file {copy}.");
        }

        var text = KeyEscrow.Open(await File.ReadAllTextAsync(copy, ct), await EscrowKeysVerb.PassphraseAsync(input, ct));
        MasterKey.WriteNew(input.Argument, [text.TrimEnd()]);
        return $"Made {input.Argument} from {copy}. Name it in Encryption__KeyFile.";
    }
}
