using Diwan.Comments.Stores;

namespace Diwan.Comments.Articles;

/// <summary>The newest articles, as the front page and the side of an article list them.</summary>
public sealed class TheLatest(IArticleStore articles, ICommentStore comments)
{
    /// <summary>The newest articles of the site, newest first. <paramref name="limit"/> 1 to 200; <paramref name="except"/> is the id of an article to leave out.</summary>
    public async Task<IReadOnlyList<LatestEntry>> RunAsync(int limit, string? except = null, CancellationToken ct = default)
    {
        var wanted = Math.Clamp(limit, 1, 200);
        var newest = await articles.LatestAsync(Math.Min(wanted + (except is null ? 0 : 1), 200), ct);
        var listed = newest.Where(article => article.Id != except).Take(wanted).ToList();
        var counts = await comments.CountsAsync([.. listed.Select(article => article.Id)], ct);
        return [.. listed.Select(article => new LatestEntry
        {
            Article = article,
            Picture = PictureOf(article.Body),
            FirstLines = FirstLines.Of(article.Body),
            CommentCount = counts.GetValueOrDefault(article.Id),
        })];
    }

    // A picture that can be shown comes before a caption that lost its picture.
    private static ArticleBlock.Picture? PictureOf(IReadOnlyList<ArticleBlock> body)
    {
        var pictures = body.OfType<ArticleBlock.Picture>().ToList();
        return pictures.FirstOrDefault(picture => picture.Source is not null) ?? pictures.FirstOrDefault();
    }
}
