namespace Diwan.Server.Pages.Wording;

/// <summary>Which form of a plural a whole number takes, by the cardinal rules of Unicode CLDR for the six languages.</summary>
public static class PluralRules
{
    /// <summary>The category: <c>zero one two few many other</c>.</summary>
    /// <param name="language">ISO 639 code; one that is not of the six is read like English.</param>
    /// <param name="count">The number, not negative.</param>
    public static string Category(string language, long count) => language switch
    {
        "ar" => Arabic(count),
        "fa" => count is 0 or 1 ? "one" : "other",
        _ => count == 1 ? "one" : "other",
    };

    private static string Arabic(long count) => (count, count % 100) switch
    {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        (_, >= 3 and <= 10) => "few",
        (_, >= 11) => "many",
        _ => "other",
    };
}
