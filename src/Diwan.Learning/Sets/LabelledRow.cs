using Diwan.Moderation.Text;

namespace Diwan.Learning.Sets;

/// <summary>One text of a data set with what people said of it.</summary>
/// <param name="Id">Unique within the sets.</param>
/// <param name="Set">Name of the set, as its catalogue has it.</param>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Tier"><c>clean</c>: its licence allows shipping trained weights; <c>evaluate</c>: only to look at quality.</param>
/// <param name="Text">The text itself.</param>
/// <param name="Labels">Label → share of annotators who said yes, 0 to 1. A missing label is unknown, not 0.</param>
/// <param name="Spans">The characters that make it toxic, where the set marks them; else null.</param>
/// <param name="Template">The template it was made from, where it was; else null.</param>
public sealed record LabelledRow(
    string Id, string Set, string Language, string Tier, string Text,
    IReadOnlyDictionary<string, double> Labels, IReadOnlyList<TextSpan>? Spans, string? Template);
