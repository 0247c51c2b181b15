using Diwan.Comments.Articles;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;

namespace Diwan.Comments.Publishing;

/// <summary>What readers have said lately, under whatever article.</summary>
public sealed class LatestComments(ICommentStore comments, IArticleStore articles)
{
    /// <summary>Comments shown at most.</summary>
    public const int Max = 20;

    /// <summary>The newest approved comments, each with its article.</summary>
    /// <param name="limit">1 to <see cref="Max"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<(Comment Comment, Article Article)>> RunAsync(int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, Max);
        var found = new List<(Comment, Article)>(limit);
        foreach (var comment in await comments.LatestAsync(limit, ct))
        {
            if (await articles.FindAsync(comment.ArticleId, ct) is { } article) found.Add((comment, article));
        }

        return found;
    }
}
