using MediSecure.Data.Persistence;

namespace MediSecure.Web.Verbs;

internal sealed class EscrowKeysVerb : Verb
{
    private const string PassphraseVariable = "MEDISECURE_ESCROW_PASSPHRASE";

    public override string Name => "escrow-keys";

    public override string Purpose => "writes a copy of the master key under a passphrase";

    public override string? Argument => "FILE";

    public override string Help =>
        $"""
        escrow-keys FILE
        Writes the key file that Encryption__KeyFile names, encrypted under a passphrase of at least {KeyEscrow.ShortestPassphrase} characters, to FILE; an existing file is never touched.
        The passphrase comes from {PassphraseVariable}, else from the first line of standard input. Keep file and passphrase apart from each other and from the database's backups.
        Make a new one after create-key and after rotate-keys --master; rotate-keys alone needs none. Back again: create-key FILE --from-escrow COPY.
        """;

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        var text = KeyEscrow.Seal(input.KeyFile(), await PassphraseAsync(input, ct), TimeProvider.System.GetUtcNow().UtcDateTime);
        MasterKey.WriteNew(input.Argument, [text]);
        return $"Made {input.Argument}. Try it now: create-key OTHERFILE --from-escrow {input.Argument}.";
    }

    internal static async Task<string> PassphraseAsync(VerbInput input, CancellationToken ct)
    {
        if (input.Configuration[PassphraseVariable] is { Length: > 0 } given)
        {
            return given;
        }

        await input.Error.WriteAsync("Passphrase: ");
        return await input.In.ReadLineAsync(ct) is { Length: > 0 } line ? line : throw new VerbException($"no passphrase: set {PassphraseVariable} or type it on standard input.");
    }
}
