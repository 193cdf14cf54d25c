using System.Text;
using MediSecure.Data.Persistence;

namespace MediSecure.Web.Hosting;

/// <summary>While the database does not answer, a page is a clear sentence with 503 that tries again by itself; it needs no database, no sign-in and no script. Inside a circuit
/// <c>DatabaseAwayNote</c> says the same.</summary>
public static class DatabaseAway
{
    public const string Title = "The database does not answer";

    public const string Advice = "If it takes long, tell your IT support. Until then, use your paper forms.";

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        $$"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta http-equiv="refresh" content="10" />
            <title>{{Title}} · MediSecure</title>
            <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem } h1 { font-size: 1.5rem }</style>
        </head>
        <body>
            <main>
                <h1>{{Title}}</h1>
                <p>Nothing you saved before is lost. This page tries again every ten seconds and goes on by itself when the database is back.</p>
                <p>{{Advice}}</p>
            </main>
        </body>
        </html>
        """);

    public static IApplicationBuilder UseDatabaseAway(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next();
        }
        catch (Exception exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested && Concerns(exception))
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("MediSecure.Web.DatabaseAway")
                .LogWarning("The database did not answer a request: {Kind}", exception.GetBaseException().GetType().Name);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "10";
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.Body.WriteAsync(Page);
        }
    });

    /// <summary>A database that is busy or away is behind this, however deep.</summary>
    internal static bool Concerns(Exception exception) => DatabaseErrors.Explain(exception) is not null
        || (exception.InnerException is { } inner && inner is not BadHttpRequestException && Concerns(inner));
}
