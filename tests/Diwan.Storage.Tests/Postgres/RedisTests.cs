using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Diwan.Storage.Postgres;
using Diwan.Storage.Redis;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace Diwan.Storage.Tests.Postgres;

/// <summary>Nodes that wake each other by a Redis of the test's own, and go on without it.</summary>
public sealed class RedisTests
{
    private const string Server = "/usr/bin/redis-server";

    [Fact]
    public async Task A_node_is_woken_by_another_and_a_Redis_that_is_away_keeps_nobody_from_writing_or_hearing()
    {
        if (!File.Exists(Server))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "Redis is not installed: apt-get install redis-server");
            Assert.Fail("Redis is not installed, and CI must have it.");
        }

        var ct = TestContext.Current.CancellationToken;
        var port = FreePort();
        using var folder = new TemporaryFolder();
        using var redis = Start(port, folder.Path);
        try
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
            await using var under = await PostgresUnderTest.OpenAsync(TimeProvider.System);
            var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var listener = await RedisSignal.OpenAsync(address);
            await WaitUntilSubscribedAsync(address, listener, () => told.TrySetResult());
            await using var node = await OpenAsync(under, await RedisSignal.OpenAsync(address));

            await node.Articles.SaveAsync(Some.Article());
            await told.Task.WaitAsync(ct);

            redis.Kill();
            await redis.WaitForExitAsync(ct);
            await using var reading = under.Changes.ReadAsync(ct).GetAsyncEnumerator(ct);
            Assert.True(await reading.MoveNextAsync());
            var next = reading.MoveNextAsync().AsTask();
            var article = Some.Article();
            await node.Articles.SaveAsync(article);
            Assert.True(await next.WaitAsync(ct));
            Assert.Equal(article.Id, reading.Current.Key);

            // One that was never there is no reason not to start.
            await using var late = await OpenAsync(under, await RedisSignal.OpenAsync(address));
            await late.Articles.SaveAsync(Some.Article());
        }
        finally
        {
            if (!redis.HasExited) redis.Kill();
        }
    }

    private static Task<PostgresStore> OpenAsync(PostgresUnderTest under, RedisSignal signal) => PostgresStore.OpenAsync(
        new() { Primary = PostgresAddress.Parse(under.Address), Folder = under.Folder, Readers = 2, Signal = signal }, TimeProvider.System, NullLoggerFactory.Instance);

    // The client subscribes by itself in a while: ask the server until it says that somebody listens.
    private static async Task WaitUntilSubscribedAsync(string address, RedisSignal listener, Action told)
    {
        listener.OnTold(told);
        await using var asking = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions { EndPoints = { address }, AbortOnConnectFail = false });
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            end.Token.ThrowIfCancellationRequested();
            try
            {
                if ((long)((RedisResult[])(await asking.GetDatabase().ExecuteAsync("PUBSUB", "NUMSUB", "diwan:changes"))!)[1] > 0) return;
            }
            catch (RedisException)
            {
                // Not up yet.
            }
        }
    }

    private static Process Start(int port, string folder) => Process.Start(new ProcessStartInfo(
        Server, ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder]) { RedirectStandardOutput = true })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
