using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>Attributes for which no clean labels exist, worked out from those that were trained and from topics: what a
/// text speaks of, learnt from word lists.</summary>
internal static class DerivedAttributes
{
    /// <summary>Name of the topic output a derived attribute rests on; null when it rests on none.</summary>
    public static string? TopicOf(string attribute) => attribute switch
    {
        Attributes.Racism => "topic:race",
        Attributes.Homophobia => "topic:orientation",
        Attributes.Xenophobia => "topic:foreign",
        Attributes.SexuallyExplicit => "topic:sexual",
        Attributes.PersonalAttack => "topic:person",
        _ => null,
    };

    /// <summary>The score of a derived attribute.</summary>
    /// <param name="attribute">Which.</param>
    /// <param name="topic">Probability of its topic, 0 to 1.</param>
    /// <param name="toxicity">Calibrated, 0 to 1.</param>
    /// <param name="insult">Calibrated, 0 to 1.</param>
    /// <param name="identityAttack">Calibrated, 0 to 1.</param>
    /// <param name="text">The text itself, for its structure.</param>
    public static double Score(string attribute, double topic, double toxicity, double insult, double identityAttack, NormalizedText text)
        => attribute switch
        {
            Attributes.SexuallyExplicit => topic,
            Attributes.PersonalAttack => insult * topic,
            Attributes.Constructive => Structure(text.Units) * (1 - toxicity),
            _ => identityAttack * topic,
        };

    // Reasons take words and sentences: half the way at thirty words, little gained beyond a hundred and twenty.
    private static double Structure(ReadOnlySpan<char> text)
    {
        const int Read = 2000;
        int words = 0, sentences = 0;
        var inWord = false;
        for (var at = 0; at < text.Length && at < Read; at++)
        {
            var letter = char.IsLetter(text[at]);
            words += letter & !inWord ? 1 : 0;
            inWord = letter;
            sentences += text[at] is '.' or '?' or '\u061F' or '\u06D4' ? 1 : 0;
        }

        var length = words / (words + 30.0);
        return length * (sentences > 1 ? 1 : 0.7);
    }
}
