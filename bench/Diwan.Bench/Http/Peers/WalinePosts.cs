using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Diwan.Bench.Http.Load;

namespace Diwan.Bench.Http.Peers;

/// <summary>Comments sent to Waline as its widget sends them.</summary>
internal sealed class WalinePosts : IExchange
{
    private readonly ConcurrentDictionary<int, bool> _accepted = new();
    private int _sent;

    [ThreadStatic]
    private static byte[]? _request;

    /// <summary>How many it said it has.</summary>
    public int Accepted => _accepted.Count;

    /// <summary>The request for one comment.</summary>
    /// <param name="path">The page's path.</param>
    /// <param name="author">The name.</param>
    /// <param name="reader">Number of the reader, each with an address of mail of their own: it refuses the same text from the same reader twice.</param>
    /// <param name="text">The text.</param>
    /// <param name="parent">Number of the comment it answers; null for none.</param>
    /// <param name="root">Number of the comment that its conversation began with; null for none.</param>
    public static byte[] Bytes(string path, string author, int reader, string text, int? parent = null, int? root = null) => JsonPost.Bytes(
        "/api/comment", new { nick = author, mail = $"reader-{reader}@example.com", link = "", comment = text, url = path, ua = "Mozilla/5.0", pid = parent, rid = root });

    /// <summary>The number it gave to what was sent.</summary>
    /// <exception cref="InvalidDataException">It did not take it.</exception>
    public static int Stored(Connection answer)
    {
        var reader = new Utf8JsonReader(answer.Body);
        using var document = JsonDocument.ParseValue(ref reader);
        if (answer.Status != 200 || document.RootElement.GetProperty("errno").GetInt32() != 0) throw new InvalidDataException($"status {answer.Status}: {Encoding.UTF8.GetString(answer.Body)}");
        return document.RootElement.GetProperty("data").GetProperty("objectId").GetInt32();
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Request(int number)
    {
        var order = Interlocked.Increment(ref _sent);
        _request = Bytes("/posted/", "Dilan", order, string.Create(CultureInfo.InvariantCulture, $"The council should have begun with the bridge last year; now the winter comes first. {order}"));
        return _request;
    }

    /// <inheritdoc/>
    public void Check(int number, Connection answer)
    {
        if (!_accepted.TryAdd(Stored(answer), true)) throw new InvalidDataException("a number that another comment has.");
    }
}
