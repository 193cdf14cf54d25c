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
    /// <summary>The password was right; a code is asked next.</summary>
    Code,
    /// <summary>The password was right; a second factor must be set up.</summary>
    Enrol,
    /// <summary>Too many failures from this address, or too many passwords at once.</summary>
    TooMany,
}

/// <summary>Signing in, switching the organisation, signing out. The only place that issues the cookie; each step is recorded before it takes effect.</summary>
internal sealed class SignInFlow(UserManager<AppUser> users, SignInManager<AppUser> signIns, AccessCache access, SessionStore sessions, SignInAudit audit, SignInSteps steps, PasswordWork passwords, PendingSignIn pending,
    SignInCounts counts, SignInLimits limits, TimeProvider clock, IHttpContextAccessor requests)
{
    private HttpContext Http => requests.HttpContext!;

    public SignInOrigin Here => Origin(null);

    public async Task<SignInOutcome> WithPasswordAsync(string email, string password)
    {
        var began = clock.GetTimestamp();
        if (counts.IsExhausted(Http.Connection.RemoteIpAddress))
        {
            return SignInOutcome.TooMany;
        }

        var outcome = await CheckPasswordAsync(email, password);
        return await EvenAsync(outcome, began);
    }

    /// <summary>The code of the app or a recovery code, after the password.</summary>
    public async Task<SignInOutcome> WithCodeAsync(AppUser user, string? code)
    {
        var began = clock.GetTimestamp();
        if (counts.IsExhausted(Http.Connection.RemoteIpAddress))
        {
            return SignInOutcome.TooMany;
        }

        var (factor, failure) = await steps.CodeAsync(user.Id, code, Here);
        var outcome = factor is { } proven ? await IssueAsync(user, proven)
            : await FailAsync(user, failure!.Value, failure is SignInFailure.Locked or SignInFailure.NowLocked ? SignInOutcome.Locked : SignInOutcome.Wrong);
        return await EvenAsync(outcome, began);
    }

    /// <summary>A passkey is both factors in one. It knows no lock of wrong passwords, nor one of the address: a signature is not guessed, and a hospital stands behind one address.</summary>
    public async Task<SignInOutcome> WithPasskeyAsync(string credential)
    {
        PasskeyAssertionResult<AppUser>? answer = null;
        try
        {
            answer = await signIns.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No question of ours stands open in this browser.
        }

        if (answer is not { Succeeded: true, User: { } user, Passkey: { IsUserVerified: true } passkey })
        {
            return await FailAsync(null, SignInFailure.UnknownName, SignInOutcome.Wrong);
        }

        if (AppUser.IsShutOut(user.DisabledAt, user.LockoutEnd, clock.GetUtcNow().UtcDateTime)) // a lock that somebody has set, not one of wrong passwords
        {
            return await FailAsync(user, SignInFailure.Disabled, SignInOutcome.Wrong);
        }

        await steps.PasskeyUsedAsync(user.Id, passkey);
        return await IssueAsync(user, SecondFactor.Passkey);
    }

    /// <summary>The second factor that was demanded is there: goes on as if it had been asked for.</summary>
    public Task<SignInOutcome> AfterEnrolmentAsync(AppUser user, SecondFactor factor) => IssueAsync(user, factor);

    /// <summary>One click, demo only; the caller has made sure of that. A locked demo account opens all the same: nobody can shut it for the next visitor.</summary>
    public async Task<SignInOutcome> AsDemoAsync(string email) =>
        await users.FindByEmailAsync(email) is { } user ? await IssueAsync(user, SecondFactor.None) : SignInOutcome.Wrong;

    /// <summary>Re-issues the cookie for another organisation in which the person holds a role.</summary>
    public async Task<bool> SwitchAsync(ClaimsPrincipal current, Guid organizationId)
    {
        if (await users.GetUserAsync(current) is not { IsDisabled: false } user)
        {
            return false;
        }

        if ((await PlacesAsync(user)).Find(place => place.OrganizationId == organizationId) is not { } place)
        {
            await RefuseAsync(SignInAudit.OrganizationSwitched, current);
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
        if (SignIn.UserIdOf(current) is not { } id || await steps.FindAsync(id) is not { IsDisabled: false } user || SignIn.OrganizationIdOf(current) is not { } organizationId
            || (await PlacesAsync(user)).Find(place => place.OrganizationId == organizationId) is not { } place || await sessions.LiveAsync(SignIn.SessionOf(current), user.Id) is not { } session)
        {
            return false;
        }

        if (patientId is not null && await access.HereAsync(new Caller(user.Id, organizationId, ActingFor: patientId)) is null)
        {
            await RefuseAsync(SignInAudit.ActingBegun, current);
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

    /// <summary>The stamp of the sign-in changed by the person's own hand: this browser's cookie follows.</summary>
    public async Task RenewAsync(ClaimsPrincipal current)
    {
        if (SignIn.UserIdOf(current) is { } id && await steps.FindAsync(id) is { IsDisabled: false } user && Guid.TryParse(SignIn.SessionOf(current), out var mark) && await sessions.GetAsync(mark) is { EndedAt: null } session
            && session.UserId == id && (await PlacesAsync(user)).Find(place => place.OrganizationId == SignIn.OrganizationIdOf(current)) is { } place)
        {
            await WriteCookieAsync(user, place, session);
        }
    }

    public async Task OutAsync(ClaimsPrincipal current)
    {
        if (SignIn.UserIdOf(current) is { } userId && SignIn.OrganizationIdOf(current) is { } organizationId)
        {
            await audit.SignedOutAsync(userId, organizationId, Origin(SignIn.SessionOf(current)));
            await EndAsync(current, SessionEnd.SignedOut);
        }

        await pending.EndAsync();
        await signIns.SignOutAsync();
    }

    private async Task<SignInOutcome> CheckPasswordAsync(string email, string password)
    {
        var user = await steps.FindAsync(email);
        var locked = user?.IsLockedAt(clock.GetUtcNow().UtcDateTime) == true;
        var right = await passwords.VerifyAsync(locked ? null : user, password); // nobody costs the same as somebody
        if (right.Failed)
        {
            return SignInOutcome.TooMany;
        }

        if (user is null)
        {
            return await FailAsync(null, SignInFailure.UnknownName, counts.UnknownFailed(email) ? SignInOutcome.Locked : SignInOutcome.Wrong);
        }

        if (locked)
        {
            return await FailAsync(user, SignInFailure.Locked, SignInOutcome.Locked);
        }

        if (!right.Value)
        {
            var failure = await steps.CountFailureAsync(user.Id);
            return await FailAsync(user, failure, failure == SignInFailure.WrongPassword ? SignInOutcome.Wrong : SignInOutcome.Locked);
        }

        if (user.IsDisabled)
        {
            return await FailAsync(user, SignInFailure.Disabled, SignInOutcome.Wrong);
        }

        if (!await steps.AcceptPasswordAsync(user.Id, forget: false))
        {
            return await FailAsync(user, SignInFailure.Locked, SignInOutcome.Locked);
        }

        var next = await steps.NextAsync(user);
        if (next == NextStep.Enter)
        {
            return await IssueAsync(user, SecondFactor.None);
        }

        await EndAsync(Http.User, SessionEnd.Replaced);
        await signIns.SignOutAsync();
        await pending.BeginAsync(user, next);
        return next == NextStep.Enrol ? SignInOutcome.Enrol : SignInOutcome.Code;
    }

    private async Task<SignInOutcome> IssueAsync(AppUser user, SecondFactor factor)
    {
        if ((await PlacesAsync(user)).FirstOrDefault() is not { } place)
        {
            return await FailAsync(user, SignInFailure.NoOrganization, SignInOutcome.NoOrganization);
        }

        // Whoever was signed in here before is not any more: a copy of that cookie must not live on.
        await EndAsync(Http.User, SessionEnd.Replaced);
        await steps.ForgetFailuresAsync(user);
        var session = await sessions.StartAsync(user.Id, new SessionOrigin(Http.Connection.RemoteIpAddress?.ToString(), BrowserName.Of(Http.Request.Headers.UserAgent), factor));
        await audit.SignedInAsync(user.Id, place.OrganizationId, Origin(session.Mark), factor);
        await pending.EndAsync();
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

    /// <summary>The page that is shown then says that the attempt was recorded.</summary>
    private async Task RefuseAsync(string code, ClaimsPrincipal current)
    {
        if (SignIn.UserIdOf(current) is { } userId && SignIn.OrganizationIdOf(current) is { } organizationId)
        {
            await audit.RefusedAsync(code, userId, organizationId, Origin(SignIn.SessionOf(current)));
        }
    }

    private async Task<SignInOutcome> FailAsync(AppUser? user, SignInFailure failure, SignInOutcome outcome)
    {
        counts.Failed(Http.Connection.RemoteIpAddress);
        await audit.FailedAsync(user?.Id, failure, Origin(null));
        return outcome;
    }

    /// <summary>Failures take one time, whoever was meant.</summary>
    private async Task<SignInOutcome> EvenAsync(SignInOutcome outcome, long began)
    {
        if (outcome is SignInOutcome.Wrong or SignInOutcome.Locked)
        {
            await WaitAsync(began);
        }

        return outcome;
    }

    /// <summary>Until the usual time of an answer that tells nothing.</summary>
    public async Task WaitAsync(long began)
    {
        if (limits.Floor - clock.GetElapsedTime(began) is { Ticks: > 0 } left)
        {
            await Task.Delay(left, clock);
        }
    }

    private SignInOrigin Origin(string? session) => new(requests.HttpContext?.Connection.RemoteIpAddress?.ToString(), requests.HttpContext?.TraceIdentifier, session);
}
