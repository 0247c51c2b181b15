namespace Diwan.Moderation.Signals.Classifier;

/// <summary>How the word tower's filters lie in a row of its table: for one, two and three neighbouring words, each
/// filter at each place.</summary>
internal static class WordFilters
{
    /// <summary>Filters over one, two and three words; multiples of eight.</summary>
    public static ReadOnlySpan<int> PerWidth => [48, 40, 32];

    /// <summary>Filters in all.</summary>
    public const int Count = 48 + 40 + 32;

    /// <summary>Numbers in a row.</summary>
    public const int Columns = 48 + (2 * 40) + (3 * 32);
}
