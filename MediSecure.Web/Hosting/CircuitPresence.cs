using Microsoft.AspNetCore.Components.Server.Circuits;

namespace MediSecure.Web.Hosting;

/// <summary>Whether the browser of this circuit can be reached now. Scoped.</summary>
public sealed class CircuitPresence : CircuitHandler
{
    public bool IsUp { get; private set; }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = true;
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = false;
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = false;
        return Task.CompletedTask;
    }
}
