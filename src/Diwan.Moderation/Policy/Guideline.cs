namespace Diwan.Moderation.Policy;

/// <summary>One house rule in words, with a stable code. Decisions cite it by code and policy version.</summary>
/// <param name="Code">Stable, lower case: <c>profanity threats personal-attacks …</c>.</param>
/// <param name="Key">The key that cites it at the desk after <c>d</c>: one digit or letter, unique within the policy.</param>
/// <param name="Titles">A short name per language (ISO 639 code → text); <c>en</c> is always there.</param>
/// <param name="Texts">The rule in full, per language; <c>en</c> is always there.</param>
public sealed record Guideline(
    string Code, char Key, IReadOnlyDictionary<string, string> Titles, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The short name in <paramref name="language"/>, or in English where that is missing.</summary>
    public string Title(string language) => Titles.TryGetValue(language, out var title) ? title : Titles["en"];

    /// <summary>The rule in <paramref name="language"/>, or in English where that is missing.</summary>
    public string Text(string language) => Texts.TryGetValue(language, out var text) ? text : Texts["en"];
}
