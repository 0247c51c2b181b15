namespace Diwan.Moderation.Text;

/// <summary>Every reading of one text, the plain one first, and the likeliest of them.</summary>
internal sealed record ReadingSet(IReadOnlyList<TextReading> All, TextReading Undone);
