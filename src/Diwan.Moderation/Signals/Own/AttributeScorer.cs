using Diwan.Moderation.Signals.Classifier;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Own;

/// <summary>One score an attribute where programs ask for scores alone: from our classifier, the publisher's own model, or both.</summary>
/// <param name="ours">The classifier that ships; null where its model is missing.</param>
/// <param name="own">The publisher's; null where there is none.</param>
public sealed class AttributeScorer(Classifier.Classifier? ours, IOwnModel? own)
{
    /// <summary>The models that take part, with a comma between; <c>none</c> without any.</summary>
    public string Version => (ours, own) switch
    {
        (null, null) => "none",
        (null, _) => own.Version,
        (_, null) => ours.Version,
        _ => $"{ours.Version},{own.Version}",
    };

    /// <summary>Every attribute that some model scores.</summary>
    public IReadOnlySet<string> Attributes { get; } =
        (ours is null ? [] : AttributeInfo.All.Select(info => info.Name)).Concat(own?.Attributes ?? []).ToHashSet(StringComparer.Ordinal);

    /// <summary>SHA-256 of our classifier's file, in small hexadecimal digits; null where it is missing. An own model's version holds its own.</summary>
    public string? Sha256 => ours?.Sha256;

    /// <summary>True when a text in this language gets a score for the attribute.</summary>
    public bool Supports(string attribute, IdentifiedLanguage language)
    {
        var asked = own?.Speaks(language) ?? false;
        return (asked && own!.Attributes.Contains(attribute)) || (ours is not null && !(asked && own!.InPlaceOfOurs) && ours.Supports(attribute, language.Code));
    }

    /// <summary>The scores for a text; of two models that both know an attribute, the higher one, as the policy's rules would have it.</summary>
    public IReadOnlyList<AttributeScore> Score(NormalizedText text, IdentifiedLanguage language)
    {
        var asked = own?.Speaks(language) ?? false;
        IReadOnlyList<AttributeScore> first = ours is null || (asked && own!.InPlaceOfOurs) ? [] : ours.Score(text, language);
        return asked
            ? [.. first.Concat(own!.Score(text)).GroupBy(score => score.Attribute).Select(scores => scores.MaxBy(score => score.Score))]
            : first;
    }

    /// <summary>The words that our classifier's score for an attribute rests on; empty where ours was not asked. An own model gives none.</summary>
    public IReadOnlyList<ScoredSpan> Explain(NormalizedText text, IdentifiedLanguage language, string attribute)
        => ours is null || (own is { InPlaceOfOurs: true } && own.Speaks(language)) ? [] : ours.Explain(text, language, attribute);
}
