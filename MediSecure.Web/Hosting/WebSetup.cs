using System.Net.Security;
using System.Security.Authentication;
using MediSecure.Data;
using MediSecure.Data.Access;
using MediSecure.Web.Components;
using MediSecure.Web.Components.Account;
using MediSecure.Web.Components.Layout;
using MediSecure.Web.Features.ActivityLog;
using MediSecure.Web.Features.Patients;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using MudBlazor.Services;

namespace MediSecure.Web.Hosting;

/// <summary>What the host is made of, and the order in which a request passes through it.</summary>
public static class WebSetup
{
    // Forward secrecy and authenticated encryption, the longer keys first.
    private static readonly CipherSuitesPolicy? Suites = !OperatingSystem.IsLinux() ? null : new CipherSuitesPolicy(
    [
        TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256, TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ]);

    private const string DefaultAddress = "http://localhost:8080";

    public static WebApplicationBuilder AddMediSecureWeb(this WebApplicationBuilder builder)
    {
        // Outside Development too: a host run from its build folder needs its styles and scripts.
        builder.WebHost.UseStaticWebAssets();
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]) && string.IsNullOrEmpty(builder.Configuration["HTTP_PORTS"]) && string.IsNullOrEmpty(builder.Configuration["HTTPS_PORTS"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 6_000_000;
            kestrel.ConfigureHttpsDefaults(https =>
            {
                https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
                if (OperatingSystem.IsLinux())
                {
                    https.OnAuthenticate = (_, tls) => tls.CipherSuitesPolicy = Suites; // elsewhere the system's own policy holds
                }
            });
        });

        var services = builder.Services;
        services.AddMediSecureData(DataOptions.From(builder.Configuration, builder.Environment.IsDevelopment()));
        var limits = WebLimits.From(builder.Configuration);
        services.AddSingleton(limits);
        services.AddSingleton<HubLimits>();
        services.AddSingleton<RequestLimit>();
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DetailedErrors = false;
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            circuit.DisconnectedCircuitMaxRetained = 200;
            circuit.MaxBufferedUnacknowledgedRenderBatches = 10;
            circuit.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(20);
        }).AddHubOptions(hub =>
        {
            hub.MaximumReceiveMessageSize = limits.MessageKilobytes * 1024;
            hub.EnableDetailedErrors = false;
            hub.AddFilter<HubLimits>();
        });
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = false);
        services.AddMudServices();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();

        services.AddScoped<CurrentUser>();
        services.AddScoped<ICurrentUser>(sp => sp.GetRequiredService<CurrentUser>());
        services.AddScoped<ViewerSource>();
        services.AddScoped<CircuitHandler, CircuitIdentity>();
        services.AddScoped<CircuitHandler, CircuitCounting>();
        services.AddScoped<CircuitPresence>();
        services.AddScoped<CircuitHandler>(sp => sp.GetRequiredService<CircuitPresence>());
        services.AddSingleton<CircuitSeats>();
        services.AddHostedService<CircuitWatch>();
        services.AddScoped<IAnnouncer, Announcer>();
        services.AddScoped<IPaletteSource, PagesPaletteSource>();
        services.AddScoped<IPaletteSource, PatientPaletteSource>();
        services.AddTrustedProxy(builder.Configuration);
        services.AddMediSecureSignIn(builder.Configuration, DataOptions.From(builder.Configuration, builder.Environment.IsDevelopment()).Demo, builder.Environment.IsDevelopment());
        services.AddPermissionPolicies();
        services.AddHostedService<DemoStart>();
        return builder;
    }

    public static WebApplication UseMediSecureWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseSecureTransport();
        app.UseSecureSignIn();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/account/error", createScopeForErrors: true);
        }

        app.UseDatabaseAway();
        app.UseStatusCodePagesWithReExecute("/account/status/{0}", createScopeForStatusCodePages: true);
        app.UseErrorsAsPages();
        app.UseAuthentication();
        app.Use((http, next) => http.RequestServices.GetRequiredService<RequestLimit>().PassAsync(http, () => next(http)));
        app.UseStartPage();
        app.UseHubGuard();
        app.UseCurrentUser();
        app.UseRouting();
        app.UseDemoWait();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseForgedFormWarning();
        app.UseSessionActivity();

        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous().WithMetadata(new NeedsNoDataAttribute());
        app.MapAccountPosts();
        app.MapSessionPosts();
        app.MapPasskeyPosts();
        app.MapActivityLogExport();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuit => circuit.ContentSecurityFrameAncestorsPolicy = "'none'")
            .Add(endpoint =>
            {
                // A circuit must not outlive its cookie.
                foreach (var hub in endpoint.Metadata.OfType<HttpConnectionDispatcherOptions>())
                {
                    hub.CloseOnAuthenticationExpiration = true;
                }
            });
        return app;
    }

    /// <summary>A form without its token is answered 400 by the endpoint; somebody should read of it.</summary>
    private static IApplicationBuilder UseForgedFormWarning(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } && http.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WebSetup)).LogWarning("A form came without its token and was refused");
        }

        return next();
    });

    /// <summary>A form that was refused is answered by a page: the page is asked for, not the form posted once more.</summary>
    private static IApplicationBuilder UseErrorsAsPages(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next();
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest && !http.Response.HasStarted && HttpMethods.IsPost(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
            http.Request.ContentType = null;
            http.Request.ContentLength = null;
        }
    });

    private static IApplicationBuilder UseCurrentUser(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.RequestServices.GetRequiredService<CurrentUser>().FromRequest(http);
        return next();
    });

    /// <summary>The address <c>/</c> is the start page for who is signed out and the dashboard for who is signed in.</summary>
    private static IApplicationBuilder UseStartPage(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.Path == "/" && http.User.Identity?.IsAuthenticated != true)
        {
            if (await PendingSignIn.MustEnrolAsync(http))
            {
                http.Response.Redirect(PendingSignIn.PageOf(NextStep.Enrol));
                return;
            }

            http.Request.Path = "/account/start";
        }

        await next();
    });
}
