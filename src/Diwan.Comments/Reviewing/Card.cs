using Diwan.Comments.Articles;
using Diwan.Comments.Stores;
using Diwan.Comments.Submitting;
using Diwan.Moderation;

namespace Diwan.Comments.Reviewing;

/// <summary>Everything a moderator needs to decide on one comment, on one card.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Judgement">What the engine found out; null when it was erased.</param>
/// <param name="Article">The article it stands under.</param>
/// <param name="Parent">The comment it answers; null at the first level.</param>
/// <param name="Author">What became of the author's other comments.</param>
/// <param name="Decisions">All decisions so far, oldest first.</param>
/// <param name="Reports">Open reports.</param>
public sealed record Card(
    Comment Comment, Judgement? Judgement, Article Article, Comment? Parent,
    AuthorRecord Author, IReadOnlyList<Decision> Decisions, IReadOnlyList<Report> Reports);
