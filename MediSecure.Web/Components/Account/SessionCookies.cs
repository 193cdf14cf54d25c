using System.Security.Claims;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Persistence;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace MediSecure.Web.Components.Account;

/// <summary>A cookie counts only while its session does: asked at every request, before Identity's own check of the stamp.</summary>
internal static class SessionCookies
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var sessions = services.GetRequiredService<SessionStore>();
        try
        {
            if (SignIn.UserIdOf(context.Principal) is not { } userId || await sessions.LiveAsync(SignIn.SessionOf(context.Principal), userId) is not { } session
                || SignIn.StampOf(context.Principal) != session.SecurityStamp) // issued before the password or a factor changed: over at once, not at Identity's next look
            {
                await RefuseAsync(context);
                return;
            }

            context.HttpContext.Features.Set(session);
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            await LeavePatientAsync(context);
        }
        catch (Exception exception) when (DatabaseErrors.Explain(exception) is not null && Path.HasExtension(context.HttpContext.Request.Path))
        {
            // Styles and scripts are for everybody: a page that says the database is away must not lose them.
            context.RejectPrincipal();
        }
    }

    /// <summary>A grant that has ended or was revoked: the person goes on as themselves.</summary>
    private static async Task LeavePatientAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } principal && SignIn.ActingForOf(principal) is { } patient && SignIn.UserIdOf(principal) is { } userId && SignIn.OrganizationIdOf(principal) is { } organizationId
            && await context.HttpContext.RequestServices.GetRequiredService<AccessCache>().HereAsync(new Caller(userId, organizationId, ActingFor: patient)) is null)
        {
            context.ReplacePrincipal(new ClaimsPrincipal(principal.Identities.Select(identity => new ClaimsIdentity(identity.Claims.Where(claim => claim.Type != SignIn.ActingClaim), identity.AuthenticationType, identity.NameClaimType, identity.RoleClaimType))));
            context.ShouldRenew = true;
        }
    }

    /// <summary>The sign-in page says why the session is over; it gets the word in its address.</summary>
    public static async Task GoSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (await PendingSignIn.MustEnrolAsync(context.HttpContext))
        {
            context.Response.Redirect(PendingSignIn.PageOf(NextStep.Enrol) + new Uri(context.RedirectUri).Query);
            return;
        }

        var address = context.HttpContext.Items.TryGetValue(typeof(SessionEnd), out var why) ? QueryHelpers.AddQueryString(context.RedirectUri, "why", EndWords.Code((SessionEnd)why!)) : context.RedirectUri;
        context.Response.Redirect(address);
    }

    private static async Task RefuseAsync(CookieValidatePrincipalContext context)
    {
        var principal = context.Principal;
        context.RejectPrincipal();
        // Only the answer to a page takes the cookie away. A script's request that was under way while somebody signed in anew would take the new one.
        if (context.HttpContext.Request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate")
        {
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }

        if (Guid.TryParse(SignIn.SessionOf(principal), out var id) && SignIn.UserIdOf(principal) is { } userId && SignIn.OrganizationIdOf(principal) is { } organizationId)
        {
            var services = context.HttpContext.RequestServices;
            var sessions = services.GetRequiredService<SessionStore>();
            if (await sessions.GetAsync(id) is { } session && session.UserId == userId && session.Over(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, sessions.Limits) is { } why)
            {
                context.HttpContext.Items[typeof(SessionEnd)] = why;
            }

            await services.GetRequiredService<SessionExpiry>().LookAsync(id, userId, organizationId, context.HttpContext.Connection.RemoteIpAddress?.ToString(), context.HttpContext.TraceIdentifier);
        }
    }
}
