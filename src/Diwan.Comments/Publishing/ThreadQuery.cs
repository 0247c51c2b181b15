using Diwan.Comments.Submitting;

namespace Diwan.Comments.Publishing;

/// <summary>Which part of a thread is wanted.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Sort">In what order.</param>
/// <param name="After">Cursor from <see cref="ThreadPage.Next"/>; null for the first page.</param>
/// <param name="Limit">1 to 100.</param>
public sealed record ThreadQuery(string ArticleId, ThreadSort Sort, string? After = null, int Limit = 20);

/// <summary>The order of a thread.</summary>
public enum ThreadSort
{
    /// <summary>Newest first.</summary>
    Newest,

    /// <summary>Oldest first.</summary>
    Oldest,

    /// <summary>Most replied first, then newest.</summary>
    Replies,
}

/// <summary>A page of approved comments.</summary>
/// <param name="Comments">In the order asked for.</param>
/// <param name="Next">Cursor of the next page; null when this is the last. Opaque, and safe against tampering: an unknown one gives a clear error.</param>
public sealed record ThreadPage(IReadOnlyList<Comment> Comments, string? Next);

/// <summary>A cursor that this store never gave out, or gave for another order.</summary>
public sealed class CursorException() : Exception("The cursor is not one that was given out for this list.");
