using System.Security.Claims;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Authentication;

namespace MediSecure.Web.Components.Account;

/// <summary>A sign-in whose password was right and that lacks its second factor. It has no session, so no door and no page but the next step's opens; ten minutes, then the password is asked again.</summary>
internal sealed class PendingSignIn(SignInSteps steps, IHttpContextAccessor requests)
{
    public const string Scheme = "ms-pending";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private const string StepClaim = "ms:step";
    private const string StampClaim = "ms:stamp";

    /// <summary>Where the next step is taken.</summary>
    public static string PageOf(NextStep step) => step == NextStep.Enrol ? "/account/enrol" : "/account/code";

    public Task BeginAsync(AppUser user, NextStep step) => requests.HttpContext!.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim(StampClaim, user.SecurityStamp ?? ""), new Claim(StepClaim, step.ToString())], Scheme)));

    public Task EndAsync() => requests.HttpContext!.SignOutAsync(Scheme);

    /// <summary>Who is at this step; null when nobody is, when it took too long, or when the sign-in changed meanwhile.</summary>
    public async Task<AppUser?> GetAsync(params IReadOnlyList<NextStep> at)
    {
        var read = await requests.HttpContext!.AuthenticateAsync(Scheme);
        return read.Succeeded && SignIn.UserIdOf(read.Principal) is { } id && Enum.TryParse<NextStep>(read.Principal.FindFirstValue(StepClaim), out var step) && at.Contains(step)
            && await steps.FindAsync(id) is { IsDisabled: false } user && user.SecurityStamp == read.Principal.FindFirstValue(StampClaim) ? user : null;
    }

    /// <summary>Whoever must set up a second factor is led there from everywhere.</summary>
    public static async Task<bool> MustEnrolAsync(HttpContext http) =>
        http.User.Identity?.IsAuthenticated != true && await http.RequestServices.GetRequiredService<PendingSignIn>().GetAsync(NextStep.Enrol) is not null;
}
