using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Own;

/// <summary>A classifier the publisher brings along, beside or in place of the one that ships. Immutable; any number of threads may use one.</summary>
public interface IOwnModel
{
    /// <summary>Its name and the first digits of its file's SHA-256: named in every response and decision.</summary>
    string Version { get; }

    /// <summary>True when it takes our classifier's place for the languages it speaks; false when both are asked.</summary>
    bool InPlaceOfOurs { get; }

    /// <summary>The attributes it scores.</summary>
    IReadOnlyList<string> Attributes { get; }

    /// <summary>True when text in this language is given to it.</summary>
    bool Speaks(IdentifiedLanguage language);

    /// <summary>Scores from 0 to 1, one an attribute it was configured for.</summary>
    /// <remarks>Throws when the model cannot be run on the text: whoever judges by it then holds the comment for a person.</remarks>
    IReadOnlyList<AttributeScore> Score(NormalizedText text);
}
