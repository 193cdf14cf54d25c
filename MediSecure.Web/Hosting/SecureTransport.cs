using MediSecure.Data.Persistence.DemoData;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MediSecure.Web.Hosting;

/// <summary>A host that listens on https sends a page that was asked for over http there, and refuses everything else over http: what was posted in the clear has been read already, and a program
/// that sends so must be put right. A host that listens on http alone stands behind a proxy, whose task this is. Operators' addresses answer either way; the demo is left alone.</summary>
public static class SecureTransport
{
    private static readonly PathString[] Operators = ["/healthz", "/metrics"];

    // They take nothing that is secret.
    private static readonly PathString[] OverHttp = ["/account/logout", "/account/session", "/account/switch-organization"];

    /// <summary>http is for the demo, and for a developer's own machine.</summary>
    public static bool MaySignIn(HttpContext http, DemoMode demo, IHostEnvironment environment) => http.Request.IsHttps || demo.Enabled
        || (environment.IsDevelopment() && http.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address));

    /// <summary>Passwords, codes and keys are taken over https only, on every page under <c>/account</c>; a host that stands behind a proxy but was not told its network believes that all is http, and says so.</summary>
    public static IApplicationBuilder UseSecureSignIn(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase)
            || OverHttp.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            || MaySignIn(http, http.RequestServices.GetRequiredService<DemoMode>(), http.RequestServices.GetRequiredService<IHostEnvironment>()))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync("This needs a secure connection, so nothing was taken. Open the page with https and send it again. If its address begins with https already, tell who runs the server: the proxy in front is not known to it (Proxy__KnownNetworks).");
    });

    public static WebApplication UseSecureTransport(this WebApplication app)
    {
        if (app.Services.GetRequiredService<DemoMode>().Enabled)
        {
            return app;
        }

        var port = new Lazy<int?>(() => SecurePort(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []));
        app.Use(async (http, next) =>
        {
            if (http.Request.IsHttps || port.Value is not { } secure || Operators.Any(path => http.Request.Path.StartsWithSegments(path)))
            {
                await next(http);
            }
            else if ((HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && http.Request.Headers.Accept.Any(one => one?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true))
            {
                var host = secure == 443 ? new HostString(http.Request.Host.Host) : new HostString(http.Request.Host.Host, secure);
                http.Response.Redirect($"https://{host.ToUriComponent()}{http.Request.PathBase.ToUriComponent()}{http.Request.Path.ToUriComponent()}{http.Request.QueryString.ToUriComponent()}", permanent: true, preserveMethod: true);
            }
            else
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                http.Response.ContentType = "text/plain; charset=utf-8";
                await http.Response.WriteAsync("This host speaks https only. What was sent over http has been refused.");
            }
        });
        return app;
    }

    internal static int? SecurePort(IEnumerable<string> addresses) =>
        addresses.Select(BindingAddress.Parse).Where(one => one.Scheme == Uri.UriSchemeHttps).Select(one => (int?)one.Port).FirstOrDefault();
}
