using Diwan.Server.Operations;
using Diwan.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Server.Tests;

public sealed class RepeatedJobTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    [Fact]
    public async Task Of_several_nodes_the_one_that_has_the_turn_does_it()
    {
        var turns = new Turns();
        using var first = new Counted(turns, new());
        using var second = new Counted(turns, new());

        await first.StartAsync(TestContext.Current.CancellationToken);
        await first.UntilDoneAsync(1);
        await second.StartAsync(TestContext.Current.CancellationToken);
        await turns.UntilAskedAsync(2);

        Assert.Equal((1, 0), (first.Done, second.Done));
    }

    [Fact]
    public async Task A_single_process_asks_nobody_and_what_fails_is_tried_again()
    {
        var clock = new FakeTimeProvider();
        using var job = new Counted(null, clock) { Fails = true };

        await job.StartAsync(TestContext.Current.CancellationToken);
        await job.UntilDoneAsync(1);
        await UntilAsync(() => job.Done >= 2, () => clock.Advance(Pause));

        Assert.False(job.ExecuteTask!.IsCompleted);
        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(Func<bool> isSo, Action? push = null)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isSo())
        {
            push?.Invoke();
            await Task.Delay(5, end.Token);
        }
    }

    private sealed class Counted(IJobStore? jobs, FakeTimeProvider clock) : RepeatedJob("counted", Pause, jobs, clock, NullLogger.Instance)
    {
        private int _done;

        public int Done => Volatile.Read(ref _done);

        public bool Fails { get; init; }

        public Task UntilDoneAsync(int times) => UntilAsync(() => Done >= times);

        protected override Task DoAsync(DateTimeOffset now, CancellationToken ct)
        {
            Interlocked.Increment(ref _done);
            return Fails ? throw new InvalidOperationException() : Task.CompletedTask;
        }
    }

    // The first who asks has the turn until the pause is over, which no clock here is.
    private sealed class Turns : IJobStore, IAsyncDisposable
    {
        private int _asked;

        public Task<IAsyncDisposable?> TryBeginAsync(string name, TimeSpan pause, CancellationToken ct = default)
        {
            Assert.True(pause < Pause);
            return Task.FromResult<IAsyncDisposable?>(Interlocked.Increment(ref _asked) == 1 ? this : null);
        }

        public Task UntilAskedAsync(int times) => UntilAsync(() => Volatile.Read(ref _asked) >= times);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
