using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace MediSecure.Web.Components.Account;

/// <summary>Cookie, lockout, and how soon a circuit notices that its person may no longer be here.</summary>
internal static class SignInSetup
{
    private const string FormCookie = "__Host-ms-form";

    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddMediSecureSignIn(this IServiceCollection services, IConfiguration configuration, bool demo, bool development)
    {
        new IdentityBuilder(typeof(AppUser), services).AddSignInManager().AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(PendingSignIn.Scheme, cookie =>
        {
            Harden(cookie, new SchemeCookies("__Host-ms-step", "ms-step"));
            cookie.ExpireTimeSpan = PendingSignIn.Life;
        }).AddIdentityCookies();
        // Between the question to a passkey and its answer.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            Harden(cookie, new SchemeCookies("__Host-ms-key", "ms-key"));
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        services.ConfigureApplicationCookie(cookie =>
        {
            Harden(cookie, new SchemeCookies());
            cookie.Events.OnValidatePrincipal = SessionCookies.ValidateAsync;
            cookie.Events.OnRedirectToLogin = SessionCookies.GoSignInAsync;
            cookie.LoginPath = "/account/login";
            cookie.LogoutPath = "/account/logout";
            cookie.AccessDeniedPath = "/account/denied";
            cookie.ReturnUrlParameter = "returnUrl";
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SessionStore>((cookie, sessions) => cookie.ExpireTimeSpan = sessions.Limits.Absolute);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = Recheck;
            // The renewed principal knows the person only; where they work and which sign-in this is must be carried over.
            options.OnRefreshingPrincipal = refresh =>
            {
                foreach (var type in (string[])[SignIn.OrganizationClaim, SignIn.SessionClaim, SignIn.ActingClaim])
                {
                    if (refresh.CurrentPrincipal?.FindFirst(type) is { } claim)
                    {
                        refresh.NewPrincipal?.Identities.First().AddClaim(claim.Clone());
                    }
                }

                return Task.CompletedTask;
            };
        });
        services.AddScoped<AuthenticationStateProvider, CircuitSignIn>();
        services.AddScoped<SignInFlow>();
        services.AddSingleton<ClaimThrottle>();
        services.AddScoped<PendingSignIn>();
        services.AddScoped<PasskeyAnswers>();
        services.AddSingleton(SignInLimits.From(configuration));
        services.AddSingleton<SignInCounts>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // Never from the Host header, which anybody can write: without the setting there are no passkeys.
            passkeys.ServerDomain = configuration["Passkeys:Domain"] is { Length: > 0 } domain ? domain : demo ? "localhost" : null;
            passkeys.UserVerificationRequirement = "required"; // a passkey stands for both factors
            passkeys.ResidentKeyRequirement = "required";      // it says itself whose it is
        });
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = demo || development ? "ms-form" : FormCookie; // nowhere else is anything posted over http
            antiforgery.Cookie.Path = "/";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    private static void Harden(CookieAuthenticationOptions cookie, SchemeCookies name)
    {
        cookie.CookieManager = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.Path = "/";
        cookie.SlidingExpiration = false; // for the sign-in, the session row knows both limits
    }
}
