namespace MediSecure.Data.Access;

/// <summary>What the caller holds where they are working now: for page policies, menus and the top bar. A courtesy; the doors ask again.</summary>
public sealed class CurrentAccess(ICurrentUser user, AccessCache cache, SessionStore sessions)
{
    /// <summary>Null when nobody is signed in, the session is over, the sign-in is disabled, or the person no longer belongs to the organisation.</summary>
    public async ValueTask<OrganizationAccess?> GetAsync() => (await GetPersonAsync())?.Here;

    /// <summary>The person with all their organisations, and the present one.</summary>
    public async ValueTask<(PersonAccess Person, OrganizationAccess? Here)?> GetPersonAsync()
    {
        if (await user.GetAsync() is not { } caller || await sessions.LiveAsync(caller.Session, caller.UserId) is not { } session || await cache.GetAsync(caller.UserId) is not { } person)
        {
            return null;
        }

        return (person, await cache.HereAsync(caller, session));
    }

    public async ValueTask<bool> HoldsAsync(Permission permission) => (await GetAsync())?.Holds(permission) == true;
}
