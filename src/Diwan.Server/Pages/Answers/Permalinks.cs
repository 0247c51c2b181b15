using Diwan.Comments.Publishing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Answers;

/// <summary>Sends a reader from the lasting address of a comment to the page of the thread where it stands now.</summary>
internal sealed class Permalinks(ICommentStore comments, IArticleStore articles)
{
    // Long strides first, then pages: a hundred thousand first-level comments are a thousand strides.
    private const int Stride = 100;
    private const int MaxStrides = 1_000;

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
        for (var stride = 0; stride < MaxStrides; stride++)
        {
            var read = await comments.TreeAsync(new(comment.ArticleId, ThreadSort.Newest, after, Stride), 0, ct);
            for (var place = 0; place < read.Comments.Count; place++)
            {
                if (read.Comments[place].Id == comment.RootId) return await ForwardAsync(comment.ArticleId, after, place / ReadThread.RootsPerPage, ct);
            }

            if (read.Next is null) return null;
            after = read.Next;
        }

        return null;
    }

    private async Task<string?> ForwardAsync(string articleId, string? after, int pages, CancellationToken ct)
    {
        for (; pages > 0; pages--) after = (await comments.TreeAsync(new(articleId, ThreadSort.Newest, after, ReadThread.RootsPerPage), 0, ct)).Next;
        return after;
    }
}
