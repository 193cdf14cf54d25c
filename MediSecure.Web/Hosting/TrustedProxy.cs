using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace MediSecure.Web.Hosting;

/// <summary>Believes X-Forwarded-For, -Proto and -Host from the networks in <c>Proxy:KnownNetworks</c> (CIDR, separated by commas) and from nobody else: anybody can write a header.</summary>
public static class TrustedProxy
{
    public static IServiceCollection AddTrustedProxy(this IServiceCollection services, IConfiguration configuration)
    {
        var networks = Read(configuration["Proxy:KnownNetworks"]);
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = networks.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in networks)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
    }

    /// <exception cref="InvalidOperationException">A part is no network; a proxy that is silently not believed would be hard to find.</exception>
    internal static IReadOnlyList<IPNetwork> Read(string? setting) =>
        [.. (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => IPNetwork.TryParse(part, out var network) ? network
            : throw new InvalidOperationException($"Proxy__KnownNetworks: '{part}' is no network. Write it as 172.30.80.0/24, several separated by commas."))];
}
