namespace MediSecure.Data.Access;

/// <summary>Who is asking, as the cookie says. It names a person and an organisation and grants nothing: the doors read the membership rows.</summary>
/// <param name="UserId">The sign-in (AppUser).</param>
/// <param name="OrganizationId">The organisation the person is working in now.</param>
/// <param name="Session">Id of this sign-in's session, which the doors demand to be live and the audit keeps; never the cookie itself.</param>
/// <param name="Address">Network address of the browser, for the audit.</param>
/// <param name="TraceId">Request or circuit that asks, for the audit and the log.</param>
/// <param name="ActingFor">The patient for whom the person wants to act; whether they may is asked each time.</param>
public sealed record Caller(Guid UserId, Guid OrganizationId, string? Session = null, string? Address = null, string? TraceId = null, Guid? ActingFor = null);

/// <summary>Filled by middleware for HTTP and by a circuit handler for circuits. Scoped.</summary>
public interface ICurrentUser
{
    /// <summary>Null when nobody is signed in.</summary>
    ValueTask<Caller?> GetAsync();
}

/// <summary>The person may not do this, or is not signed in. The refusal has been recorded. Carries no patient data.</summary>
public sealed class AccessDeniedException(Permission permission)
    : Exception($"The permission '{permission}' is not held here.")
{
    public Permission Permission { get; } = permission;
}
