using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Web;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace MediSecure.Tests.Ui;

/// <summary>Renders parts of the kit as the layout would: with a viewer, a clock and an announcer.</summary>
public abstract class KitTest : BunitContext
{
    protected static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);
    protected static readonly TimeZoneInfo Lagos = TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos");
    private readonly List<string> _said = [];

    protected KitTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton(Feed);
        var announcer = new Announcer();
        announcer.Said += (text, _) => _said.Add(text);
        Services.AddSingleton<IAnnouncer>(announcer);
    }

    protected FakeTimeProvider Time { get; } = new(Now);

    protected ChangeFeed Feed { get; } = new(NullLogger<ChangeFeed>.Instance);

    protected IReadOnlyList<string> Said => _said;

    public static Viewer ViewerAs(params Role[] roles) => new(Guid.CreateVersion7(), "Dr Tunde Adebayo", Guid.CreateVersion7(), "ChiHealth General Hospital", Lagos, roles, []);

    /// <summary>Renders below the cascading values that the layout gives every page.</summary>
    protected IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null, Viewer? viewer = null)
        where T : IComponent => Render<T>(p =>
        {
            p.AddCascadingValue(viewer ?? ViewerAs(Role.Doctor));
            p.AddCascadingValue(new OrganizationClock(Lagos, Time));
            parameters?.Invoke(p);
        });
}
