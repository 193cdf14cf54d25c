using MediSecure.Data.Features.Accounts;

namespace MediSecure.Data.Access;

/// <summary>Writes down that a limit ended a session: whoever notices first, a request, an open page or the page's own clock.</summary>
public sealed class SessionExpiry(SessionStore sessions, SignInAudit audit, TimeProvider clock)
{
    /// <summary>Ends the session when a limit has passed. Nothing happens to one that lives or has been ended.</summary>
    /// <param name="organizationId">Where the person was working: its log keeps the event.</param>
    /// <returns>Which limit it was; null when none.</returns>
    public async Task<SessionEnd?> LookAsync(Guid sessionId, Guid userId, Guid organizationId, string? address, string? trace)
    {
        if (await sessions.GetAsync(sessionId) is not { } session || session.UserId != userId || session.Passed(clock.GetUtcNow().UtcDateTime, sessions.Limits) is not { } why)
        {
            return null;
        }

        if (await sessions.EndAsync(sessionId, why))
        {
            await audit.SessionEndedAsync(userId, organizationId, new SignInOrigin(address, trace, session.Mark), why);
        }

        return why;
    }
}
