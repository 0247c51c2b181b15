namespace Diwan.Client.Perspective;

/// <summary>Tells the site what a comment should have scored: feedback it may learn from, where its publisher turned that on.</summary>
/// <param name="Text">The comment, plain text: at least one character, at most 20,480 bytes of UTF-8.</param>
/// <param name="Scores">By attribute, from 0 to 1, at least one; 0 and 1 for a plain no and yes, as when a moderator approved or rejected.</param>
public sealed record SuggestRequest(string Text, IReadOnlyDictionary<string, float> Scores)
{
    /// <summary>Languages of the text, BCP 47; detected when empty.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Opaque; comes back in the answer.</summary>
    public string? ClientToken { get; init; }

    /// <summary>Groups calls that belong together. Never an identity of a person.</summary>
    public string? SessionId { get; init; }

    /// <summary>Names the community whose norms apply.</summary>
    public string? CommunityId { get; init; }
}
