using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Diwan.Cluster.Tests.Machines;

namespace Diwan.Cluster.Tests.Sites;

/// <summary>A whole cluster on this machine: three nodes, a primary with a synchronous standby, Redis, and nginx before the nodes; the first database lies on a small disk where that may be mounted.</summary>
internal sealed partial class Site : IAsyncDisposable
{
    private const int Nodes = 3, DiskMegabytes = 320;

    private readonly OpenFolder _folder;
    private readonly string _key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private Site(OpenFolder folder, SmallDisk? disk, PostgresServer primary, PostgresServer standby, RedisServer redis)
    {
        (_folder, Disk, Primary, Standby, OnDisk, Redis) = (folder, disk, primary, standby, primary, redis);
        Store = string.Create(CultureInfo.InvariantCulture, $"postgres://postgres@127.0.0.1:{primary.Port},127.0.0.1:{standby.Port}/diwan?target_session_attrs=primary");
        NodesOf = [.. Enumerable.Range(0, Nodes).Select(number => new Node(_folder[$"node{number}"], Store, new(redis.Port), _key))];
        Proxy = new(_folder["nginx"], [.. NodesOf.Select(node => node.Port)]);
    }

    /// <summary>Address of the database with both its hosts.</summary>
    public string Store { get; }

    /// <summary>The nodes.</summary>
    public IReadOnlyList<Node> NodesOf { get; }

    /// <summary>The server that takes writes now.</summary>
    public PostgresServer Primary { get; private set; }

    /// <summary>Its synchronous standby.</summary>
    public PostgresServer Standby { get; private set; }

    /// <summary>The server whose data lies on the small disk, whichever part it plays now.</summary>
    public PostgresServer OnDisk { get; }

    /// <summary>The small disk; null where none may be mounted.</summary>
    public SmallDisk? Disk { get; }

    /// <summary>Redis.</summary>
    public RedisServer Redis { get; }

    /// <summary>What stands before the nodes.</summary>
    public Nginx Proxy { get; }

    /// <summary>A moderator's token.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Articles of the sample site, by their slug.</summary>
    public IReadOnlyList<string> Articles { get; private set; } = [];

    /// <summary>Starts all of it.</summary>
    public static async Task<Site> StartAsync()
    {
        var folder = new OpenFolder("diwan-cluster-");
        var disk = await SmallDisk.MountAsync(folder.FullName, DiskMegabytes);
        var primary = await PostgresServer.PrimaryAsync(Path.Combine(disk?.Folder ?? folder.FullName, "database1"));
        await primary.ExecuteAsync("CREATE DATABASE diwan");
        var standby = await primary.StandbyAsync(folder["database2"]);
        var redis = new RedisServer(folder["redis"]);
        await redis.StartAsync();
        var site = new Site(folder, disk, primary, standby, redis);
        // All at once: one of them makes the tables and brings the sample site, the others wait.
        await Task.WhenAll(site.NodesOf.Select(node => node.StartAsync()));
        await site.Proxy.StartAsync();
        await site.LearnAsync();
        return site;
    }

    /// <summary>Makes the standby the primary. The old one must be gone.</summary>
    public async Task PromoteAsync()
    {
        (Primary, Standby) = (Standby, Primary);
        await Primary.PromoteAsync();
    }

    /// <summary>Runs a verb on the site's data as an operator would; how it ended, and what it said.</summary>
    public Task<(int Exit, string Said)> RunAsync(params string[] arguments) => DiwanProgram.RunAsync(DiwanProgram.Environment(Store, _key), [.. arguments, "--data", _folder["operator"]]);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Proxy.Dispose();
        foreach (var node in NodesOf) node.Dispose();
        Redis.Dispose();
        Primary.Dispose();
        Standby.Dispose();
        if (Disk is not null) await Disk.DisposeAsync();
        await _folder.DisposeAsync();
    }

    private async Task LearnAsync()
    {
        using var http = new HttpClient { BaseAddress = Proxy.Address };
        Articles = [.. ArticleLink.Matches(await http.GetStringAsync(new Uri("/", UriKind.Relative))).Select(match => match.Groups[1].Value).Distinct()];
        Assert.NotEmpty(Articles);
        var (exit, said) = await RunAsync("token", "create", "--role", "moderator", "--account", "cluster");
        Assert.True(exit == 0, said);
        Token = said;
    }

    [GeneratedRegex("href=\"/articles/([a-z0-9-]+)\"")]
    private static partial Regex ArticleLink { get; }
}
