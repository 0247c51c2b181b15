namespace Diwan.Storage.Shared;

/// <summary>What new comments of one group have to be asked about, looked up for all of them at once; it grows with what the group itself writes.</summary>
/// <param name="keys">Idempotency keys that are known, each under its article.</param>
/// <param name="closed">Articles whose threads take no comments.</param>
/// <param name="addresses">State of each known address, by its digest.</param>
internal sealed class Foresight(HashSet<(string Article, string Key)> keys, HashSet<string> closed, Dictionary<string, long> addresses)
{
    /// <summary>Whether an idempotency key was used before under an article.</summary>
    public bool IsKnown(string article, string key) => keys.Contains((article, key));

    /// <summary>Whether a thread takes no comments.</summary>
    public bool IsClosed(string article) => closed.Contains(article);

    /// <summary>State of an address; null when it is new.</summary>
    public long? AddressState(string digest) => addresses.TryGetValue(digest, out var state) ? state : null;

    /// <summary>A key is used from now on.</summary>
    public void Use(string article, string key) => keys.Add((article, key));

    /// <summary>An address is asked from now on.</summary>
    public void Ask(string digest) => addresses[digest] = 1;
}

/// <summary>What a new comment has to be asked about.</summary>
/// <param name="ArticleId">Its article.</param>
/// <param name="Key">Its idempotency key, if it has one.</param>
/// <param name="Digest">Digest of its author's address, if mail may be sent there.</param>
internal sealed record Question(string ArticleId, string? Key, string? Digest);
