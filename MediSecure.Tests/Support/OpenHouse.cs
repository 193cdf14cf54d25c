using MediSecure.Tests.Support;

[assembly: AssemblyFixture(typeof(OpenHouse))]

namespace MediSecure.Tests.Support;

/// <summary>One demo host for the browser tests of the whole run that only look, started by the first that asks. One that changes what others look at takes a <see cref="MediSecureApp"/> of its own.</summary>
public sealed class OpenHouse : IAsyncDisposable
{
    private readonly Lazy<MediSecureApp> _app = new(() =>
    {
        var app = new MediSecureApp();
        app.Start();
        return app;
    });

    public MediSecureApp App => _app.Value;

    public ValueTask DisposeAsync() => _app.IsValueCreated ? _app.Value.DisposeAsync() : ValueTask.CompletedTask;
}
