using MediSecure.Data.Access;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace MediSecure.Web.Components.Account;

/// <summary>What a page's own clock asks: how long is left, and "the person is here".</summary>
internal static class SessionPosts
{
    /// <param name="Idle">Seconds until the session ends for not being used, rounded up.</param>
    /// <param name="End">Seconds until it ends at the latest, rounded up.</param>
    internal sealed record Left(int Idle, int End);

    public static IEndpointRouteBuilder MapSessionPosts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/account/session", LookAsync).AllowAnonymous();
        app.MapPost("/account/session", TouchAsync).AllowAnonymous(); // that a post is activity says SessionActivity
        return app;
    }

    private static Task<IResult> TouchAsync([FromForm] string? present, HttpContext http, SessionStore sessions, TimeProvider clock)
    {
        _ = present; // a bound form is what makes the antiforgery check apply
        return LookAsync(http, sessions, clock);
    }

    private static async Task<IResult> LookAsync(HttpContext http, SessionStore sessions, TimeProvider clock)
    {
        if (SignIn.UserIdOf(http.User) is not { } userId || await sessions.LiveAsync(SignIn.SessionOf(http.User), userId) is not { } session)
        {
            return TypedResults.Text("", statusCode: StatusCodes.Status401Unauthorized);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return TypedResults.Json(new Left((int)Math.Ceiling(session.IdleLeft(now, sessions.Limits).TotalSeconds), (int)Math.Ceiling((session.EndsAt - now).TotalSeconds)));
    }
}
