using Microsoft.AspNetCore.Components.Server.Circuits;

namespace MediSecure.Web.Hosting;

/// <summary>Tells the scoped <see cref="CurrentUser"/> in which circuit it lives, for the audit's trace id.</summary>
public sealed class CircuitIdentity(CurrentUser user) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        // A short hash: the id itself is half of what a browser needs to reconnect and has no business in a log.
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(circuit.Id));
        user.InCircuit($"circuit-{Convert.ToHexStringLower(hash)[..16]}");
        return Task.CompletedTask;
    }
}
