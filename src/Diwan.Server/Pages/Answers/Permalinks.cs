using Diwan.Comments.Publishing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Answers;

/// <summary>Sends a reader from the lasting address of a comment to the page of the thread where it stands now.</summary>
internal sealed class Permalinks(ICommentStore comments, IArticleStore articles)
{
    // Two hundred pages of twenty: beyond them the reader is sent to the first one.
    private const int MaxPages = 200;

    public async Task GoAsync(HttpContext http, string id)
    {
        if (await comments.FindAsync(id, http.RequestAborted) is not { Status: CommentStatus.Approved } comment
            || await articles.FindAsync(comment.ArticleId, http.RequestAborted) is not { } article)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var after = await PageOfAsync(comment, http.RequestAborted);
        var query = after is null ? "" : $"?after={Uri.EscapeDataString(after)}";
        http.Response.Headers.CacheControl = Rendering.Answer.NoStore;
        http.Response.Redirect($"/articles/{article.Slug}{query}#comment-{comment.Id}");
    }

    /// <summary>Cursor of the page, newest first, where a comment stands; null for the first page.</summary>
    public async Task<string?> PageOfAsync(Comment comment, CancellationToken ct)
    {
        string? after = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var read = await comments.TreeAsync(new(comment.ArticleId, ThreadSort.Newest, after, ReadThread.RootsPerPage), 0, ct);
            if (read.Comments.Any(root => root.Id == comment.RootId)) return after;
            if (read.Next is null) return null;
            after = read.Next;
        }

        return null;
    }
}
