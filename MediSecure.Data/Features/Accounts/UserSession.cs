namespace MediSecure.Data.Features.Accounts;

/// <summary>Why a session is over.</summary>
public enum SessionEnd
{
    /// <summary>The person signed out in that browser.</summary>
    SignedOut,
    /// <summary>Nobody used it for the idle limit.</summary>
    Idle,
    /// <summary>The absolute limit was reached, however busy the person was.</summary>
    Limit,
    /// <summary>The person ended it from another browser.</summary>
    EndedByOwner,
    EndedByAdministrator,
    /// <summary>Somebody signed in anew in the same browser.</summary>
    Replaced,
}

/// <summary>What proved, beside the password, that it was the person.</summary>
public enum SecondFactor
{
    None,
    AuthenticatorApp,
    Passkey,
    RecoveryCode,
}

/// <summary>One sign-in in one browser, from the password until it is over. The cookie carries its id; this row says whether the cookie still counts. Belongs to a person, who may work
/// at several organisations, and so to no organisation.</summary>
public sealed class UserSession
{
    public const int AddressLength = 64;
    public const int AgentLength = 60;

    private UserSession()
    {
    }

    /// <param name="endsAt">UTC; when it ends at the latest.</param>
    /// <param name="address">Network address of the browser.</param>
    /// <param name="agent">Browser and system in a few words.</param>
    public UserSession(Guid id, Guid userId, DateTime startedAt, DateTime endsAt, string? address, string agent, SecondFactor secondFactor)
    {
        Id = id;
        UserId = userId;
        StartedAt = SeenAt = startedAt;
        EndsAt = endsAt;
        Address = address is { Length: > AddressLength } ? address[..AddressLength] : address;
        Agent = agent is { Length: > AgentLength } ? agent[..AgentLength] : agent;
        SecondFactor = secondFactor;
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>When the person last did something, to about half a minute.</summary>
    public DateTime SeenAt { get; private set; }

    /// <summary>The absolute limit.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>Null while it has not been ended; it may be over all the same, see <see cref="IsLive"/>.</summary>
    public DateTime? EndedAt { get; private set; }

    public SessionEnd? EndedBecause { get; private set; }

    public string? Address { get; private set; }

    public string Agent { get; private set; } = "";

    public SecondFactor SecondFactor { get; private set; }

    public bool IsLive(DateTime now, TimeSpan idle) => EndedAt is null && now < EndsAt && now - SeenAt < idle;

    public void Seen(DateTime at) => SeenAt = at > SeenAt ? at : SeenAt;

    /// <returns>False when it had been ended before.</returns>
    public bool End(DateTime at, SessionEnd why)
    {
        if (EndedAt is not null)
        {
            return false;
        }

        EndedAt = at;
        EndedBecause = why;
        return true;
    }
}
