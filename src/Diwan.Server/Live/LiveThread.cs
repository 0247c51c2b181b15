using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Diwan.Comments.Stores;
using Diwan.Server.Public;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Live;

/// <summary>A thread that somebody follows. It is read once for a change, written once as bytes, and handed to all who follow.</summary>
internal sealed partial class LiveThread(string articleId, ICommentStore comments, ILogger log)
{
    // What a reader can miss while a train is in a tunnel and still be told; after more the count says enough.
    private const int Remembered = 100;

    // A reader this far behind is gone or too slow: the connection ends, and the browser makes a new one.
    private const int MaxWaiting = 64;

    // Tells the events of this process and thread from those of any other.
    private readonly string _name = Guid.NewGuid().ToString("N")[..12];
    private readonly Lock _gate = new();
    private readonly HashSet<Channel<byte[]>> _followers = [];
    private readonly Queue<(long Number, byte[] Bytes)> _recent = [];
    private ThreadWindow? _known;
    private long _last;
    private bool _isReading;
    private bool _isStale;

    /// <summary>True when nobody follows it any more.</summary>
    public bool IsAlone
    {
        get { lock (_gate) return _followers.Count == 0; }
    }

    /// <summary>Starts to follow: what came after the event with <paramref name="lastId"/> if that is still remembered, then the count, then what happens.</summary>
    public ChannelReader<byte[]> Follow(string? lastId)
    {
        var channel = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MaxWaiting + Remembered) { SingleReader = true });
        lock (_gate)
        {
            _followers.Add(channel);
            if (_known is not null)
            {
                foreach (var (number, bytes) in _recent)
                {
                    if (number > Number(lastId)) channel.Writer.TryWrite(bytes);
                }

                channel.Writer.TryWrite(Counted(_known.Count));
            }
        }

        if (_known is null) Refresh();
        return channel.Reader;
    }

    /// <summary>Stops to follow.</summary>
    public void Leave(ChannelReader<byte[]> reader)
    {
        lock (_gate) _followers.RemoveWhere(channel => channel.Reader == reader);
    }

    /// <summary>The thread may have changed: reads it soon. Changes in a row are read once.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            _isStale = true;
            if (_isReading) return;
            _isReading = true;
        }

        _ = Task.Run(ReadAsync);
    }

    private async Task ReadAsync()
    {
        try
        {
            while (TakeStale()) Publish(await ThreadWindow.ReadAsync(comments, articleId));
        }
#pragma warning disable CA1031 // Whatever the store's trouble is: readers connect again and find out how things stand.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogLost(log, exception.GetType().Name);
            lock (_gate)
            {
                (_isReading, _known) = (false, null);
                foreach (var follower in _followers) follower.Writer.TryComplete();
            }
        }
    }

    private bool TakeStale()
    {
        lock (_gate)
        {
            _isReading = _isStale;
            _isStale = false;
            return _isReading;
        }
    }

    private void Publish(ThreadWindow now)
    {
        lock (_gate)
        {
            if (_known is { } before)
            {
                foreach (var comment in now.NotIn(before)) Send("comment", CommentEndpoints.ShapeOf(comment), PublicJson.Instance.CommentShape);
                foreach (var comment in before.NotIn(now)) Send("removed", new RemovedShape(comment.Id), PublicJson.Instance.RemovedShape);
            }

            if (_known?.Count != now.Count) Send(Counted(now.Count));
            _known = now;
        }
    }

    private void Send<T>(string kind, T shape, JsonTypeInfo<T> type)
    {
        var bytes = Event(kind, JsonSerializer.Serialize(shape, type), ++_last);
        _recent.Enqueue((_last, bytes));
        if (_recent.Count > Remembered) _recent.Dequeue();
        Send(bytes);
    }

    private void Send(byte[] bytes)
    {
        foreach (var follower in _followers)
        {
            if (!follower.Writer.TryWrite(bytes)) follower.Writer.TryComplete();
        }
    }

    private byte[] Counted(int count) => Event("count", JsonSerializer.Serialize(new CountShape(count), PublicJson.Instance.CountShape), _last);

    private byte[] Event(string kind, string data, long number) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {_name}-{number}\nevent: {kind}\ndata: {data}\n\n"));

    // Of an event this thread did not send, everything would be new: then the count alone tells.
    private long Number(string? id) =>
        id is not null && id.StartsWith(_name + "-", StringComparison.Ordinal) && long.TryParse(id.AsSpan(_name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : long.MaxValue;

    [LoggerMessage(3102, LogLevel.Warning, "A followed thread could not be read because of {Exception}; those who follow it connect again")]
    private static partial void LogLost(ILogger log, string exception);
}
