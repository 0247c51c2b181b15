namespace Diwan.Client.Perspective;

/// <summary>A suggestion was taken in.</summary>
/// <param name="DetectedLanguages">Languages found in the text, likeliest first.</param>
/// <param name="RequestedLanguages">Languages the request claimed.</param>
/// <param name="ClientToken">What the request carried; null when it carried none.</param>
public sealed record SuggestResult(IReadOnlyList<string> DetectedLanguages, IReadOnlyList<string> RequestedLanguages, string? ClientToken);
