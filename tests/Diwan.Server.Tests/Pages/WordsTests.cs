using System.Reflection;
using System.Text.RegularExpressions;
using Diwan.Comments.Submitting;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Pages.Wording;

namespace Diwan.Server.Tests.Pages;

public sealed partial class WordsTests
{
    private static readonly WordBook Book = WordBook.Load(Path.Combine(AppContext.BaseDirectory, "data", "words"));

    public static TheoryData<string> Languages => new(WordBook.Languages);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_says_everything_that_English_says(string language)
    {
        var missing = Singular(Book.In("en")).Except(Singular(Book.In(language)));
        var extra = Singular(Book.In(language)).Except(Singular(Book.In("en")));

        Assert.Empty(missing);
        Assert.Empty(extra);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sentence_fills_in_what_the_English_one_fills_in(string language)
    {
        var words = Book.In(language);
        foreach (var key in Book.In("en").Keys.Where(key => !PluralForm.IsMatch(key)))
            Assert.Equal(Placeholders(Book.In("en")[key]), Placeholders(words[key]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_count_has_a_form_in_every_language(string language)
    {
        foreach (var key in Book.In("en").Keys.Where(key => key.EndsWith(".other", StringComparison.Ordinal)))
        {
            foreach (var count in (long[])[0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 1_000_000])
            {
                var said = Book.In(language).Count(key[..^".other".Length], count);
                Assert.DoesNotContain("{", said, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("en", 1, "one")]
    [InlineData("en", 0, "other")]
    [InlineData("tr", 1, "one")]
    [InlineData("ckb", 2, "other")]
    [InlineData("fa", 0, "one")]
    [InlineData("fa", 2, "other")]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 1, "one")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 3, "few")]
    [InlineData("ar", 110, "few")]
    [InlineData("ar", 11, "many")]
    [InlineData("ar", 199, "many")]
    [InlineData("ar", 100, "other")]
    [InlineData("ar", 102, "other")]
    public void Plurals_follow_CLDR(string language, long count, string category) =>
        Assert.Equal(category, PluralRules.Category(language, count));

    [Fact]
    public void Every_key_that_the_server_names_exists()
    {
        var sources = typeof(WordsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "ServerSources").Value!;
        var named = Directory.EnumerateFiles(sources, "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".razor", StringComparison.Ordinal) || (path.EndsWith(".cs", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal)))
            .SelectMany(path => KeyInCode.Matches(File.ReadAllText(path)).Select(match => (path, key: match.Groups["key"].Value)))
            .Where(one => !one.key.EndsWith(".css", StringComparison.Ordinal) && !one.key.EndsWith(".js", StringComparison.Ordinal) && !one.key.EndsWith(".yaml", StringComparison.Ordinal))
            .ToList();
        var words = Book.In("en");

        Assert.True(named.Count > 80, "The pattern finds no keys any more.");
        Assert.All(named, one => Assert.True(
            words.Keys.Contains(one.key) || words.Keys.Contains(one.key + ".other"), $"{Path.GetFileName(one.path)} names {one.key}"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_refusal_and_every_state_has_words(string language)
    {
        foreach (var code in Enum.GetValues<RefusalCode>())
            Assert.DoesNotContain("{", RefusalWords.Of(Book.In(language), new("text", code, 5_000)), StringComparison.Ordinal);
        foreach (var status in Enum.GetValues<CommentStatus>())
        {
            var state = status.ToString().ToLowerInvariant();
            Assert.NotEmpty(Book.In(language)[$"state.{state}"]);
            Assert.NotEmpty(Book.In(language)[$"receipt.{state}"]);
        }
    }

    [Fact]
    public void Numbers_and_dates_are_written_as_newspapers_of_the_language_write_them()
    {
        var date = new DateTimeOffset(2021, 7, 25, 14, 5, 0, TimeSpan.Zero);

        Assert.Equal("25 July 2021", Book.In("en").Date(date));
        Assert.Equal("٢٥ی تەمووزی ٢٠٢١", Book.In("ckb").Date(date));
        Assert.Equal("25 July 2021, 17:05", Book.In("en").DateAndTime(date, TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(3), "x", "x")));
    }

    [Fact]
    public void A_publisher_may_have_latin_digits_and_the_solar_calendar()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", "words");
        var date = new DateTimeOffset(2026, 3, 21, 12, 0, 0, TimeSpan.Zero);
        var book = WordBook.Load(folder, latinDigits: true, solarDates: ["fa", "ckb"]);

        Assert.Equal("۱ فروردین ۱۴۰۵", WordBook.Load(folder, solarDates: ["fa"]).In("fa").Date(date));
        Assert.Equal("1ی خاکەلێوەی 1405", book.In("ckb").Date(date));
        Assert.Equal("3 تعليقات", book.In("ar").Count("article.comments", 3));
        Assert.Contains("2026", book.In("ar").Date(date), StringComparison.Ordinal);
        Assert.Contains("0123456789", ScriptWords.ForPage(book.In("ckb")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_looks_like_markup_or_a_placeholder_stays_a_name()
    {
        var html = Book.In("en").Html("thread.inReplyTo", ("author", "<b>{author}</b>"));

        Assert.Equal("In reply to <bdi>&lt;b&gt;{author}&lt;/b&gt;</bdi>", html.Value);
    }

    private static IEnumerable<string> Singular(Words words) => words.Keys.Select(key => PluralForm.Replace(key, "")).Distinct();

    private static IEnumerable<string> Placeholders(string text) => Placeholder.Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\.(zero|one|two|few|many|other)$")]
    private static partial Regex PluralForm { get; }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex(@"""(?<key>(?:site|text|article|thread|rules|form|received|receipt|report|refusal|feed|guidelines|privacy|desk|keys)\.[a-zA-Z_]+(?:\.[a-zA-Z_]+)*)""")]
    private static partial Regex KeyInCode { get; }
}
