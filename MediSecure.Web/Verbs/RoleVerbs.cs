using MediSecure.Data;
using MediSecure.Data.Access;
using MediSecure.Data.Jobs;

namespace MediSecure.Web.Verbs;

internal sealed class GrantVerb : RoleVerb
{
    public override string Name => "grant";

    public override string Purpose => "gives a person of the staff a role at an organisation";

    protected override async Task<string> ChangeAsync(RoleAdministration roles, Role role, string user, string organization)
    {
        var result = await roles.GrantAsync(role, user, organization);
        return result.Failed ? throw new VerbException(result.Error.Message) : $"{user} is {role} at {organization} now.";
    }
}

internal sealed class RevokeVerb : RoleVerb
{
    public override string Name => "revoke";

    public override string Purpose => "ends a role of a person at an organisation";

    protected override async Task<string> ChangeAsync(RoleAdministration roles, Role role, string user, string organization)
    {
        var result = await roles.RevokeAsync(role, user, organization);
        return result.Failed ? throw new VerbException(result.Error.Message) : $"{user} is no longer {role} at {organization}. Open pages of theirs are left within seconds.";
    }
}

/// <summary>What giving and taking a role have in common.</summary>
internal abstract class RoleVerb : Verb
{
    public override string Help =>
        $"""
        {Name} ROLE USER ORGANISATION
        ROLE          {string.Join(", ", Enum.GetNames<Role>().Where(role => role != nameof(Role.Patient)))}
        USER          e-mail of the sign-in; the person works at the organisation already
        ORGANISATION  its name in full, or its id

        The same rules as in the application: one administrator remains. Recorded in the activity log. Needs ConnectionStrings__MediSecure and Encryption__KeyFile.
        """;

    public override string? Argument => "ROLE USER ORGANISATION";

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        if (input.Arguments is not [var name, var user, var organization])
        {
            throw new VerbException($"needs {Argument}. Try: {Name} --help");
        }

        if (!Enum.TryParse<Role>(name, ignoreCase: true, out var role) || !Enum.IsDefined(role))
        {
            throw new VerbException($"there is no role '{name}'. Roles: {string.Join(", ", Enum.GetNames<Role>())}.");
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMediSecureData(new DataOptions(input.Connection("MediSecure"), Demo: false, ResetInterval: null, input.KeyFile()));
        await using var provider = services.BuildServiceProvider();
        return await ChangeAsync(provider.GetRequiredService<RoleAdministration>(), role, user, organization);
    }

    protected abstract Task<string> ChangeAsync(RoleAdministration roles, Role role, string user, string organization);
}
