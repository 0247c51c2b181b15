using System.Text;

namespace Diwan.Fuzz;

/// <summary>Makes texts that software is likely to trip over. The same seed gives the same text on every machine.</summary>
internal static class HostileText
{
    private static readonly string[] Scripts = ["abcdefg", "çğıöşü", "ابتثجح", "ەێۆڕڵڤ", "абвгд", "αβγδ", "אבגד", "漢字仮名", "ひらがな", "한국어", "नमस्ते", "ภาษาไทย", "𝐢𝐝𝐢𝐨𝐭", "ⓘⓓⓘⓞⓣ"];
    private static readonly string[] Invisible = ["\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u034F", "\u180E", "\u2800", "\u115F", "\uFE0F", "\U000E0100"];
    private static readonly string[] Direction = ["\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u200E", "\u200F", "\u061C"];
    private static readonly string[] Broken = ["\uFFFE", "\uFFFF", "\0", "\uD800", "\uDFFF", "\uDBFF", "\uDC00", "\uFFFD", "\U0010FFFE", "\u0085", "\u2028", "\u001B"];
    private static readonly string[] Emoji = ["👩‍👩‍👧‍👦", "👍🏽", "🏳️‍🌈", "🇹🇷", "❤️‍🔥", "😀"];
    private static readonly string[] Spelled = ["i d i o t ", "i.d.i.o.t ", "1d10t ", "id!0t ", "st-u-p-id ", "stuuuupid ", "şe*ref ", "you idiot. "];
    private static readonly string[] Contacts = ["https://example.org/a?b#c ", "www.example.com", "me@example.net ", "example dot com ", "@name", "+964 750 123 45 67 ", "t.me/x ", "://", "..", "@@"];

    // What scanners turn on: signs of addresses, numbers and sentence ends, and letters for them to stand between.
    private const string Structure = "aab1 0.@-/:!$*_+#?()'\n\t\u060C\u061F\u0640\u0627\u200C\u0301\u00E9";

    /// <summary>Every kind of text by its name.</summary>
    public static IReadOnlyDictionary<string, Func<Random, int, string>> Kinds { get; } = new Dictionary<string, Func<Random, int, string>>
    {
        ["any units"] = (random, length) => Repeat(length, () => ((char)random.Next(0x10000)).ToString()),
        ["any scalars"] = (random, length) => Repeat(length, () => Scalar(random).ToString()),
        ["broken units"] = (random, length) => Repeat(length, () => Pick(random, Broken)),
        ["marks on one letter"] = (random, length) => "a" + Repeat(length, () => ((char)random.Next(0x300, 0x370)).ToString()),
        ["directions"] = (random, length) => Repeat(length, () => Pick(random, Direction) + Pick(random, Scripts)),
        ["invisible characters"] = (random, length) => Repeat(length, () => Pick(random, Invisible)),
        ["invisible inside words"] = (random, length) => Repeat(length, () => Pick(random, "idiot stupid") + Pick(random, Invisible)),
        ["one letter"] = (random, length) => new(Pick(random, "aAiلە漢!.1")[0], length),
        ["one word"] = (random, length) => Repeat(length, () => Pick(random, "abcdefghijklmnopqrstuvwxyz")),
        ["scripts in one word"] = (random, length) => Repeat(length, () => Pick(random, Scripts)),
        ["scripts in words"] = (random, length) => Repeat(length, () => Pick(random, Scripts) + Pick(random, "  \n.,!?-")),
        ["longest expansion"] = (_, length) => new('\uFDFA', length),
        ["digits apart"] = (random, length) => Repeat(length, () => Pick(random, "0123456789") + " "),
        ["letters apart"] = (random, length) => Repeat(length, () => Pick(random, "idiotu") + Pick(random, " .-_*")),
        ["dots before an at sign"] = (_, length) => Repeat(length, () => "a.") + "@",
        ["signs"] = (random, length) => Repeat(length, () => Pick(random, "@$!|+*._-~#^·•:/?&%()[]{}<>'\"’“„…,;€")),
        ["words in disguise"] = (random, length) => Repeat(length, () => Pick(random, Spelled)),
        ["contacts"] = (random, length) => Repeat(length, () => Pick(random, Contacts)),
        ["one pattern over and over"] = Pattern,
        ["telephone digits"] = (random, length) => Repeat(length, () => Pick(random, "0123456789") + Pick(random, ["", "", "", " ", "-", "(", ")", "+"])),
        ["emoji"] = (random, length) => Repeat(length, () => Pick(random, Emoji)),
        ["blanks and line ends"] = (random, length) => Repeat(length, () => Pick(random, " \t\r\n\u00A0\u3000\u2028\u0085")),
    };

    /// <summary>A text that changes its kind every few characters, of at most <paramref name="length"/> UTF-16 units.</summary>
    public static string Mixture(Random random, int length)
    {
        var kinds = Kinds.Values.ToArray();
        var text = Repeat(length, () => kinds[random.Next(kinds.Length)](random, random.Next(1, 40)));
        return text[..Math.Min(length, text.Length)];
    }

    // Work that grows with the square of the length shows in such texts; the sign at the end is what a scanner looked for all the way.
    private static string Pattern(Random random, int length)
    {
        var pattern = Repeat(random.Next(1, 7), () => Pick(random, Structure));
        return Repeat(length, () => pattern) + Pick(random, Structure);
    }

    private static string Repeat(int length, Func<string> next)
    {
        var text = new StringBuilder(length + 64);
        while (text.Length < length)
        {
            text.Append(next());
        }

        return text.ToString();
    }

    private static Rune Scalar(Random random)
    {
        Rune rune;
        while (!Rune.TryCreate(random.Next(0x110000), out rune))
        {
        }

        return rune;
    }

    private static string Pick(Random random, string letters) => letters[random.Next(letters.Length)].ToString();

    private static string Pick(Random random, string[] pieces) => pieces[random.Next(pieces.Length)];
}
