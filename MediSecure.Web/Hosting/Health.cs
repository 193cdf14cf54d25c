using System.Text.Json;
using MediSecure.Data.Persistence;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace MediSecure.Web.Hosting;

/// <summary>The addresses that operators and load balancers ask. One entry per check; no names, no addresses, no secrets.</summary>
public static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz/live", () => Results.Json(new { status = "healthy" })).AllowAnonymous().WithMetadata(new NeedsNoDataAttribute());
        app.MapGet("/healthz/ready", ReadyAsync).AllowAnonymous();
        return app;
    }

    private static async Task<IResult> ReadyAsync(DatabaseGate probe, IKeyManager keys, ILoggerFactory logs, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        var checks = new Dictionary<string, Check>
        {
            ["database"] = await AskAsync("database does not answer", async () =>
            {
                await probe.PingAsync(patience.Token);
                return null;
            }),
        };
        var reachable = checks["database"].Status == Check.Healthy;
        checks["schema"] = !reachable ? Check.Unknown : await AskAsync("schema cannot be read", async () =>
            (await probe.PendingMigrationsAsync(patience.Token)).Count == 0 ? null : "schema is behind: run -- migrate");
        checks["keys"] = !reachable ? Check.Unknown : await AskAsync("key ring cannot be read", async () => keys.GetAllKeys() is { Count: > 0 } all && all.All(key => key.IsRevoked) ? "every key of the ring was revoked"
            : await probe.KeyProblemAsync() is null ? null : "the key file does not open the encryption keys");
        var healthy = checks.Values.All(check => check.Status == Check.Healthy);
        return Results.Json(new { status = healthy ? Check.Healthy : "unhealthy", checks }, JsonSerializerOptions.Web, statusCode: healthy ? 200 : 503);

        Task<Check> AskAsync(string otherwise, Func<Task<string?>> ask) => Check.AskAsync(otherwise, ask, logs.CreateLogger("MediSecure.Web.Health"));
    }

    private sealed record Check(string Status, string? Detail)
    {
        public const string Healthy = "healthy";

        public static readonly Check Unknown = new("unknown", "not asked while the database does not answer");

        /// <param name="otherwise">What to say when asking fails; what the exception says stays in the log.</param>
        /// <param name="ask">Gives null when all is well, else what is not.</param>
        /// <param name="log">Takes the kind of failure.</param>
        public static async Task<Check> AskAsync(string otherwise, Func<Task<string?>> ask, ILogger log)
        {
            try
            {
                return await ask() is { } detail ? new Check("unhealthy", detail) : new Check(Healthy, null);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                log.LogWarning("Readiness: {What}: {Kind}", otherwise, exception.GetBaseException().GetType().Name);
                return new Check("unhealthy", otherwise);
            }
        }
    }
}
