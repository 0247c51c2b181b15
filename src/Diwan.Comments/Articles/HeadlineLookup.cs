using Diwan.Comments.Stores;

namespace Diwan.Comments.Articles;

/// <summary>Finds an article by its headline when the language is only a likely one: a page in one language points at pages in others.</summary>
internal static class HeadlineLookup
{
    // The languages a site is published in here, and that of texts nothing could be told of.
    private static readonly string[] Languages = ["en", "ckb", "kmr", "ar", "tr", "fa", "und"];

    /// <summary>The article with this headline in the likely language, else in any other; null when there is none.</summary>
    public static async Task<Article?> FindAsync(IArticleStore articles, string likely, string headline, CancellationToken ct)
    {
        foreach (var language in Languages.Prepend(likely).Distinct())
            if (await articles.FindByHeadlineAsync(language, headline, ct) is { } found) return found;
        return null;
    }
}
