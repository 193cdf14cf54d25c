using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace MediSecure.Web.Components.Account;

/// <summary>Who is signed in inside a circuit. <see cref="Hosting.CircuitWatch"/> finds out when that ends; from then on the circuit is nobody's.</summary>
internal sealed class CircuitSignIn : ServerAuthenticationStateProvider
{
    public void End() => SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
}
