using System.CommandLine;
using Diwan.Server.Hosting;
using Diwan.Storage;
using Diwan.Storage.Postgres;
using Diwan.Storage.Redis;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Commands;

/// <summary>Where a site is kept: a SQLite file in its data folder, or a PostgreSQL database that many nodes share.</summary>
internal sealed class StorePlace
{
    /// <summary>Names of the variables that say it, each in place of the entry of <c>site.yaml</c>.</summary>
    private const string StoreVariable = "DIWAN_STORE", ReplicaVariable = "DIWAN_REPLICA", RedisVariable = "DIWAN_REDIS", KeyVariable = "DIWAN_CLUSTER_KEY";

    private readonly PostgresAddress? _primary;
    private readonly PostgresAddress? _replica;
    private readonly string? _redis;

    private StorePlace(string folder, PostgresAddress? primary, PostgresAddress? replica, string? redis) =>
        (Folder, _primary, _replica, _redis) = (folder, primary, replica, redis);

    /// <summary>The data folder: all of the site, or what belongs to this node alone.</summary>
    public string Folder { get; }

    /// <summary>True when many nodes may share it.</summary>
    public bool IsShared => _primary is not null;

    /// <summary>For people, without passwords.</summary>
    public string Shown => _primary?.Shown ?? Folder;

    /// <summary>True when there is something to open: a file that is there, or a database, which says itself when it is not.</summary>
    public bool Exists => IsShared || File.Exists(Path.Combine(Folder, SqliteStoreOptions.FileName));

    /// <summary>What the command line, the environment and <c>site.yaml</c> say, in this order.</summary>
    /// <exception cref="CommandException">An address cannot be understood.</exception>
    public static StorePlace Of(ParseResult parsed, DirectoryInfo data)
    {
        var site = SiteSettings.Read(data.FullName);
        var store = parsed.GetValue(SiteOptions.Store) ?? Variable(StoreVariable) ?? site.Store;
        if (store is null) return new(data.FullName, null, null, null);
        var replica = Variable(ReplicaVariable) ?? site.Replica;
        return new(data.FullName, Address(store), replica is null ? null : Address(replica), Variable(RedisVariable) ?? site.Redis);
    }

    /// <summary>A database of its own, for moving a site there.</summary>
    /// <exception cref="CommandException">The address cannot be understood.</exception>
    public static StorePlace Shared(string address, DirectoryInfo data) => new(data.FullName, Address(address), null, null);

    /// <summary>Opens it.</summary>
    public Task<SiteStore> OpenAsync(CancellationToken ct) => OpenAsync(NullLoggerFactory.Instance, ct);

    /// <summary>Opens it, with somebody to tell of trouble.</summary>
    public async Task<SiteStore> OpenAsync(ILoggerFactory logs, CancellationToken ct)
    {
        if (_primary is null) return await SqliteStore.OpenAsync(new() { Folder = Folder }, TimeProvider.System, logs, ct);
        return await PostgresStore.OpenAsync(Options(_redis is null ? null : await RedisSignal.OpenAsync(_redis)), TimeProvider.System, logs, ct);
    }

    /// <summary>How to open a shared place.</summary>
    public PostgresStoreOptions Options(INodeSignal? signal = null) => new()
    {
        Primary = _primary!, Replica = _replica, Folder = Folder, ClusterKey = Key(), Signal = signal,
    };

    private static PostgresAddress Address(string text)
    {
        try
        {
            return PostgresAddress.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new CommandException(exception.Message, CommandLine.WrongUsage);
        }
    }

    private static byte[]? Key()
    {
        if (Variable(KeyVariable) is not { } text) return null;
        return text.Length == SiteKeys.Length * 2 && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : throw new CommandException($"{KeyVariable} takes {SiteKeys.Length * 2} hexadecimal digits", CommandLine.WrongUsage);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
