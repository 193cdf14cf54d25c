using MediSecure.Data.Persistence.DemoData;

namespace MediSecure.Web.Verbs;

internal sealed class SeedVerb : Verb
{
    private const int Most = 5_000_000;

    public override string Name => "seed";

    public override string Purpose => "fills an empty database with the demo, or with many invented patients";

    public override string Help =>
        """
        --demo          the demo: organisations, people, beds, appointments. Its passwords are public (see README).
        --patients N    the demo, and a Bulk Hospital with N invented patients, where the demo's receptionist and administrator work too: for measuring.

        Needs ConnectionStrings__MediSecureOwner and a database that migrate has just made. All or nothing. Never in Production.
        """;

    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["demo"] = false, ["patients"] = true };

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        if (input.Environment.IsProduction())
        {
            throw new VerbException("demo data does not go into Production. Set ASPNETCORE_ENVIRONMENT=Development if this database is for trying out.");
        }

        var patients = input.Number("patients");
        if (!input.Has("demo") && patients is null)
        {
            throw new VerbException("say --demo or --patients N.");
        }

        if (patients is < 1 or > Most)
        {
            throw new VerbException($"--patients takes 1 to {Most}.");
        }

        var total = await DatabaseSeed.RunAsync(input.Connection("MediSecureOwner"), patients ?? 0, input.MasterKey(), TimeProvider.System, ct);
        return $"Seeded: {total} patients. Password of every demo account: {DemoAccounts.Password}";
    }
}
