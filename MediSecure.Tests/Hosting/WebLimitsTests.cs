using System.Net;
using System.Reflection;
using System.Security.Claims;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using MediSecure.Web.Components.Account;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace MediSecure.Tests.Hosting;

/// <summary>Every limit of <see cref="WebLimits"/>: what still passes, and the first that does not.</summary>
public sealed class WebLimitsTests(DemoHouse house)
{
    private static readonly MethodInfo Method = typeof(StubHub).GetMethod(nameof(StubHub.Send))!;
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_burst_passes_at_once_and_the_next_waits_its_turn()
    {
        var bucket = new TokenBucket(60, 120, _clock);
        Assert.All(Enumerable.Range(0, 120), _ => Assert.Equal(TimeSpan.Zero, bucket.Take()));
        Assert.Equal(1000d / 60, bucket.Take().TotalMilliseconds, 3);
        Assert.Equal(2000d / 60, bucket.Take().TotalMilliseconds, 3);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.All(Enumerable.Range(0, 58), _ => Assert.Equal(TimeSpan.Zero, bucket.Take())); // sixty a second, less the two that were lent
        Assert.NotEqual(TimeSpan.Zero, bucket.Take());
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.All(Enumerable.Range(0, 120), _ => Assert.Equal(TimeSpan.Zero, bucket.Take())); // never more than a burst
        Assert.NotEqual(TimeSpan.Zero, bucket.Take());
    }

    [Fact]
    public async Task A_page_that_sends_too_fast_is_slowed_down_and_loses_nothing()
    {
        var limits = Limits(new WebLimits { EventsPerSecond = 10, EventBurst = 3 });
        var connection = new StubConnection("one", Guid.NewGuid());
        var arrived = 0;
        for (var i = 0; i < 3; i++)
        {
            await SendAsync();
        }

        var fourth = SendAsync();
        Assert.Equal((3, false), (arrived, fourth.IsCompleted));
        _clock.Advance(TimeSpan.FromMilliseconds(101));
        await fourth;
        Assert.Equal(4, arrived);

        // Somebody else's page has a bucket of its own.
        connection = new StubConnection("two", Guid.NewGuid());
        await SendAsync();
        Assert.Equal(5, arrived);

        async Task SendAsync() => await limits.InvokeMethodAsync(new HubInvocationContext(connection, house.App.Services, new StubHub(), Method, []), _ =>
        {
            arrived++;
            return ValueTask.FromResult<object?>(null);
        });
    }

    [Fact]
    public async Task One_person_has_so_many_connections_and_others_have_their_own()
    {
        var limits = Limits(new WebLimits { CircuitsPerUser = 2 });
        var (ada, obi) = (Guid.NewGuid(), Guid.NewGuid());
        var open = new List<StubConnection>();
        for (var i = 0; i < 4; i++)
        {
            open.Add(await ConnectAsync(ada));
        }

        Assert.All(open, one => Assert.False(one.Aborted));
        var fifth = await ConnectAsync(ada);
        Assert.True(fifth.Aborted);
        Assert.False((await ConnectAsync(obi)).Aborted);
        await limits.OnDisconnectedAsync(Lifetime(fifth), null, (_, _) => Task.CompletedTask);
        await limits.OnDisconnectedAsync(Lifetime(open[0]), null, (_, _) => Task.CompletedTask);
        Assert.False((await ConnectAsync(ada)).Aborted);

        async Task<StubConnection> ConnectAsync(Guid session)
        {
            var connection = new StubConnection(Guid.NewGuid().ToString(), session);
            await limits.OnConnectedAsync(Lifetime(connection), _ => Task.CompletedTask);
            return connection;
        }

        HubLifetimeContext Lifetime(StubConnection connection) => new(connection, house.App.Services, new StubHub());
    }

