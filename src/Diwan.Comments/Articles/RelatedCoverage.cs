using Diwan.Comments.Stores;

namespace Diwan.Comments.Articles;

/// <summary>Finds the articles that "Read More" lines inside a text speak of, where the site has them.</summary>
public sealed class RelatedCoverage(IArticleStore articles)
{
    /// <summary>Headline as it stands in the text → slug of the article; headlines the site does not have are absent.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(Article article, CancellationToken ct = default)
    {
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var headline in article.Body.OfType<ArticleBlock.ReadMore>().Select(line => line.Headline).Distinct(StringComparer.Ordinal))
        {
            var found = await HeadlineLookup.FindAsync(articles, article.Language, headline, ct);
            if (found is not null && found.Id != article.Id) slugs[headline] = found.Slug;
        }

        return slugs;
    }
}
