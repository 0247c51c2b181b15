namespace Diwan.Comments.Stores;

/// <summary>Tells what was changed by any process on the same store, so that caches can drop it.</summary>
public interface IChangeFeed
{
    /// <summary>Changes since this process last asked, each as they became durable; ends when cancelled. One caller at a time.</summary>
    /// <remarks>Changes of this process arrive at once, those of others within half a second.</remarks>
    IAsyncEnumerable<Change> ReadAsync(CancellationToken ct = default);
}

/// <summary>Something readers or the desk see has changed.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Key">The article's id for a thread or article; the version for a policy.</param>
public sealed record Change(ChangeKind Kind, string Key);

/// <summary>What sort of thing has changed. Stored: append only.</summary>
public enum ChangeKind : byte
{
    /// <summary>The published comments of an article.</summary>
    Thread = 1,

    /// <summary>An article, new or replaced, or its thread closed or opened.</summary>
    Article = 2,

    /// <summary>The policy in force.</summary>
    Policy = 3,
}
