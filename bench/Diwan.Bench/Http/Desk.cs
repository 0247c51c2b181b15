using System.Collections.Concurrent;
using System.Text;
using Diwan.Bench.Http.Load;

namespace Diwan.Bench.Http;

/// <summary>A moderator who approves one waiting comment after the other.</summary>
/// <param name="server">The site.</param>
/// <param name="token">A moderator's.</param>
/// <param name="waiting">Ids of comments on which nothing was decided yet.</param>
internal sealed class Desk(ChildServer server, string token, IEnumerable<string> waiting) : IDisposable
{
    private readonly Connection _connection = new(server.Address);
    private readonly ConcurrentQueue<string> _waiting = new(waiting);

    /// <summary>Decisions made.</summary>
    public int Made { get; private set; }

    /// <summary>One more comment that waits.</summary>
    public void Add(string id) => _waiting.Enqueue(id);

    /// <summary>Approves the next; its id, or null when none waits.</summary>
    public string? ApproveNext()
    {
        if (!_waiting.TryDequeue(out var id)) return null;
        _connection.Exchange(JsonPost.Bytes($"/api/v1/desk/comments/{id}/decisions", new { outcome = "approve", version = 1 }, token));
        if (_connection.Status != 200) throw new InvalidDataException($"status {_connection.Status}: {Encoding.UTF8.GetString(_connection.Body)}");
        Made++;
        return id;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
