using MediSecure.Data;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Persistence;

namespace MediSecure.Web.Verbs;

internal sealed class CreateAdminVerb : Verb
{
    private const string PasswordVariable = "MEDISECURE_ADMIN_PASSWORD";

    public override string Name => "create-admin";

    public override string Purpose => "makes the first organisation and its administrator";

    public override string Help =>
        $"""
        --organization NAME   name of the organisation
        --email ADDRESS       sign-in of the administrator
        --name NAME           the administrator's name
        --time-zone ZONE      IANA zone, e.g. Africa/Lagos (default UTC)
        --type TYPE           {string.Join(", ", Enum.GetNames<OrganizationType>())} (default Hospital)
        --prefix LETTERS      before patients' numbers (default MS)
        --currency CODE       ISO 4217 (default NGN)
        --country CODE        ISO 3166-1, for telephone numbers without a country code (default NG)

        The password comes from {PasswordVariable}, else from the first line of standard input; never from the command line, which other people of the
        machine can read. Works once, while there is no organisation. Needs ConnectionStrings__MediSecure.
        """;

    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>
    {
        ["organization"] = true, ["email"] = true, ["name"] = true, ["time-zone"] = true, ["type"] = true, ["prefix"] = true, ["currency"] = true, ["country"] = true,
    };

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        var form = new CreateFirstAdministratorForm
        {
            OrganizationName = input.Require("organization"),
            Email = input.Require("email"),
            Name = input.Require("name"),
            TimeZone = input.Get("time-zone") ?? "UTC",
            Type = Enum.TryParse<OrganizationType>(input.Get("type") ?? nameof(OrganizationType.Hospital), ignoreCase: true, out var type) && Enum.IsDefined(type)
                ? type : throw new VerbException($"--type is one of {string.Join(", ", Enum.GetNames<OrganizationType>())}."),
            RecordNumberPrefix = input.Get("prefix") ?? "MS",
            Currency = input.Get("currency") ?? "NGN",
            Country = input.Get("country") ?? "NG",
            Password = await PasswordAsync(input, ct),
        };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMediSecureData(new DataOptions(input.Connection("MediSecure"), Demo: false, ResetInterval: null, input.KeyFile()));
        await using var provider = services.BuildServiceProvider();
        var result = await provider.GetRequiredService<FirstAdministrator>().CreateAsync(form, ct);
        return result.Failed ? throw new VerbException(result.Error.Message) : $"Created {form.OrganizationName}. {form.Email} can sign in as its administrator.";
    }

    private static async Task<string> PasswordAsync(VerbInput input, CancellationToken ct)
    {
        if (input.Configuration[PasswordVariable] is { Length: > 0 } given)
        {
            return given;
        }

        await input.Error.WriteAsync("Password: ");
        return await input.In.ReadLineAsync(ct) is { Length: > 0 } line ? line : throw new VerbException($"no password: set {PasswordVariable} or type it on standard input.");
    }
}
