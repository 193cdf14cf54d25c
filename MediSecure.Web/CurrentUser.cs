using System.Security.Claims;
using MediSecure.Data.Access;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Components.Authorization;

namespace MediSecure.Web;

/// <summary>Who asks: from the request in HTTP, from the authentication state in a circuit. Scoped to either.</summary>
public sealed class CurrentUser(AuthenticationStateProvider states) : ICurrentUser
{
    private ClaimsPrincipal? _request;
    private string? _address;
    private string? _session;
    private string? _trace;

    public async ValueTask<Caller?> GetAsync()
    {
        var user = _request ?? (await states.GetAuthenticationStateAsync()).User;
        return user.Identity?.IsAuthenticated == true && SignIn.UserIdOf(user) is { } userId && SignIn.OrganizationIdOf(user) is { } organizationId
            ? new Caller(userId, organizationId, _session ?? SignIn.SessionOf(user), _address, _trace, SignIn.ActingForOf(user))
            : null;
    }

    /// <summary>Called by the middleware, once the cookie has been read.</summary>
    public void FromRequest(HttpContext http)
    {
        _request = http.User;
        _address = http.Connection.RemoteIpAddress?.ToString();
        _trace = http.TraceIdentifier;
    }

    /// <summary>Called by the circuit's root component: a circuit cannot see the request that opened it.</summary>
    public void FromCircuit(string? address, string? session)
    {
        _address = address;
        _session = session;
    }

    /// <summary>Called by the circuit handler.</summary>
    public void InCircuit(string circuitId) => _trace = circuitId;
}
