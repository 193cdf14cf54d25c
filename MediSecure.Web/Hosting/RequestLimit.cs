using System.Collections.Concurrent;
using MediSecure.Web.Components.Account;
using Microsoft.AspNetCore.Diagnostics;

namespace MediSecure.Web.Hosting;

/// <summary>Requests under way at once: of nobody, counted by address; of somebody, counted by sign-in, so that a hospital behind one address is not counted together. The lines of open pages are
/// left out, they have limits of their own (<see cref="HubLimits"/>).</summary>
internal sealed class RequestLimit(WebLimits limits, ILogger<RequestLimit> log)
{
    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);

    public async Task PassAsync(HttpContext http, Func<Task> next)
    {
        var signedIn = http.User.Identity?.IsAuthenticated == true;
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || (signedIn && http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)))
        {
            await next();
            return;
        }

        var (whose, most) = signedIn ? ($"sign-in {SignIn.SessionOf(http.User)}", limits.RequestsPerSignIn) : ($"address {http.Connection.RemoteIpAddress}", limits.RequestsPerAddress);
        try
        {
            if (_open.AddOrUpdate(whose, 1, (_, count) => count + 1) > most)
            {
                log.LogWarning("A request was refused: {Count} are under way from its {Kind}", most, signedIn ? "sign-in" : "address before any sign-in");
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = "2";
                http.Response.ContentType = "text/plain; charset=utf-8";
                await http.Response.WriteAsync($"Too many requests come from your {(signedIn ? "browser" : "network")} at this moment. Wait a few seconds, then load the page again.");
                return;
            }

            await next();
        }
        finally
        {
            if (_open.AddOrUpdate(whose, 0, (_, count) => count - 1) <= 0)
            {
                _open.TryRemove(KeyValuePair.Create(whose, 0));
            }
        }
    }
}
