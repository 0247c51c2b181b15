using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Lexicons;

namespace Diwan.Moderation.Tests.Lexicons;

public sealed class LexiconDetectorTests
{
    [Theory]
    [InlineData("My class will assess the harassment in Scunthorpe and Essex.")]
    [InlineData("The cockpit, the peacock and a shiitake; a hoarse bastion of analysis.")]
    [InlineData("Dick Cheney spoke of a chink in the armour of the alliance.")]
    [InlineData("In 1945 there were 455 of them, 80085 later.")]
    public void Harmless_words_that_hold_a_bad_one_are_left_alone(string text) => Assert.Empty(Shipped.Detect(text));

    [Theory]
    [InlineData("You are an idiot", "idiot")]
    [InlineData("IDIOTS!", "IDIOTS")]
    [InlineData("What an 1d10t he is", "1d10t")]
    [InlineData("he is i d i o t indeed", "i d i o t")]
    [InlineData("such an idiooooot.", "idiooooot")]
    [InlineData("An \u0456d\u0456\u043Et wrote this", "\u0456d\u0456\u043Et")]
    [InlineData("An id\u200Bi\u00ADot wrote this", "id\u200Bi\u00ADot")]
    [InlineData("An \uFF49\uFF44\uFF49\uFF4F\uFF54 wrote this", "\uFF49\uFF44\uFF49\uFF4F\uFF54")]
    [InlineData("An i\u0308d\u0301iot wrote this", "i\u0308d\u0301iot")]
    public void A_disguise_is_read_through_and_the_authors_own_characters_are_quoted(string text, string quoted)
    {
        var attack = Assert.Single(Shipped.Detect(text), signal => signal.Attribute == Attributes.PersonalAttack);
        Assert.Equal(quoted, attack.Evidence!.Value.Quote(text));
        Assert.Equal("lexicon", attack.Detector);
        Assert.StartsWith("en:", attack.Detail, StringComparison.Ordinal);
        Assert.True(attack.Score >= 0.5);
    }

    [Theory]
    [InlineData("go, die now", 1)]
    [InlineData("go   die", 1)]
    [InlineData("I had to go. Die Zeit is a newspaper.", 0)]
    [InlineData("There they go\ndie Zeit", 0)]
    [InlineData("go and die", 0)]
    public void The_words_of_a_phrase_stand_next_to_each_other_in_one_sentence(string text, int expected) =>
        Assert.Equal(expected, Detect("# Language: en\ngo die\tTHREAT\t0.9\n", text).Count);

    [Fact]
    public void Each_attribute_is_told_once_where_hits_overlap_and_the_most_severe_is_told()
    {
        const string Tsv = "# Language: en\nfool\tINSULT\t0.4\nold fool\tINSULT,PERSONAL_ATTACK\t0.6\nold\tPROFANITY\t0.1\n";
        var signals = Detect(Tsv, "you old fool, fool");
        Assert.Equal(
            [("INSULT", 0.4, 14, 18), ("INSULT", 0.6, 4, 12), ("PERSONAL_ATTACK", 0.6, 4, 12), ("PROFANITY", 0.1, 4, 7)],
            signals.Select(signal => (signal.Attribute, signal.Score, signal.Evidence!.Value.Start, signal.Evidence.Value.End)).Order());
    }

    [Fact]
    public void A_harmless_phrase_shields_the_word_within_it_and_no_other()
    {
        const string Tsv = "# Language: en\nfool\tINSULT\t0.4\nfool proof\tINSULT\t0\n";
        var signal = Assert.Single(Detect(Tsv, "a fool-proof plan by a fool"));
        Assert.Equal(23, signal.Evidence!.Value.Start);
    }

    [Fact]
    public void The_authors_name_is_measured_too()
    {
        var signals = Shipped.Detect("Nice weather.", author: "Idiot");
        Assert.All(signals, signal => Assert.Equal((TextField.Author, "Idiot"), (signal.Field, signal.Evidence!.Value.Quote("Idiot"))));
        Assert.Contains(signals, signal => signal.Attribute == Attributes.PersonalAttack);
    }

    [Fact]
    public void A_stem_bears_the_endings_of_its_language_and_no_others()
    {
        const string Tsv = "# Language: tr\nsalak\tINSULT\t0.5\tstem\n";
        Assert.Single(Detect(Tsv, "salaklar"));
        Assert.Single(Detect(Tsv, "SALAKSIN"));
        Assert.Empty(Detect(Tsv, "salaking"));
    }

    [Fact]
    public void An_arabic_word_is_known_with_the_article_and_pronouns_joined_to_it()
    {
        const string Tsv = "# Language: ar\nحقير\tINSULT\t0.5\tstem,prefix\n";
        Assert.Single(Detect(Tsv, "هذا الحقيرون"));
        Assert.Single(Detect(Tsv, "والحقيرة"));
        Assert.Empty(Detect(Tsv, "تحقير"));
    }

    [Fact]
    public void A_term_that_folds_like_a_harmless_word_can_ask_for_its_own_letters_language_or_the_plain_reading()
    {
        const string Tsv = "# Language: tr\ngöt\tPROFANITY\t0.5\tspelled\nmal\tINSULT\t0.4\tnative\nbom\tINSULT\t0.4\texact\n";
        Assert.Single(Detect(Tsv, "GÖT"));
        Assert.Empty(Detect(Tsv, "I got it"));
        Assert.Single(Detect(Tsv, "mal", "tr"));
        Assert.Empty(Detect(Tsv, "mal", "fr"));
        Assert.Single(Detect(Tsv, "bom"));
        Assert.Empty(Detect(Tsv, "b o m"));
    }

    [Fact]
    public void No_text_throws_and_evidence_lies_within_it()
    {
        var random = new Random(20240607);
        string[] pieces = ["idiot", "shit", " ", "\u0456", "\uD83D\uDD95", "\uD800", "\uDC00", "\uFFFE", "\0", "ﷺ", "ـ", "1", "$", "\n", "İ", "fool", "."];
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ =>
                random.Next(3) == 0 ? ((char)random.Next(0x10000)).ToString() : pieces[random.Next(pieces.Length)]));
            Assert.All(Shipped.Detect(text, text), signal => Assert.True(signal.Evidence!.Value.Quote(text).Length > 0 && signal.Score is > 0 and <= 1));
        }
    }

    private static List<Signal> Detect(string tsv, string text, string language = "en")
    {
        var signals = new List<Signal>();
        LexiconDetector.Create([Lexicon.Parse("own", tsv)]).Detect(Some.Subject(Some.Submission(text), language), signals);
        return signals;
    }
}
