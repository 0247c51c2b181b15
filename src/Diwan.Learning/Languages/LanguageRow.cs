namespace Diwan.Learning.Languages;

/// <summary>One text whose language is known.</summary>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Script">ISO 15924 code.</param>
/// <param name="Set">The data set it comes from.</param>
/// <param name="Text">The text.</param>
public sealed record LanguageRow(string Language, string Script, string Set, string Text);
