using Diwan.Comments.Publishing;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Answers;

/// <summary>Sends a reader from the lasting address of a comment to the page of the thread where it stands now.</summary>
internal sealed class Permalinks(ICommentStore comments, IArticleStore articles, FindInThread finder)
{
    public async Task GoAsync(HttpContext http, string id)
    {
        if (await comments.FindAsync(id, http.RequestAborted) is not { Status: CommentStatus.Approved } comment
            || await articles.FindAsync(comment.ArticleId, http.RequestAborted) is not { } article)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var page = await finder.PageAsync(comment, http.RequestAborted);
        var query = page.NeedsBranch ? $"?branch={comment.RootId}" : page.After is { } after ? $"?after={Uri.EscapeDataString(after)}" : "";
        http.Response.Headers.CacheControl = Rendering.Answer.NoStore;
        http.Response.Redirect($"/articles/{article.Slug}{query}#comment-{comment.Id}");
    }
}
