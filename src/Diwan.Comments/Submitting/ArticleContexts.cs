using Diwan.Comments.Articles;
using Diwan.Comments.Stores;
using Diwan.Moderation;

namespace Diwan.Comments.Submitting;

/// <summary>What a submission needs of its article, made once a second for articles under which many write at once.</summary>
/// <remarks>That the thread has been closed meanwhile is found out when the comment is stored.</remarks>
public sealed class ArticleContexts(IArticleStore articles, TimeProvider clock)
{
    // A long article has 50 kB of running text.
    private const int Most = 128;

    private readonly Lately<Task<KnownContext?>> _kept = new(Most, clock, article => Task.Run(() => LoadAsync(articles, article)));

    /// <summary>The article with this id or slug, at most a second old if its thread is open and as it is now otherwise; null when there is none.</summary>
    public async Task<KnownContext?> FindAsync(string idOrSlug)
    {
        var wasKept = _kept.Find(idOrSlug) is not null;
        KnownContext? known = null;
        try
        {
            known = await _kept.Get(idOrSlug);
        }
        finally
        {
            // Neither a failure nor what may come or be opened at any moment is worth keeping.
            if (known is null or { IsClosed: true }) _kept.Forget(idOrSlug);
        }

        return known is null or { IsClosed: true } && wasKept ? await LoadAsync(articles, idOrSlug) : known;
    }

    private static async Task<KnownContext?> LoadAsync(IArticleStore articles, string idOrSlug) =>
        await articles.FindAsync(idOrSlug) is { } article ? new(article.Id, article.IsThreadClosed, ArticleText.ContextOf(article)) : null;
}

/// <summary>An article as a submission needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsClosed">True when its thread took no comments when it was read.</param>
/// <param name="Context">For judging.</param>
public sealed record KnownContext(string Id, bool IsClosed, ArticleContext Context);
