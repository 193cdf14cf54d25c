using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Web.Ui;

namespace MediSecure.Tests.Ui;

public sealed class FeatureComponentTests : KitTest
{
    private static readonly Error Taken = Error.Conflict("bed.taken", "The bed was just taken.");

    [Fact]
    public async Task A_double_click_is_one_operation()
    {
        var running = new TaskCompletionSource<Result>();
        var calls = 0;
        var probe = Show<Probe>().Instance;
        Task<bool> Press() => probe.Run(() => { calls++; return running.Task; });

        var first = Press();
        Assert.True(probe.IsBusy);
        Assert.False(await Press());
        running.SetResult(Result.Ok);

        Assert.True(await first);
        Assert.False(probe.IsBusy);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Success_is_announced_and_clears_the_last_problem()
    {
        var probe = Show<Probe>().Instance;
        await probe.Run(() => Task.FromResult<Result>(Taken));
        Assert.True(await probe.Run(() => Task.FromResult(Result.Ok), "Bed 301-A assigned."));
        Assert.Null(probe.LastProblem);
        Assert.Equal(["Bed 301-A assigned."], Said);
    }

    [Fact]
    public async Task A_refusal_stays_as_the_problem_and_is_not_announced_as_done()
    {
        var probe = Show<Probe>().Instance;
        Assert.False(await probe.Run(() => Task.FromResult<Result>(Taken), "Done."));
        Assert.Equal(Taken, probe.LastProblem);
        Assert.Empty(Said);
    }

    [Fact]
    public async Task A_denied_operation_becomes_a_sentence()
    {
        var probe = Show<Probe>().Instance;
        Assert.False(await probe.Run(() => throw new AccessDeniedException(Permission.CleanBed)));
        Assert.Equal(ErrorKind.Denied, probe.LastProblem?.Kind);
        Assert.False(probe.IsBusy);
    }

    [Fact]
    public async Task A_database_that_is_away_becomes_busy()
    {
        var probe = Show<Probe>().Instance;
        Assert.False(await probe.Run(() => throw new TimeoutException()));
        Assert.Equal(ErrorKind.Busy, probe.LastProblem?.Kind);
    }

    [Fact]
    public async Task A_defect_reaches_the_error_boundary_and_frees_the_buttons()
    {
        var probe = Show<Probe>().Instance;
        await Assert.ThrowsAsync<InvalidOperationException>(() => probe.Run(() => throw new InvalidOperationException()));
        Assert.False(probe.IsBusy);
    }

    [Fact]
    public async Task A_denied_read_is_denied_and_a_late_one_keeps_what_is_shown()
    {
        var probe = Show<Probe>().Instance;
        Assert.Equal(LoadPhase.Denied, (await probe.Load(LoadState<int>.Ready(1), _ => throw new AccessDeniedException(Permission.ViewBeds))).Phase);
        Assert.Equal(1, (await probe.Load(LoadState<int>.Ready(1), _ => throw new TimeoutException())).Value);
    }

    [Fact]
    public async Task Reads_are_cancelled_when_the_component_goes_away()
    {
        var probe = Show<Probe>().Instance;
        var reading = probe.Load(LoadState<int>.Loading, async ct => { await Task.Delay(Timeout.Infinite, ct); return Result.Of(1); });
        await probe.DisposeAsync();
        Assert.Equal(LoadPhase.Loading, (await reading).Phase);
    }

    [Fact]
    public async Task A_notice_reloads_only_what_it_concerns_and_nothing_after_the_end()
    {
        var viewer = ViewerAs(Role.Nurse);
        var probe = Show<Probe>(viewer: viewer);
        probe.Instance.Listen("Bed");
        Feed.Publish([new EntityChange(viewer.OrganizationId, "Patient", Guid.NewGuid())]);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(0, probe.Instance.Reloads);

        Feed.Publish([new EntityChange(viewer.OrganizationId, "Bed", Guid.NewGuid())]);
        probe.WaitForAssertion(() => Assert.Equal(1, probe.Instance.Reloads), TimeSpan.FromSeconds(5));

        await probe.Instance.DisposeAsync();
        Assert.Equal(0, Feed.Subscribers);
    }

    [Fact]
    public async Task What_the_database_did_not_answer_is_asked_again_until_it_does()
    {
        var shown = Show<Probe>(viewer: ViewerAs(Role.Nurse));
        var probe = shown.Instance;
        probe.Listen("Bed");
        probe.Answer = _ => throw new Npgsql.NpgsqlException("The line is dead");
        await shown.InvokeAsync(probe.ReloadAsync);
        Assert.Equal((LoadPhase.Failed, true), (probe.State.Phase, probe.State.AsksAgain));

        Time.Advance(NextTry.After);
        Assert.Equal((2, LoadPhase.Failed), (probe.Reloads, probe.State.Phase));
        probe.Answer = _ => Task.FromResult(Result.Of(7));
        Time.Advance(NextTry.After);
        Assert.Equal((3, LoadState<int>.Ready(7)), (probe.Reloads, probe.State));

        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, probe.Reloads);

        probe.Answer = _ => Task.FromResult<Result<int>>(Error.Busy); // as the doors say it
        await shown.InvokeAsync(probe.ReloadAsync);
        Assert.Equal((7, true), (probe.State.Value, probe.State.AsksAgain));
        await probe.DisposeAsync();
        Time.Advance(NextTry.After);
        Assert.Equal(4, probe.Reloads);
    }

    [Fact]
    public void Somebody_elses_organisation_is_not_heard()
    {
        var probe = Show<Probe>(viewer: ViewerAs(Role.Nurse)).Instance;
        probe.Listen("Bed");
        Feed.Publish([new EntityChange(Guid.NewGuid(), "Bed", Guid.NewGuid())]);
        Assert.Equal(0, probe.Reloads);
    }

    private sealed class Probe : FeatureComponent
    {
        public bool IsBusy => Busy;

        public Error? LastProblem => Problem;

        public int Reloads { get; private set; }

        public async Task<bool> Run(Func<Task<Result>> operation, string? done = null)
        {
            var ok = false;
            await InvokeAsync(async () => ok = await RunAsync(operation, done));
            return ok;
        }

        public Task<LoadState<int>> Load(LoadState<int> current, Func<CancellationToken, Task<Result<int>>> ask) => LoadAsync(current, ask);

        public LoadState<int> State { get; private set; } = LoadState<int>.Loading;

        public Func<CancellationToken, Task<Result<int>>> Answer { get; set; } = _ => Task.FromResult(Result.Of(1));

        public void Listen(params string[] entities) => Live(_ => ReloadAsync(), entities);

        public async Task ReloadAsync()
        {
            Reloads++;
            State = await LoadAsync(State, Answer);
        }
    }
}
