namespace Diwan.Comments.Judging;

/// <summary>What another system thinks a comment should have scored: a labelled decision to learn from, kept only where the publisher wants it.</summary>
/// <param name="Text">The comment, exactly as sent.</param>
/// <param name="Scores">Attribute → score, 0 to 1; Coral sends 0 for approved and 1 for rejected.</param>
/// <param name="Language">ISO 639 code of the language it is in.</param>
/// <param name="CommunityId">Which community it is from; null when not said.</param>
/// <param name="ErasureKey">By what its author's side asks for erasure: the comment's id in the other system. Null when it sent none.</param>
/// <param name="At">When it came.</param>
/// <param name="ExpiresAt">From when it is no longer kept.</param>
public sealed record Suggestion(
    string Text, IReadOnlyDictionary<string, double> Scores, string Language, string? CommunityId, string? ErasureKey,
    DateTimeOffset At, DateTimeOffset ExpiresAt);
