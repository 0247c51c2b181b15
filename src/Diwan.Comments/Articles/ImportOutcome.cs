namespace Diwan.Comments.Articles;

/// <summary>What became of a draft.</summary>
public enum ImportOutcome
{
    /// <summary>A new article.</summary>
    Added,

    /// <summary>The article was there and has changed; id, slug and comments stay.</summary>
    Updated,

    /// <summary>The article was there, the same; nothing was written.</summary>
    Unchanged,

    /// <summary>What was there is worth more (the full text, or the publisher's own) and stays; nothing was written.</summary>
    Kept,
}

/// <summary>An article after its draft was taken in.</summary>
/// <param name="Article">As it is stored now.</param>
/// <param name="Outcome">What happened to it.</param>
public sealed record ImportedArticle(Article Article, ImportOutcome Outcome);