    [Fact]
    public async Task So_many_requests_of_nobody_are_under_way_from_one_address_and_a_hospital_behind_it_is_not_counted()
    {
        var limit = new RequestLimit(new WebLimits { RequestsPerAddress = 2 }, NullLogger<RequestLimit>.Instance);
        var hold = new TaskCompletionSource();
        var held = new[] { AskAsync("192.0.2.1", false, hold.Task), AskAsync("192.0.2.1", false, hold.Task) };
        Assert.Equal(429, await AskAsync("192.0.2.1", false, Task.CompletedTask));
        Assert.Equal(200, await AskAsync("192.0.2.2", false, Task.CompletedTask));
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => AskAsync("192.0.2.1", true, Task.CompletedTask))))
        {
            Assert.Equal(200, answer);
        }

        hold.SetResult();
        Assert.All(await Task.WhenAll(held), answer => Assert.Equal(200, answer));
        Assert.Equal(200, await AskAsync("192.0.2.1", false, Task.CompletedTask));

        async Task<int> AskAsync(string address, bool signedIn, Task until)
        {
            var http = new DefaultHttpContext();
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            http.User = new ClaimsPrincipal(signedIn ? new ClaimsIdentity([new Claim(SignIn.SessionClaim, Guid.NewGuid().ToString())], "cookie") : new ClaimsIdentity());
            await limit.PassAsync(http, () => until);
            return http.Response.StatusCode;
        }
    }

    [Fact]
    public async Task So_many_requests_of_one_sign_in_are_under_way_and_neither_other_sign_ins_nor_the_lines_of_open_pages_are_counted()
    {
        var limit = new RequestLimit(new WebLimits { RequestsPerSignIn = 2 }, NullLogger<RequestLimit>.Instance);
        var hold = new TaskCompletionSource();
        var held = new[] { AskAsync("one", "/patients", hold.Task), AskAsync("one", "/activity-log/export", hold.Task) };
        Assert.Equal(429, await AskAsync("one", "/beds", Task.CompletedTask));
        Assert.Equal(200, await AskAsync("one", "/_blazor", Task.CompletedTask));
        Assert.Equal(200, await AskAsync("two", "/beds", Task.CompletedTask));
        hold.SetResult();
        Assert.All(await Task.WhenAll(held), answer => Assert.Equal(200, answer));
        Assert.Equal(200, await AskAsync("one", "/beds", Task.CompletedTask));

        async Task<int> AskAsync(string session, string path, Task until)
        {
            var http = new DefaultHttpContext();
            http.Request.Path = path;
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SignIn.SessionClaim, session)], "cookie"));
            await limit.PassAsync(http, () => until);
            return http.Response.StatusCode;
        }
    }

    [Theory]
    [InlineData("CircuitsPerUser", "0")]
    [InlineData("EventsPerSecond", "-1")]
    [InlineData("EventBurst", "many")]
    [InlineData("MessageKilobytes", "4097")]
    [InlineData("RequestsPerAddress", "1.5")]
    [InlineData("RequestsPerSignIn", "0")]
    public void A_limit_that_is_none_stops_the_start(string name, string value)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => WebLimits.From(Settings((name, value))));
        Assert.Contains($"Limits__{name} is '{value}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_settings_and_these_are_the_usual_ones()
    {
        Assert.Equal(new WebLimits { CircuitsPerUser = 10, EventsPerSecond = 60, EventBurst = 120, MessageKilobytes = 256, RequestsPerAddress = 100, RequestsPerSignIn = 100 }, WebLimits.From(Settings()));
        Assert.Equal(new WebLimits { CircuitsPerUser = 3, EventsPerSecond = 4, EventBurst = 5, MessageKilobytes = 6, RequestsPerAddress = 7, RequestsPerSignIn = 8 }, WebLimits.From(Settings(
            ("CircuitsPerUser", "3"), ("EventsPerSecond", "4"), ("EventBurst", "5"), ("MessageKilobytes", "6"), ("RequestsPerAddress", "7"), ("RequestsPerSignIn", "8"))));
    }

    /// <summary>The hub's own type is not public: found through the registered options.</summary>
    [Fact]
    public void A_message_is_as_long_as_the_setting_says()
    {
        var hub = typeof(Microsoft.AspNetCore.Components.Server.CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.ComponentHub", throwOnError: true)!;
        var options = house.App.Services.GetRequiredService(typeof(IOptions<>).MakeGenericType(typeof(HubOptions<>).MakeGenericType(hub)));
        var value = (HubOptions)options.GetType().GetProperty("Value")!.GetValue(options)!;
        Assert.Equal(256 * 1024, value.MaximumReceiveMessageSize);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create<string, string?>($"Limits:{one.Name}", one.Value))).Build();

    private HubLimits Limits(WebLimits limits) => new(limits, house.App.Services.GetRequiredService<DemoMode>(), _clock, NullLogger<HubLimits>.Instance);

    private sealed class StubHub : Hub
    {
        public static void Send()
        {
        }
    }

    private sealed class StubConnection(string id, Guid session) : HubCallerContext
    {
        public bool Aborted { get; private set; }

        public override string ConnectionId => id;

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal User { get; } = new(new ClaimsIdentity([new Claim(SignIn.SessionClaim, session.ToString())], "cookie"));

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => CancellationToken.None;

        public override void Abort() => Aborted = true;
    }
}

/// <summary>Two pages at once, so that the third can be seen.</summary>
public sealed class TwoPagesApp : MediSecureApp
{
    protected override IEnumerable<(string Key, string Value)> Settings => [("Limits:CircuitsPerUser", "2")];
}

public sealed class WebLimitsBrowserTests(TwoPagesApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<TwoPagesApp>
{
    [Fact]
    public async Task One_page_too_many_says_so_and_opens_when_another_was_closed()
    {
        var first = await AsAsync("nurse.joy@chihealth.example");
        var second = await first.Context.NewPageAsync();
        await GoAsync(second, "/beds", "Bed board");
        var third = await first.Context.NewPageAsync();
        await third.GotoAsync("/stays");
        await Assertions.Expect(Heading(third, "Too many open pages")).ToBeVisibleAsync();
        await Assertions.Expect(third.GetByText("Close one of them")).ToBeVisibleAsync();
        await second.CloseAsync();
        await Assertions.Expect(third.GetByText("Too many open pages")).ToHaveCountAsync(1);
        await third.ReloadAsync();
        await Heading(third, "Inpatients").WaitForAsync();
    }
}
