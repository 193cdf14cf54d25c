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
    public static readonly TimeSpan Recheck = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddMediSecureSignIn(this IServiceCollection services)
    {
        new IdentityBuilder(typeof(AppUser), services).AddSignInManager().AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.CookieManager = new SchemeCookies();
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.Path = "/";
            cookie.SlidingExpiration = false; // the session row knows both limits
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
        services.AddSingleton<UnknownUser>();
        services.AddSingleton<ClaimThrottle>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "ms-form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }
}
