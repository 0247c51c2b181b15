using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Diwan.Moderation.Text.Languages;

/// <summary>Weighs the evidence of one script: a linear model with one 8-bit weight for each language in each bucket.</summary>
public sealed class LanguageModel
{
    /// <summary>Rises whenever features or file layout change.</summary>
    public const int FormatVersion = 1;

    /// <summary>The most languages one script can have: one vector holds a row.</summary>
    public const int MaximumLanguages = 16;

    /// <summary>How many steps of a stored weight make up 1.</summary>
    public const int StepsPerUnit = 32;

    // 256 weights of at most 127 still fit in 16 bits.
    private const int Batch = 256;

    private readonly sbyte[] rows;
    private readonly string[] languages;

    /// <summary>Takes weights as they are stored: bucket by bucket, in each one weight a language.</summary>
    /// <exception cref="ArgumentException">The number of languages is not 2 to 16, or the number of weights does not fit it.</exception>
    public LanguageModel(WritingSystem system, IReadOnlyList<string> languages, ReadOnlySpan<sbyte> weights)
    {
        ArgumentNullException.ThrowIfNull(languages);
        var buckets = 1 << LanguageFeatures.BucketBits;
        if (languages.Count is < 2 or > MaximumLanguages || weights.Length != buckets * languages.Count)
        {
            throw new ArgumentException("The weights do not fit the number of languages.", nameof(weights));
        }

        (System, this.languages) = (system, [.. languages]);
        rows = new sbyte[buckets * MaximumLanguages];
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            weights.Slice(bucket * languages.Count, languages.Count).CopyTo(rows.AsSpan(bucket * MaximumLanguages));
        }
    }

    /// <summary>The script it reads.</summary>
    public WritingSystem System { get; }

    /// <summary>ISO 639 codes in the order of the weights; <c>und</c> stands for all languages that are none of the others.</summary>
    public IReadOnlyList<string> Languages => languages;

    /// <summary>The weights of one bucket, one a language.</summary>
    public ReadOnlySpan<sbyte> WeightsOf(int bucket) => rows.AsSpan(bucket * MaximumLanguages, languages.Length);

    /// <summary>The language most evidence speaks for, and how sure that is (0 to 1).</summary>
    /// <param name="buckets">At least one, from <see cref="LanguageFeatures.Extract"/>.</param>
    public (string Language, double Confidence) Weigh(ReadOnlySpan<int> buckets)
    {
        Span<int> sums = stackalloc int[MaximumLanguages];
        var evidence = buckets.Length;
        while (!buckets.IsEmpty)
        {
            var batch = buckets[..Math.Min(Batch, buckets.Length)];
            Add(batch, sums);
            buckets = buckets[batch.Length..];
        }

        return Best(sums[..languages.Length], evidence);
    }

    private void Add(ReadOnlySpan<int> batch, Span<int> sums)
    {
        ref var first = ref Unsafe.As<sbyte, Vector128<sbyte>>(ref MemoryMarshal.GetArrayDataReference(rows));
        var (low, high) = (Vector128<short>.Zero, Vector128<short>.Zero);
        foreach (var bucket in batch)
        {
            var (left, right) = Vector128.Widen(Unsafe.Add(ref first, bucket & ((1 << LanguageFeatures.BucketBits) - 1)));
            low += left;
            high += right;
        }

        for (var i = 0; i < Vector128<short>.Count; i++)
        {
            sums[i] += low[i];
            sums[i + Vector128<short>.Count] += high[i];
        }
    }

    private (string Language, double Confidence) Best(ReadOnlySpan<int> sums, int evidence)
    {
        var best = 0;
        for (var i = 1; i < sums.Length; i++)
        {
            best = sums[i] > sums[best] ? i : best;
        }

        var unit = StepsPerUnit * Math.Sqrt(evidence);
        var total = 0.0;
        foreach (var sum in sums)
        {
            total += Exponential.OfNegative((sum - sums[best]) / unit);
        }

        return (languages[best], 1 / total);
    }
}
