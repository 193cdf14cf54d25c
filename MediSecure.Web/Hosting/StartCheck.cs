using MediSecure.Data;
using MediSecure.Data.Persistence;

namespace MediSecure.Web.Hosting;

/// <summary>Why this host must not start. Asked before the first request, answered on standard error.</summary>
public static class StartCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What the settings alone say.</summary>
    public static string? OfSettings(IConfiguration configuration, IHostEnvironment environment)
    {
        try
        {
            _ = DataOptions.From(configuration, environment.IsDevelopment());
            _ = Components.Account.SignInLimits.From(configuration);
            _ = TrustedProxy.Read(configuration["Proxy:KnownNetworks"]);
            _ = WebLimits.From(configuration);
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>What the database says, in Production: there the role and the data must be right before anybody signs in. Waits a minute for a database that is still starting.</summary>
    public static async Task<string?> OfDatabaseAsync(IServiceProvider services, CancellationToken ct = default)
    {
        var options = services.GetRequiredService<DataOptions>();
        if (!services.GetRequiredService<IHostEnvironment>().IsProduction() || options.Demo)
        {
            return null;
        }

        var probe = services.GetRequiredService<DatabaseGate>();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("MediSecure.Web.StartCheck");
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await probe.ProductionRefusalAsync(ct);
            }
            catch (Exception exception) when (DatabaseErrors.Explain(exception) is not null)
            {
                if (TimeProvider.System.GetElapsedTime(began) > Patience)
                {
                    return $"The database does not answer: {exception.GetBaseException().Message}";
                }

                log.LogWarning("Waiting for the database: {Kind}", exception.GetBaseException().GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), ct);
            }
        }
    }
}
