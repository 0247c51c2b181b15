namespace Diwan.Client.Perspective;

/// <summary>How a comment scored.</summary>
/// <param name="Scores">By attribute, named as requested. One that was dropped, or whose scores are all below the threshold, may be missing.</param>
/// <param name="Languages">Languages the text was scored in: those claimed, else the first detected.</param>
/// <param name="DetectedLanguages">Languages found in the text, likeliest first.</param>
/// <param name="ClientToken">What the request carried; null when it carried none.</param>
public sealed record AnalyzeResult(
    IReadOnlyDictionary<string, AttributeScore> Scores, IReadOnlyList<string> Languages, IReadOnlyList<string> DetectedLanguages, string? ClientToken)
{
    /// <summary>Version and SHA-256 of the weights that scored, as the header <c>Diwan-Model</c> names them; null from a server that does not say. Scores of one value are reproducible.</summary>
    public string? Model { get; init; }

    /// <summary>Score of the whole text for an attribute, from 0 to 1: the estimated share of readers who would say it applies. Null when the answer has none.</summary>
    public float? Score(string attribute) => Scores.TryGetValue(attribute, out var score) ? score.Value : null;
}

/// <summary>What one attribute scored.</summary>
/// <param name="Value">The whole text, from 0 to 1; null when below the threshold asked for.</param>
/// <param name="Spans">Parts of the text; one that covers all of it unless sentences were asked for.</param>
public sealed record AttributeScore(float? Value, IReadOnlyList<SpanScore> Spans);

/// <summary>Score of a part of a text.</summary>
/// <param name="Begin">First UTF-16 unit, which is an index into a .NET string; null together with <paramref name="End"/> for the whole text.</param>
/// <param name="End">UTF-16 unit after the last.</param>
/// <param name="Value">From 0 to 1.</param>
public sealed record SpanScore(int? Begin, int? End, float Value)
{
    /// <summary>The part itself, out of the text that was sent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text is another, shorter one.</exception>
    public ReadOnlySpan<char> Of(string text) => Begin is { } begin && End is { } end ? text.AsSpan(begin, end - begin) : text;
}
