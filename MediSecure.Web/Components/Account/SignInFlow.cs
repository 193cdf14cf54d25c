using System.Security.Claims;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace MediSecure.Web.Components.Account;

/// <summary>What became of a sign-in. Unknown name, wrong password and a disabled account are one answer.</summary>
public enum SignInOutcome
{
    Done,
    Wrong,
    Locked,
    NoOrganization,
}

/// <summary>Signing in, switching the organisation, signing out. The only place that issues the cookie; each step is recorded before it takes effect.</summary>
internal sealed class SignInFlow(UserManager<AppUser> users, SignInManager<AppUser> signIns, AccessCache access, SessionStore sessions, SignInAudit audit, UnknownUser unknown, IHttpContextAccessor requests)
{
    public async Task<SignInOutcome> WithPasswordAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email);
        if (user is null)
        {
            unknown.Check(password);
            return await FailAsync(null, SignInFailure.UnknownName, SignInOutcome.Wrong);
        }

        if (await users.IsLockedOutAsync(user))
        {
            unknown.Check(password);
            return await FailAsync(user, SignInFailure.Locked, SignInOutcome.Locked);
        }

        var answer = await signIns.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (answer.IsLockedOut)
        {
            return await FailAsync(user, SignInFailure.NowLocked, SignInOutcome.Locked);
        }

        if (!answer.Succeeded)
        {
            return await FailAsync(user, SignInFailure.WrongPassword, SignInOutcome.Wrong);
        }

        return user.IsDisabled ? await FailAsync(user, SignInFailure.Disabled, SignInOutcome.Wrong) : await IssueAsync(user);
    }

    /// <summary>One click, demo only; the caller has made sure of that. A locked demo account opens all the same: nobody can shut it for the next visitor.</summary>
    public async Task<SignInOutcome> AsDemoAsync(string email) =>
        await users.FindByEmailAsync(email) is { } user ? await IssueAsync(user) : SignInOutcome.Wrong;

    /// <summary>Re-issues the cookie for another organisation in which the person holds a role.</summary>
    public async Task<bool> SwitchAsync(ClaimsPrincipal current, Guid organizationId)
    {
        if (await users.GetUserAsync(current) is not { IsDisabled: false } user
            || (await PlacesAsync(user)).Find(place => place.OrganizationId == organizationId) is not { } place)
        {
            return false;
        }

        if (await sessions.LiveAsync(SignIn.SessionOf(current), user.Id) is not { } session)
        {
            return false;
        }

        await audit.SwitchedAsync(user.Id, organizationId, Origin(session.Mark));
        await WriteCookieAsync(user, place, session);
        return true;
    }

    /// <summary>Re-issues the cookie for acting for a patient, by a grant that is in force, or for acting as oneself again.</summary>
    public async Task<bool> ActForAsync(ClaimsPrincipal current, Guid? patientId)
    {
        if (await users.GetUserAsync(current) is not { IsDisabled: false } user || SignIn.OrganizationIdOf(current) is not { } organizationId
            || (await PlacesAsync(user)).Find(place => place.OrganizationId == organizationId) is not { } place || await sessions.LiveAsync(SignIn.SessionOf(current), user.Id) is not { } session)
        {
            return false;
        }

        if (patientId is not null && await access.HereAsync(new Caller(user.Id, organizationId, ActingFor: patientId)) is null)
        {
            return false;
        }

        if (SignIn.ActingForOf(current) is { } before && before != patientId)
        {
            await audit.ActingAsync(user.Id, organizationId, before, begins: false, Origin(session.Mark));
        }

        if (patientId is { } patient)
        {
            await audit.ActingAsync(user.Id, organizationId, patient, begins: true, Origin(session.Mark));
        }

        await WriteCookieAsync(user, place, session, patientId);
        return true;
    }

    public async Task OutAsync(ClaimsPrincipal current)
    {
        if (SignIn.UserIdOf(current) is { } userId && SignIn.OrganizationIdOf(current) is { } organizationId)
        {
            await audit.SignedOutAsync(userId, organizationId, Origin(SignIn.SessionOf(current)));
            await EndAsync(current, SessionEnd.SignedOut);
        }

        await signIns.SignOutAsync();
    }

    private async Task<SignInOutcome> IssueAsync(AppUser user, SecondFactor factor = SecondFactor.None)
    {
        if ((await PlacesAsync(user)).FirstOrDefault() is not { } place)
        {
            return await FailAsync(user, SignInFailure.NoOrganization, SignInOutcome.NoOrganization);
        }

        // Whoever was signed in here before is not any more: a copy of that cookie must not live on.
        await EndAsync(requests.HttpContext?.User, SessionEnd.Replaced);
        var session = await sessions.StartAsync(user.Id, new SessionOrigin(requests.HttpContext?.Connection.RemoteIpAddress?.ToString(), BrowserName.Of(requests.HttpContext?.Request.Headers.UserAgent), factor));
        await audit.SignedInAsync(user.Id, place.OrganizationId, Origin(session.Mark));
        await WriteCookieAsync(user, place, session);
        return SignInOutcome.Done;
    }

    private Task WriteCookieAsync(AppUser user, OrganizationAccess place, SessionStanding session, Guid? actingFor = null) => signIns.SignInWithClaimsAsync(user,
        new AuthenticationProperties { IssuedUtc = session.StartedAt, ExpiresUtc = session.EndsAt },
        [new Claim(SignIn.OrganizationClaim, place.OrganizationId.ToString()), new Claim(SignIn.SessionClaim, session.Mark), .. actingFor is { } patient ? new[] { new Claim(SignIn.ActingClaim, patient.ToString()) } : []]);

    private async Task EndAsync(ClaimsPrincipal? present, SessionEnd why)
    {
        if (Guid.TryParse(SignIn.SessionOf(present), out var id))
        {
            await sessions.EndAsync(id, why);
        }
    }

    /// <summary>Where the person holds a role; a hospital before its clinics, so that somebody who works in both starts there.</summary>
    private async Task<List<OrganizationAccess>> PlacesAsync(AppUser user) =>
        [.. ((await access.GetAsync(user.Id))?.Organizations ?? []).Where(place => place.Roles.Count > 0).OrderBy(place => place.OrganizationName.Contains("Clinic", StringComparison.Ordinal))];

    private async Task<SignInOutcome> FailAsync(AppUser? user, SignInFailure failure, SignInOutcome outcome)
    {
        await audit.FailedAsync(user?.Id, failure, Origin(null));
        return outcome;
    }

    private SignInOrigin Origin(string? session) => new(requests.HttpContext?.Connection.RemoteIpAddress?.ToString(), requests.HttpContext?.TraceIdentifier, session);
}
