using MediSecure.Data.Access;
using Microsoft.Extensions.Configuration;

namespace MediSecure.Tests.Access;

public sealed class SessionLimitsTests
{
    private static SessionLimits From(string? idle, string? absolute) => SessionLimits.From(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Session:IdleMinutes"] = idle, ["Session:AbsoluteHours"] = absolute }).Build());

    [Fact]
    public void Without_settings_it_is_fifteen_minutes_and_twelve_hours() => Assert.Equal(new SessionLimits(TimeSpan.FromMinutes(15), TimeSpan.FromHours(12)), From(null, ""));

    [Fact]
    public void Fractions_are_allowed()
    {
        var limits = From("0.1", "0.25");
        Assert.Equal(new SessionLimits(TimeSpan.FromSeconds(6), TimeSpan.FromMinutes(15)), limits);
        Assert.Equal(TimeSpan.FromSeconds(3), limits.Warning);
        Assert.Equal(TimeSpan.FromSeconds(60), SessionLimits.Usual.Warning);
        Assert.Equal(TimeSpan.FromSeconds(30), SessionLimits.Usual.Grain);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("fifteen")]
    [InlineData("1e99")]
    [InlineData("1,5")]
    public void Anything_else_stops_the_start_and_says_what_to_write(string idle) =>
        Assert.Contains("Session__IdleMinutes", Assert.Throws<InvalidOperationException>(() => From(idle, null)).Message, StringComparison.Ordinal);
}
