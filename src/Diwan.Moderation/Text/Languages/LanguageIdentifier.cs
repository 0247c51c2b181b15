using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Diwan.Moderation.Text.Languages;

/// <summary>Tells the language of a comment: the prevailing script first, then a small trained model among the languages of that script.</summary>
/// <remarks>At most <see cref="SampledLength"/> UTF-16 code units of a text are looked at, evenly over its length. Immutable; the same answer on every machine.</remarks>
public sealed class LanguageIdentifier : ILanguageIdentifier
{
    /// <summary>The most UTF-16 code units of a text that are looked at.</summary>
    public const int SampledLength = TextSample.Length;

    // Below this no language is ahead of the others: measured on noise, real words of a known language stand above it.
    private const double LeastConfidence = 0.2;

    private readonly ImmutableArray<LanguageModel?> models;

    private LanguageIdentifier(ImmutableArray<LanguageModel?> models, string version) => (this.models, Version) = (models, version);

    /// <summary>Names the model: <c>language-</c> and the first 12 hexadecimal digits of the SHA-256 of its bytes.</summary>
    public string Version { get; }

    /// <summary>Reads a trained model, whole, as <c>diwan train</c> wrote it.</summary>
    /// <exception cref="FormatException">The bytes are no language model this program can read.</exception>
    public static LanguageIdentifier Load(ReadOnlySpan<byte> bytes)
    {
        var models = new LanguageModel?[WritingSystems.Count];
        foreach (var model in LanguageModelFile.Read(bytes))
        {
            var at = (int)model.System;
            models[at < models.Length ? at : throw new FormatException($"The language model names the unknown script {at}.")] = model;
        }

        return new([.. models], $"language-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}");
    }

    /// <inheritdoc/>
    public IdentifiedLanguage Identify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> buffer = stackalloc char[TextSample.Length];
        var sample = TextSample.Take(text, buffer);
        var (system, share) = Prevailing(sample);
        var script = WritingSystems.Code(system);
        if (models[(int)system] is not { } model)
        {
            var only = WritingSystems.SoleLanguage(system);
            return new(only, script, only == "und" ? 0 : share);
        }

        Span<int> buckets = stackalloc int[(TextSample.Length + 1) * LanguageFeatures.PerCharacter];
        var count = LanguageFeatures.Extract(sample, system, buckets);
        var (language, confidence) = model.Weigh(buckets[..count]);
        return confidence < LeastConfidence ? new("und", script, 0) : new(language, script, language == "und" ? 0 : confidence);
    }

    // One Japanese syllable settles what the Chinese characters around it are.
    private static (WritingSystem System, double Share) Prevailing(ReadOnlySpan<char> sample)
    {
        Span<int> letters = stackalloc int[WritingSystems.Count];
        letters.Clear();
        for (var i = 0; i < sample.Length; i++)
        {
            letters[(int)WritingSystems.Of(sample[i])]++;
        }

        letters[(int)WritingSystem.None] = 0;
        if (letters[(int)WritingSystem.Kana] > 0)
        {
            letters[(int)WritingSystem.Kana] += letters[(int)WritingSystem.Han];
            letters[(int)WritingSystem.Han] = 0;
        }

        var (best, total) = (0, 0);
        for (var i = 1; i < letters.Length; i++)
        {
            total += letters[i];
            best = letters[i] > letters[best] ? i : best;
        }

        return ((WritingSystem)best, total == 0 ? 0 : (double)letters[best] / total);
    }
}
