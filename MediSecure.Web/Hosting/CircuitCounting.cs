using MediSecure.Data.Features.SystemHealth;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace MediSecure.Web.Hosting;

/// <summary>Counts open pages for the page of the system's health.</summary>
internal sealed class CircuitCounting(CircuitCounter counter) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        counter.Opened();
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        counter.Closed();
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        counter.ConnectionUp();
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        counter.ConnectionDown();
        return Task.CompletedTask;
    }
}
