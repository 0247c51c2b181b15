using System.Globalization;
using Diwan.Cluster.Tests.Machines;

namespace Diwan.Cluster.Tests;

/// <summary>The machines that the other tests break do what they are taken to do.</summary>
public sealed class MachinesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("diwan-machines-");

    [Fact]
    public async Task A_commit_is_on_the_standby_when_it_is_answered_and_the_promoted_standby_takes_writes()
    {
        Needed.Check();
        if (Programs.IsRoot) File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        using var primary = await PostgresServer.PrimaryAsync(Path.Combine(_folder.FullName, "one"), isSynced: false);
        using var standby = await primary.StandbyAsync(Path.Combine(_folder.FullName, "two"));
        await primary.ExecuteAsync("CREATE TABLE told (number int)");
        for (var number = 0; number < 20; number++) await primary.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO told VALUES ({number})"));
        await primary.KillAsync();
        Assert.Null(await primary.AskAsync("SELECT 1"));

        await standby.PromoteAsync();

        Assert.Equal(20L, await standby.AskAsync("SELECT count(*) FROM told"));
        await standby.ExecuteAsync("INSERT INTO told VALUES (20)");
        primary.Forget();
        await primary.CopyAsync(standby);
        Assert.Equal(21L, await primary.AskAsync("SELECT count(*) FROM told"));
    }

    [Fact]
    public async Task A_cut_relay_says_nothing_and_a_mended_one_carries_again()
    {
        Needed.Check();
        using var redis = new RedisServer(Path.Combine(_folder.FullName, "redis"));
        await redis.StartAsync();
        using var relay = new Relay(redis.Port);
        Assert.Equal("+PONG", await PingAsync(relay.Port, TimeSpan.FromSeconds(10)));

        relay.Cut();
        Assert.Null(await PingAsync(relay.Port, TimeSpan.FromMilliseconds(300)));

        relay.Mend();
        Assert.Equal("+PONG", await PingAsync(relay.Port, TimeSpan.FromSeconds(10)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<string?> PingAsync(int port, TimeSpan patience)
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(System.Net.IPAddress.Loopback, port);
        await client.GetStream().WriteAsync("PING\r\n"u8.ToArray());
        using var reader = new StreamReader(client.GetStream());
        var answer = reader.ReadLineAsync();
        return await Task.WhenAny(answer, Task.Delay(patience)) == answer ? await answer : null;
    }
}
