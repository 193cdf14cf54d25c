using MediSecure.Data;
using MediSecure.Data.Access;
using MediSecure.Data.Jobs;

namespace MediSecure.Web.Verbs;

internal sealed class DisableAccountVerb : SignInVerb
{
    public override string Name => SignInAdministration.Off;

    public override string Purpose => "switches a sign-in off everywhere and ends its sessions";

    protected override async Task<string> ChangeAsync(SignInAdministration signIns, string user, string reason)
    {
        var result = await signIns.DisableAsync(user, reason);
        return result.Failed ? throw new VerbException(result.Error.Message) : $"{user} is switched off. Open pages of theirs are left within seconds; roles are kept.";
    }
}

internal sealed class EnableAccountVerb : SignInVerb
{
    public override string Name => SignInAdministration.On;

    public override string Purpose => "lets a sign-in that was switched off work again";

    protected override async Task<string> ChangeAsync(SignInAdministration signIns, string user, string reason)
    {
        var result = await signIns.EnableAsync(user, reason);
        return result.Failed ? throw new VerbException(result.Error.Message) : $"{user} can sign in again.";
    }
}

/// <summary>What switching a sign-in off and on have in common.</summary>
internal abstract class SignInVerb : Verb
{
    public override string Help =>
        $"""
        {Name} USER REASON
        USER    e-mail of the sign-in
        REASON  in words, kept in the activity log of each organisation of the person; no patient's name

        A sign-in opens every organisation of a person, so no administrator of one switches it off; they end the roles at their own. Needs ConnectionStrings__MediSecure and Encryption__KeyFile.
        """;

    public override string? Argument => "USER REASON";

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        if (input.Arguments is not [var user, var reason] || string.IsNullOrWhiteSpace(reason) || reason.Length > 200)
        {
            throw new VerbException($"needs {Argument}; the reason has at most 200 characters. Try: {Name} --help");
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMediSecureData(new DataOptions(input.Connection("MediSecure"), Demo: false, ResetInterval: null, input.KeyFile()));
        await using var provider = services.BuildServiceProvider();
        return await ChangeAsync(provider.GetRequiredService<SignInAdministration>(), user, reason);
    }

    protected abstract Task<string> ChangeAsync(SignInAdministration signIns, string user, string reason);
}
