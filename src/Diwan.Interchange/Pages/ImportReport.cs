using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>What became of one file or address.</summary>
/// <param name="Source">The file or address, as it was given or found.</param>
/// <param name="Taken">The articles in it.</param>
/// <param name="Notes">What was not taken and why, one sentence each.</param>
/// <param name="Problem">Why nothing was taken; null when something was.</param>
public sealed record ImportReport(string Source, IReadOnlyList<TakenArticle> Taken, IReadOnlyList<string> Notes, string? Problem);

/// <summary>One article that was read.</summary>
/// <param name="Headline">Its headline.</param>
/// <param name="Slug">Its address part on the site.</param>
/// <param name="Outcome">What happened to it.</param>
/// <param name="IsPartial">True when only its first lines are known.</param>
public sealed record TakenArticle(string Headline, string Slug, ImportOutcome Outcome, bool IsPartial);
