using System.Collections.Concurrent;
using System.Text.Json;
using Diwan.Bench.Http.Load;
using Diwan.Bench.Http.Reads;
using Diwan.Bench.Http.Writes;

namespace Diwan.Bench.Http.Sites;

/// <summary>What comes in at a newsroom: of a hundred requests 60 pages, 25 threads and 13 counts for front pages, and two comments, of articles as popular as their place in the list says.</summary>
/// <param name="popularity">Draws an article's number.</param>
/// <param name="articles">How many there are.</param>
/// <param name="seed">The same seed draws the same requests, whichever connection sends them.</param>
internal sealed class Visits(Popularity popularity, int articles, int seed) : IExchange
{
    private readonly Submissions[] _writes = [.. Enumerable.Range(0, articles).Select(number => new Submissions(SiteBench.NameOf(number)))];
    private readonly ConcurrentQueue<string> _waiting = new();

    /// <summary>Comments that were taken in and that nobody has decided on.</summary>
    public ConcurrentQueue<string> Waiting => _waiting;

    /// <summary>All that the server said it has.</summary>
    public int Accepted => _writes.Sum(write => write.Accepted.Count);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Request(int number)
    {
        var (kind, article) = Draw(number);
        return kind switch
        {
            < 60 => Reading.Bytes($"/articles/{SiteBench.NameOf(article)}"),
            < 85 => Reading.Bytes($"/api/v1/articles/{SiteBench.NameOf(article)}/comments"),
            < 98 => Reading.Bytes("/api/v1/counts?" + string.Join('&', Enumerable.Range(article / 20 * 20, 20).Select(front => $"url=https://news.example/{SiteBench.NameOf(front)}"))),
            _ => _writes[article].Request(number),
        };
    }

    /// <inheritdoc/>
    public void Check(int number, Connection answer)
    {
        var (kind, article) = Draw(number);
        if (kind >= 98)
        {
            _writes[article].Check(number, answer);
            var reader = new Utf8JsonReader(answer.Body);
            using var taken = JsonDocument.ParseValue(ref reader);
            if (taken.RootElement.GetProperty("status").GetString() == "pending") _waiting.Enqueue(taken.RootElement.GetProperty("id").GetString()!);
        }
        else if (answer.Status != 200 || answer.Body.Length < 10)
        {
            throw new InvalidDataException($"kind {kind}: status {answer.Status}, {answer.Body.Length} bytes.");
        }
    }

    /// <summary>What a request asks for: its kind, of a hundred, and its article.</summary>
    public static (int Kind, int Article) Draw(Popularity popularity, int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        return (random.Next(100), popularity.Draw(random.NextDouble()));
    }

    private (int Kind, int Article) Draw(int number) => Draw(popularity, seed, number);
}
