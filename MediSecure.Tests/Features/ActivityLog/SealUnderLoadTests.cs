using System.Diagnostics;
using MediSecure.Data.Jobs;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.ActivityLog;

/// <summary>Many write while the job seals each second: no event waits three seconds for its seal, and the chain is whole. On PostgreSQL, with the clock of the test running in real time.</summary>
public sealed class SealUnderLoadTests(PostgresDatabase db) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public Task Twenty_writers_for_four_seconds() => SealWhileAsync(writers: 20, TimeSpan.FromSeconds(4), patience: TimeSpan.FromSeconds(12)); // others use the machine too

    [Fact]
    [Trait("Category", "Long")]
    public Task Two_hundred_writers_for_a_minute() => SealWhileAsync(writers: 200, TimeSpan.FromMinutes(1), patience: TimeSpan.FromSeconds(3));

    private async Task SealWhileAsync(int writers, TimeSpan length, TimeSpan patience)
    {
        var organization = await db.Given.OrganizationAsync();
        var sealer = db.Services.GetRequiredService<AuditSealer>();
        await sealer.SealAsync(everything: true, default);
        var began = db.Clock.GetUtcNow();
        var watch = Stopwatch.StartNew();
        using var end = new CancellationTokenSource(length);
        bool Over() => end.IsCancellationRequested;
        var written = 0;
        var oldest = TimeSpan.Zero;

        async Task Tick()
        {
            while (!Over())
            {
                db.Clock.SetUtcNow(began + watch.Elapsed);
                await Task.Delay(20);
            }
        }

        async Task Write()
        {
            while (!Over())
            {
                await db.Given.DepartmentAsync(organization);
                Interlocked.Increment(ref written);
            }
        }

        async Task Seal()
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1)); // as AuditSealJob does
            while (!Over() && await timer.WaitForNextTickAsync())
            {
                await sealer.SealAsync(everything: false, default);
            }
        }

        async Task Look()
        {
            while (!Over())
            {
                await Task.Delay(250);
                var first = await db.LookAsync(look => look.AuditEvents.Where(e => e.OrganizationId == organization && !look.AuditSeals.Any(s => s.EventId == e.Id))
                    .Select(e => (DateTime?)e.RecordedAt).MinAsync(), organization);
                var age = (began + watch.Elapsed).UtcDateTime - (first ?? DateTime.MaxValue);
                oldest = age > oldest ? age : oldest;
            }
        }

        await Task.WhenAll([Task.Run(Tick), Task.Run(Seal), Task.Run(Look), .. Enumerable.Range(0, writers).Select(_ => Task.Run(Write))]);
        await sealer.SealAsync(everything: true, default);

        TestContext.Current.TestOutputHelper?.WriteLine($"{written} written in {watch.Elapsed.TotalSeconds:0.0} s, oldest unsealed {oldest.TotalSeconds:0.00} s");
        var numbers = await db.LookAsync(look => look.AuditSeals.OrderBy(s => s.Number).Select(s => s.Number).ToListAsync(), organization);
        Assert.Equal(Enumerable.Range(1, written + 1).Select(n => (long)n), numbers); // and the organisation itself
        Assert.Empty((await db.Services.GetRequiredService<AuditVerification>().VerifyAsync(organization, null, default)).Defects);
        Assert.True(oldest < patience, $"an event waited {oldest.TotalSeconds:0.00} s for its seal");
    }
}
