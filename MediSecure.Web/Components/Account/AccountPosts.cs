using MediSecure.Data.Access;
using MediSecure.Data.Features.Demo;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.AspNetCore.Mvc;

namespace MediSecure.Web.Components.Account;

/// <summary>Small forms that post and redirect: they work on static pages and from inside a circuit alike. Antiforgery is checked for each, because each binds a form.</summary>
internal static class AccountPosts
{
    public static IEndpointRouteBuilder MapAccountPosts(this IEndpointRouteBuilder app)
    {
        app.MapPost("/account/logout", OutAsync).AllowAnonymous();
        app.MapPost("/account/switch-organization", SwitchAsync).RequireAuthorization();
        app.MapPost("/account/act-for", ActForAsync).RequireAuthorization();
        app.MapPost("/account/open-as", OpenAsAsync).AllowAnonymous();
        app.MapPost("/account/reset-demo", ResetDemoAsync).RequireAuthorization(nameof(Permission.ResetDemo));
        return app;
    }

    private static async Task<IResult> OutAsync([FromForm] string? returnUrl, SignInFlow flow, HttpContext http)
    {
        _ = returnUrl;
        await flow.OutAsync(http.User);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return TypedResults.LocalRedirect("/");
    }

    private static async Task<IResult> SwitchAsync([FromForm] Guid organizationId, SignInFlow flow, HttpContext http) =>
        await flow.SwitchAsync(http.User, organizationId) ? TypedResults.LocalRedirect("/") : TypedResults.LocalRedirect("/account/denied");

    /// <param name="patientId">Empty for oneself.</param>
    private static async Task<IResult> ActForAsync([FromForm] string? patientId, SignInFlow flow, HttpContext http) =>
        (string.IsNullOrEmpty(patientId) || Guid.TryParse(patientId, out _)) && await flow.ActForAsync(http.User, Guid.TryParse(patientId, out var id) ? id : null) ? TypedResults.LocalRedirect("/") : TypedResults.LocalRedirect("/account/denied");

    private static async Task<IResult> OpenAsAsync([FromForm] string email, [FromForm] string? returnUrl, SignInFlow flow, DemoMode demo)
    {
        if (!demo.Enabled || !DemoAccounts.All.Any(account => account.Email == email))
        {
            return TypedResults.NotFound();
        }

        return await flow.AsDemoAsync(email) == SignInOutcome.Done ? TypedResults.LocalRedirect(LocalAddress.OrHome(returnUrl)) : TypedResults.LocalRedirect("/account/login");
    }

    private static async Task<IResult> ResetDemoAsync([FromForm] string? returnUrl, DemoService demo)
    {
        _ = returnUrl;
        var reset = await demo.ResetAsync(CancellationToken.None);
        return reset.Failed ? TypedResults.NotFound() : TypedResults.LocalRedirect("/");
    }
}
