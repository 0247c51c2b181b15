namespace Diwan.Moderation.Signals.Lexicons;

/// <summary>One entry of a lexicon, ready to be matched.</summary>
/// <param name="Text">As written in the file.</param>
/// <param name="Words">The folded words of it, at least one.</param>
/// <param name="Attributes">What it speaks of, at least one.</param>
/// <param name="Severity">How strong it is, 0 to 1; 0 for a harmless phrase, within which no other term counts.</param>
/// <param name="Flags">How freely it is recognised.</param>
/// <param name="Language">ISO 639 code of the lexicon.</param>
/// <param name="Inflection">The endings and prefixes of that language.</param>
/// <param name="Id">Lexicon and line, as the desk shows it: <c>en:12</c>.</param>
internal sealed record LexiconTerm(
    string Text, IReadOnlyList<string> Words, TermAttribute[] Attributes, double Severity,
    TermFlags Flags, string Language, Inflection Inflection, string Id)
{
    public bool Has(TermFlags flag) => (Flags & flag) != 0;
}
