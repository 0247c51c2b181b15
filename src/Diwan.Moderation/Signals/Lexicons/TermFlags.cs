namespace Diwan.Moderation.Signals.Lexicons;

/// <summary>How freely a term is recognised. Without a flag it is a whole word or phrase in any spelling and any reading.</summary>
[Flags]
internal enum TermFlags
{
    /// <summary>As it stands, in any reading.</summary>
    None = 0,

    /// <summary>The last word may bear an ending of the lexicon's language.</summary>
    Stem = 1,

    /// <summary>The first word may bear a prefix of the lexicon's language (Arabic article, "and", "with").</summary>
    Prefix = 2,

    /// <summary>In the plain reading alone: undoing disguises would turn harmless words into it.</summary>
    Exact = 4,

    /// <summary>Only where the author wrote the term's own letters: Turkish "göt" is not English "got", which folds alike.</summary>
    Spelled = 8,

    /// <summary>Only in a text of the lexicon's language: Arabic "نيك" is Persian for "good".</summary>
    Native = 16,
}
