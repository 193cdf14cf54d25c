using MediSecure.Data.Features.Accounts;

namespace MediSecure.Data.Access;

/// <summary>Where a new session comes from.</summary>
/// <param name="Address">Network address of the browser.</param>
/// <param name="Agent">Browser and system in a few words.</param>
/// <param name="SecondFactor">What proved the person beside the password.</param>
public sealed record SessionOrigin(string? Address, string Agent, SecondFactor SecondFactor = SecondFactor.None);

/// <summary>A session and its person's sign-in as the rows say, at most two seconds old.</summary>
/// <param name="SecurityStamp">The sign-in's stamp now; a cookie with another one was issued before a password or a factor changed.</param>
/// <param name="IsShutOut">The sign-in is switched off or locked by somebody.</param>
/// <param name="SecondFactor">What proved the person beside the password.</param>
/// <param name="CountsForStaff">False where staff must prove a second factor and this session did not: then only a role as patient counts in it.</param>
public sealed record SessionStanding(Guid Id, Guid UserId, DateTime StartedAt, DateTime SeenAt, DateTime EndsAt, DateTime? EndedAt, SessionEnd? EndedBecause, string? SecurityStamp, bool IsShutOut,
    SecondFactor SecondFactor = SecondFactor.None, bool CountsForStaff = true)
{
    /// <summary>As the cookie and the audit write it.</summary>
    public string Mark => Id.ToString("N");

    public bool IsLive(DateTime now, SessionLimits limits) => EndedAt is null && !IsShutOut && now < EndsAt && now - SeenAt < limits.Idle;

    /// <summary>How long until the idle limit ends it.</summary>
    public TimeSpan IdleLeft(DateTime now, SessionLimits limits) => SeenAt + limits.Idle - now;

    /// <summary>Why it is over: what ended it, or the limit that has passed; null while it lives, or when the sign-in was switched off.</summary>
    public SessionEnd? Over(DateTime now, SessionLimits limits) => EndedBecause ?? Passed(now, limits);

    /// <summary>Which limit has passed; null when none has, or when the session had been ended before.</summary>
    public SessionEnd? Passed(DateTime now, SessionLimits limits) => EndedAt is not null ? null : now >= EndsAt ? SessionEnd.Limit : now - SeenAt >= limits.Idle ? SessionEnd.Idle : null;
}
