using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Diagnostics;

namespace MediSecure.Web.Hosting;

/// <summary>Requests of nobody that are under way at once, counted by address. Whoever is signed in is not counted: a whole hospital stands behind one address.</summary>
internal sealed class AddressLimit(WebLimits limits, ILogger<AddressLimit> log)
{
    private readonly ConcurrentDictionary<IPAddress, int> _open = new();

    public async Task PassAsync(HttpContext http, Func<Task> next)
    {
        if (http.User.Identity?.IsAuthenticated == true || http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next();
            return;
        }

        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        try
        {
            if (_open.AddOrUpdate(address, 1, (_, count) => count + 1) > limits.RequestsPerAddress)
            {
                log.LogWarning("A request was refused: {Count} are under way from its address before any sign-in", limits.RequestsPerAddress);
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = "2";
                http.Response.ContentType = "text/plain; charset=utf-8";
                await http.Response.WriteAsync("Too many requests come from your network at this moment. Wait a few seconds, then load the page again.");
                return;
            }

            await next();
        }
        finally
        {
            if (_open.AddOrUpdate(address, 0, (_, count) => count - 1) <= 0)
            {
                _open.TryRemove(KeyValuePair.Create(address, 0));
            }
        }
    }
}
