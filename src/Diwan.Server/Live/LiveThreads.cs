using System.Threading.Channels;
using Diwan.Comments.Stores;
using Diwan.Server.Hosting;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Live;

/// <summary>The threads that somebody follows now. Those that nobody follows cost nothing when they change.</summary>
public sealed class LiveThreads(ICommentStore comments, ILogger<LiveThreads> log) : IChangeListener
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LiveThread> _threads = [];

    /// <summary>Threads followed now.</summary>
    public int Count
    {
        get { lock (_gate) return _threads.Count; }
    }

    /// <summary>Starts to follow a thread; whoever does calls <see cref="Leave"/> in the end.</summary>
    /// <param name="articleId">An article that exists.</param>
    /// <param name="lastId">Id of the last event this reader got; null at first.</param>
    /// <returns>Events, each as the bytes of its block; it ends when the reader falls too far behind.</returns>
    public ChannelReader<byte[]> Follow(string articleId, string? lastId)
    {
        lock (_gate)
        {
            if (!_threads.TryGetValue(articleId, out var thread)) _threads.Add(articleId, thread = new(articleId, comments, log));
            return thread.Follow(lastId);
        }
    }

    /// <summary>Stops to follow a thread.</summary>
    public void Leave(string articleId, ChannelReader<byte[]> reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        lock (_gate)
        {
            if (!_threads.TryGetValue(articleId, out var thread)) return;
            thread.Leave(reader);
            if (thread.IsAlone) _threads.Remove(articleId);
        }
    }

    /// <inheritdoc/>
    public ValueTask OnChangeAsync(Change change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Kind is not ChangeKind.Thread) return ValueTask.CompletedTask;
        lock (_gate) _threads.GetValueOrDefault(change.Key)?.Refresh();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask OnGapAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            foreach (var thread in _threads.Values) thread.Refresh();
        }

        return ValueTask.CompletedTask;
    }
}
