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
        Writes 32 random bytes in base64 to FILE, readable by this user only; an existing file is never touched. Name it in Encryption__KeyFile.
        Keep a copy apart from the database and its backups: without it nobody can verify the activity log, and everybody is signed out.
        """;

    public override Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        MasterKey.Create(input.Argument);
        return Task.FromResult($"Made {input.Argument}. Keep a copy apart from the database and its backups.");
    }
}
