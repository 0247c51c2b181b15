using StackExchange.Redis;

namespace Diwan.Storage.Redis;

/// <summary>Wakes the other nodes by Redis: faster than the database where there are many nodes, and no loss when it is away, for every node also looks by itself.</summary>
public sealed class RedisSignal : INodeSignal, IAsyncDisposable
{
    private static readonly RedisChannel Channel = RedisChannel.Literal("diwan:changes");

    private readonly ConnectionMultiplexer _redis;

    private RedisSignal(ConnectionMultiplexer redis) => _redis = redis;

    /// <summary>Begins to connect; a Redis that is away is connected to once it is back.</summary>
    /// <param name="configuration"><c>host:6379,password=…,ssl=true</c>.</param>
    public static async Task<RedisSignal> OpenAsync(string configuration)
    {
        var options = ConfigurationOptions.Parse(configuration);
        (options.AbortOnConnectFail, options.ConnectTimeout, options.ClientName) = (false, 2_000, "diwan");
        return new(await ConnectionMultiplexer.ConnectAsync(options));
    }

    /// <inheritdoc/>
    public void Tell()
    {
        try
        {
            _redis.GetSubscriber().Publish(Channel, RedisValue.EmptyString, CommandFlags.FireAndForget);
        }
        catch (RedisException)
        {
            // The others look by themselves.
        }
    }

    /// <inheritdoc/>
    public void OnTold(Action told)
    {
        ArgumentNullException.ThrowIfNull(told);
        // Made again by the client whenever Redis is back.
        _redis.GetSubscriber().Subscribe(Channel, (_, _) => told(), CommandFlags.FireAndForget);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _redis.DisposeAsync();
}
