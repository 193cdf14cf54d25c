namespace MediSecure.Web.Hosting;

/// <summary>Stands before the Blazor hub, which would take a connection from any origin and from anybody.</summary>
public static class HubGuard
{
    public static IApplicationBuilder UseHubGuard(this IApplicationBuilder app) => app.UseWhen(
        http => http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase),
        hub => hub.Use(async (http, next) =>
        {
            if (!IsOurs(http.Request))
            {
                http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(HubGuard)).LogWarning("A page of another site, or none, asked for a connection and was refused");
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            if (http.User.Identity?.IsAuthenticated != true)
            {
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            await next();
        }));

    /// <summary>The page that connects came from this very host. Browsers always send Origin with a WebSocket and with a cross-site POST.</summary>
    private static bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            // Asked of the request itself: nothing before this has made it a WebSocket yet. Over HTTP/2 it is a CONNECT.
            return !HttpMethods.IsConnect(request.Method) && !request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase);
        }

        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && string.Equals(uri.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase)
            && string.Equals(uri.Authority, Default(request), StringComparison.OrdinalIgnoreCase);
    }

    private static string Default(HttpRequest request)
    {
        // Uri leaves a default port out; the Host header may name it.
        var host = request.Host;
        var isDefault = host.Port == (request.IsHttps ? 443 : 80);
        return isDefault ? host.Host : host.ToUriComponent();
    }
}
