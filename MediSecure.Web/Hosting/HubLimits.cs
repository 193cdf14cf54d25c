using System.Collections.Concurrent;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.AspNetCore.SignalR;

namespace MediSecure.Web.Hosting;

/// <summary>Stands inside the Blazor hub, before every circuit and whatever the transport. One person's connections are counted; what one connection sends faster than
/// <see cref="WebLimits.EventsPerSecond"/> waits. A hub reads a connection's next message only when the last is done, so that waiting slows the sender down and nobody else.</summary>
internal sealed class HubLimits(WebLimits limits, DemoMode demo, TimeProvider clock, ILogger<HubLimits> log) : IHubFilter
{
    private readonly ConcurrentDictionary<string, int> _connections = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var who = Who(context.Context);
        if (_connections.AddOrUpdate(who, 1, (_, count) => count + 1) > limits.ConnectionsPerUser)
        {
            log.LogWarning("A connection was refused: one person has {Count} open", limits.ConnectionsPerUser);
            context.Context.Abort();
            return;
        }

        await next(context);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        var who = Who(context.Context);
        if (_connections.AddOrUpdate(who, 0, (_, count) => count - 1) <= 0)
        {
            _connections.TryRemove(KeyValuePair.Create(who, 0));
        }

        await next(context, exception);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        // That a picture has arrived answers the server; it is no event of the person's.
        if (invocation.HubMethodName != "OnRenderCompleted" && Bucket(invocation.Context).Take() is { Ticks: > 0 } wait)
        {
            if (invocation.Context.Items.TryAdd(typeof(HubLimits), null))
            {
                log.LogWarning("An open page sends more than {Rate} events a second and is slowed down", limits.EventsPerSecond);
            }

            await Task.Delay(wait, clock, invocation.Context.ConnectionAborted);
        }

        return await next(invocation);
    }

    private TokenBucket Bucket(HubCallerContext connection)
    {
        if (connection.Items.TryGetValue(typeof(TokenBucket), out var there) && there is TokenBucket bucket)
        {
            return bucket;
        }

        bucket = new TokenBucket(limits.EventsPerSecond, limits.EventBurst, clock);
        connection.Items[typeof(TokenBucket)] = bucket;
        return bucket;
    }

    /// <summary>Whoever is nobody is turned away before the hub.</summary>
    private string Who(HubCallerContext connection) => (demo.Enabled ? SignIn.SessionOf(connection.User) : SignIn.UserIdOf(connection.User)?.ToString()) ?? "";
}
