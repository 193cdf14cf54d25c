using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace MediSecure.Web.Components.Account;

/// <summary>What the script of passkeys asks: the questions for the browser's authenticator. They name nobody: the key itself says whose it is, so nobody learns who exists.</summary>
internal static class PasskeyPosts
{
    public static IEndpointRouteBuilder MapPasskeyPosts(this IEndpointRouteBuilder app)
    {
        app.MapPost("/account/passkey/request", RequestAsync).AllowAnonymous();
        app.MapPost("/account/passkey/creation", CreationAsync).AllowAnonymous();
        app.MapPost("/account/passkey/sign-in", SignInAsync).AllowAnonymous();
        return app;
    }

    /// <summary>Whether this host takes passkeys: it must know the name under which browsers know it.</summary>
    public static bool Offered(IOptions<IdentityPasskeyOptions> options) => !string.IsNullOrEmpty(options.Value.ServerDomain);

    private static async Task<IResult> RequestAsync([FromForm] string? returnUrl, SignInManager<AppUser> signIns, IOptions<IdentityPasskeyOptions> options)
    {
        _ = returnUrl; // a bound form is what makes the antiforgery check apply
        return Offered(options) ? TypedResults.Text(await signIns.MakePasskeyRequestOptionsAsync(null), "application/json") : TypedResults.NotFound();
    }

    private static async Task<IResult> CreationAsync([FromForm] string? returnUrl, HttpContext http, SignInManager<AppUser> signIns, PendingSignIn pending, SignInSteps steps, IOptions<IdentityPasskeyOptions> options)
    {
        _ = returnUrl;
        var user = SignIn.UserIdOf(http.User) is { } id ? await steps.FindAsync(id) : await pending.GetAsync(NextStep.Enrol);
        if (!Offered(options) || user is null)
        {
            return TypedResults.NotFound();
        }

        var name = user.Email ?? "";
        return TypedResults.Text(await signIns.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = name, DisplayName = name }), "application/json");
    }

    private static async Task<IResult> SignInAsync([FromForm] string? credential, [FromForm] string? returnUrl, SignInFlow flow, HttpContext http)
    {
        var outcome = credential is { Length: > 0 and < 20_000 } ? await flow.WithPasskeyAsync(credential) : SignInOutcome.Wrong;
        if (outcome == SignInOutcome.TooMany)
        {
            http.Response.Headers.RetryAfter = "600";
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return TypedResults.LocalRedirect(outcome == SignInOutcome.Done ? LocalAddress.OrHome(returnUrl) : "/account/login?why=passkey");
    }
}

/// <summary>The browser's answer to a question of <see cref="PasskeyPosts"/>, checked.</summary>
internal sealed class PasskeyAnswers(SignInManager<AppUser> signIns)
{
    /// <summary>The new passkey of this person; null when it does not fit the question, or is somebody else's.</summary>
    public async Task<UserPasskeyInfo?> ReadNewAsync(Guid userId, string? credential, string? name)
    {
        if (credential is not { Length: > 0 and < 20_000 })
        {
            return null;
        }

        try
        {
            var answer = await signIns.PerformPasskeyAttestationAsync(credential);
            if (!answer.Succeeded || answer.UserEntity.Id != userId.ToString())
            {
                return null;
            }

            answer.Passkey.Name = name;
            return answer.Passkey;
        }
        catch (InvalidOperationException)
        {
            return null; // no question of ours stands open in this browser
        }
    }
}
