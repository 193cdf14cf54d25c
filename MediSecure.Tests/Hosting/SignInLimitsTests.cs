using System.Net;
using MediSecure.Data.Features.Accounts;
using MediSecure.Tests.Support;
using MediSecure.Web.Components.Account;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MediSecure.Tests.Hosting;

/// <summary>Each limit of the sign-in at its edge, and once over HTTP.</summary>
[Trait("Check", "9")]
public sealed class SignInLimitsTests
{
    private static readonly IPAddress Ward = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Home = IPAddress.Parse("198.51.100.7");
    private readonly FakeTimeProvider _clock = new(TestDatabase.Start);

    private SignInCounts Counts(int perAddress = 100, int inAll = 2_000, int mails = 20) => new(new SignInLimits(perAddress, inAll, mails, TimeSpan.Zero), _clock);

    private static void Fail(SignInCounts counts, IPAddress from, int times)
    {
        for (var i = 0; i < times; i++)
        {
            counts.Failed(from);
        }
    }

    [Fact]
    public void Who_runs_the_host_reads_once_that_guessing_goes_on()
    {
        var log = new RecordedLog<SignInCounts>();
        var counts = new SignInCounts(new SignInLimits(5, 8, 20, TimeSpan.Zero), _clock, log);
        Fail(counts, Ward, 4);
        Assert.Empty(log.Lines);
        Fail(counts, Ward, 3);
        Assert.Contains("failed 5 times", Assert.Single(log.Lines).Text, StringComparison.Ordinal);
        Fail(counts, Home, 3);
        Assert.Equal([LogLevel.Warning, LogLevel.Warning], log.Lines.Select(line => line.Level));
        Assert.Contains("8 times in all", log.Lines[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains(Ward.ToString(), StringComparison.Ordinal) || line.Text.Contains(Home.ToString(), StringComparison.Ordinal));
    }

    /// <summary>Codes of patients' invitations: so many wrong ones from one address, fewer with one record number, and who runs the host reads of it once.</summary>
    [Fact]
    public void Wrong_codes_rest_by_address_and_by_record_number()
    {
        var log = new RecordedLog<ClaimThrottle>();
        var throttle = new ClaimThrottle(_clock, log);
        for (var i = 0; i < ClaimThrottle.MostWithNumber; i++)
        {
            Assert.True(throttle.MayTry($"192.0.2.{i}", "GH-1"));
            throttle.Failed($"192.0.2.{i}", "gh-1 ");
        }

        Assert.False(throttle.MayTry("192.0.2.99", "GH-1"));
        Assert.True(throttle.MayTry("192.0.2.99", "GH-2"));
        Assert.DoesNotContain("GH-1", Assert.Single(log.Lines).Text, StringComparison.OrdinalIgnoreCase);
        for (var i = 0; i < ClaimThrottle.MostFromAddress; i++)
        {
            Assert.True(throttle.MayTry("198.51.100.7", $"GH-{100 + i}"));
            throttle.Failed("198.51.100.7", $"GH-{100 + i}");
        }

        Assert.False(throttle.MayTry("198.51.100.7", "GH-500"));
        Assert.Equal(2, log.Lines.Count);
        _clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        Assert.True(throttle.MayTry("198.51.100.7", "GH-1"));
    }

    /// <summary>A name that nobody has rests as one that somebody has: as often, and as long.</summary>
    [Fact]
    public void Each_fifth_failure_locks_for_longer_and_the_hundredth_for_good_whether_the_name_exists_or_not()
    {
        var counts = Counts();
        var user = new AppUser();
        var locks = new List<double>();
        for (var failure = 1; failure <= AppUser.FailuresUntilPasswordOff; failure++)
        {
            var now = _clock.GetUtcNow().UtcDateTime;
            var locked = user.CountFailure(now);
            Assert.Equal(locked, counts.UnknownFailed("nobody@example.com"));
            Assert.Equal(locked, failure % AppUser.FailuresUntilLocked == 0);
            if (locked && failure < AppUser.FailuresUntilPasswordOff)
            {
                var length = user.LockoutEnd!.Value.UtcDateTime - now;
                locks.Add(length.TotalMinutes);
                _clock.Advance(length - TimeSpan.FromSeconds(1));
                Assert.Equal((true, true), (user.IsLockedAt(_clock.GetUtcNow().UtcDateTime), counts.UnknownFailed("NOBODY@example.com")));
                _clock.Advance(TimeSpan.FromSeconds(1));
                Assert.False(user.IsLockedAt(_clock.GetUtcNow().UtcDateTime));
            }
        }

        Assert.Equal([5, 10, 20, 40, 45, 45], locks.Take(6));
        _clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal((true, true), (user.IsLockedAt(_clock.GetUtcNow().UtcDateTime), counts.UnknownFailed("nobody@example.com")));
        Assert.False(AppUser.IsShutOut(user.DisabledAt, user.LockoutEnd, _clock.GetUtcNow().UtcDateTime)); // open sessions and passkeys go on
        user.SetPassword("hash", _clock.GetUtcNow().UtcDateTime);
        Assert.False(user.IsLockedAt(_clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>Somebody locked it on purpose: its owner does not undo that with a new password.</summary>
    [Fact]
    public void A_new_password_does_not_end_a_lock_that_somebody_has_set()
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var user = new AppUser { LockoutEnd = new DateTimeOffset(now, TimeSpan.Zero).AddDays(30) };
        user.SetPassword("hash", now);
        Assert.True(user.IsLockedAt(now));
    }

    [Fact]
    public void An_address_rests_after_its_last_failure_and_no_other_with_it()
    {
        var counts = Counts(perAddress: 5);
        Fail(counts, Ward, 4);
        Assert.False(counts.IsExhausted(Ward));
        Fail(counts, Ward, 1);
        Assert.True(counts.IsExhausted(Ward));
        Assert.True(counts.IsExhausted(Ward.MapToIPv6()));
        Assert.False(counts.IsExhausted(Home));
        _clock.Advance(SignInCounts.Window + TimeSpan.FromSeconds(1));
        Assert.False(counts.IsExhausted(Ward));
    }

    [Fact]
    public void Two_addresses_of_one_IPv6_network_are_one()
    {
        var counts = Counts(perAddress: 2);
        Fail(counts, IPAddress.Parse("2001:db8:1:2::1"), 1);
        Fail(counts, IPAddress.Parse("2001:db8:1:2:ffff::9"), 1);
        Assert.True(counts.IsExhausted(IPAddress.Parse("2001:db8:1:2::77")));
        Assert.False(counts.IsExhausted(IPAddress.Parse("2001:db8:1:3::1")));
    }

    /// <summary>An attack from everywhere shuts nobody out who does not fail himself.</summary>
    [Fact]
    public void When_everybody_fails_each_address_has_a_tenth()
    {
        var counts = Counts(perAddress: 20, inAll: 50);
        for (var i = 0; i < 49; i++)
        {
            counts.Failed(IPAddress.Parse($"203.0.113.{i}"));
        }

        Fail(counts, Ward, 1);
        Assert.False(counts.IsExhausted(Ward));
        Fail(counts, Ward, 1);
        Assert.True(counts.IsExhausted(Ward));
        Assert.False(counts.IsExhausted(Home));
    }

    [Fact]
    public void A_name_that_nobody_has_rests_like_one_that_somebody_has()
    {
        var counts = Counts();
        Assert.Equal([false, false, false, false, true, true], Enumerable.Range(0, 6).Select(_ => counts.UnknownFailed("No@body.example")));
        Assert.True(counts.UnknownFailed("no@BODY.example"));
        Assert.False(counts.UnknownFailed("other@body.example"));
        _clock.Advance(TimeSpan.FromMinutes(5.1));
        Assert.False(counts.UnknownFailed("No@body.example"));
    }

    [Fact]
    public void Mails_are_counted_whoever_they_are_for()
    {
        var counts = Counts(mails: 2);
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => counts.MayMail(Ward)));
        Assert.True(counts.MayMail(Home));
        _clock.Advance(SignInCounts.Window + TimeSpan.FromSeconds(1));
        Assert.True(counts.MayMail(Ward));
    }

    [Theory]
    [InlineData("PerAddress", "0")]
    [InlineData("InAll", "-1")]
    [InlineData("MailsPerAddress", "many")]
    [InlineData("FloorMilliseconds", "1.5")]
    public void A_limit_that_is_no_number_stops_the_start(string key, string value) => Assert.Contains(key, Assert.Throws<InvalidOperationException>(() =>
        SignInLimits.From(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("SignIn:" + key, (string?)value)]).Build())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Over_the_limit_the_answer_is_429_and_one_account_rests_by_the_fifth_try()
    {
        await using var app = new FrameApp();
        await using var limited = app.WithWebHostBuilder(builder => { builder.UseSetting("SignIn:PerAddress", "8"); builder.UseSetting("SignIn:FloorMilliseconds", "0"); });
        HttpClient Browser() => limited.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost") });
        foreach (var email in (string[])["radiologist@chihealth.example", "nobody@chihealth.example"])
        {
            for (var i = 1; i <= 4; i++)
            {
                using var answer = await FrameApp.SignInAsync(Browser(), email, "wrong");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }

        using var refused = await FrameApp.SignInAsync(Browser(), "radiologist@chihealth.example", MediSecure.Data.Persistence.DemoData.DemoAccounts.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("600", refused.Headers.GetValues("Retry-After").Single());
    }

    /// <summary>Known and unknown names take one time: the floor is above what either costs. Medians, because a machine that is busy is slow now and then.</summary>
    [Fact]
    public async Task A_known_and_an_unknown_name_take_the_same_time()
    {
        await using var app = new FrameApp();
        async Task<double> TimeAsync(string name)
        {
            var browser = app.Browser();
            _ = await browser.GetStringAsync("/account/login");
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            using var answer = await FrameApp.SignInAsync(browser, name, "wrong");
            return System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        // In turn, so that whatever else the machine does meets both alike.
        var (somebody, nobody) = (new List<double>(), new List<double>());
        _ = await TimeAsync("warm-up@chihealth.example");
        for (var i = 0; i < 9; i++)
        {
            somebody.Add(await TimeAsync("lab.tech@chihealth.example"));
            nobody.Add(await TimeAsync($"nobody{i}@chihealth.example"));
        }

        var (known, unknown) = (somebody.Order().ElementAt(4), nobody.Order().ElementAt(4));
        Assert.InRange(known / unknown, 0.6, 1.6);
        Assert.True(nobody.Min() > 250, $"{nobody.Min()} ms is below the floor");
    }
}
