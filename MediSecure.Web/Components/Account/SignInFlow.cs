using System.Security.Claims;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace MediSecure.Web.Components.Account;

/// <summary>What became of a sign-in. Unknown name, wrong password and disabled are one answer.</summary>
public enum SignInOutcome
{
    Done,
    Wrong,
    Locked,
    NoOrganization,
}

/// <summary>Signing in, switching the organisation, signing out. The only place that issues the cookie.</summary>
internal sealed class SignInFlow(UserManager<AppUser> users, SignInManager<AppUser> signIns, AccessCache access, UnknownUser unknown)
{
    public async Task<SignInOutcome> WithPasswordAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email);
        if (user is null)
        {
            unknown.Check(password);
            return SignInOutcome.Wrong;
        }

        if (await users.IsLockedOutAsync(user))
        {
            unknown.Check(password);
            return SignInOutcome.Locked;
        }

        var checkedPassword = await signIns.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (checkedPassword.IsLockedOut)
        {
            return SignInOutcome.Locked;
        }

        return checkedPassword.Succeeded && !user.IsDisabled ? await IssueAsync(user, null) : SignInOutcome.Wrong;
    }

    /// <summary>One click, demo only; the caller has made sure of that. A locked demo account opens all the same: nobody can shut it for the next visitor.</summary>
    public async Task<SignInOutcome> AsDemoAsync(string email) =>
        await users.FindByEmailAsync(email) is { } user ? await IssueAsync(user, null) : SignInOutcome.Wrong;

    /// <summary>Re-issues the cookie for another organisation in which the person holds a role.</summary>
    public async Task<bool> SwitchAsync(ClaimsPrincipal current, Guid organizationId)
    {
        var user = await users.GetUserAsync(current);
        return user is { IsDisabled: false } && await IssueAsync(user, organizationId, SignIn.SessionOf(current)) == SignInOutcome.Done;
    }

    public Task OutAsync() => signIns.SignOutAsync();

    private async Task<SignInOutcome> IssueAsync(AppUser user, Guid? wanted, string? session = null)
    {
        var person = await access.GetAsync(user.Id);
        var places = person?.Organizations.Where(place => place.Roles.Count > 0).ToList() ?? [];
        var place = wanted is { } id ? places.Find(p => p.OrganizationId == id) : Usual(places);
        if (place is null)
        {
            return SignInOutcome.NoOrganization;
        }

        await signIns.SignInWithClaimsAsync(user, isPersistent: false,
        [
            new Claim(SignIn.OrganizationClaim, place.OrganizationId.ToString()),
            new Claim(SignIn.SessionClaim, session ?? Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(12))),
        ]);
        return SignInOutcome.Done;
    }

    /// <summary>Where somebody who works in several places starts: where they have most to do.</summary>
    private static OrganizationAccess? Usual(List<OrganizationAccess> places) => places.OrderByDescending(place => place.OrganizationName.Contains("Hospital", StringComparison.Ordinal)).FirstOrDefault();
}
