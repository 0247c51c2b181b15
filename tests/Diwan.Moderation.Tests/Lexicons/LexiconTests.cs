using Diwan.Moderation.Signals.Lexicons;

namespace Diwan.Moderation.Tests.Lexicons;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("# Language: en\nblockhead\n", 2)]
    [InlineData("# Language: en\nblockhead\tINSULT\tmuch\n", 2)]
    [InlineData("# Language: en\nblockhead\tINSULT\t1.1\n", 2)]
    [InlineData("# Language: en\nblockhead\tINSULT\t-1\n", 2)]
    [InlineData("# Language: en\n# remark\nblockhead\tRUDENESS\t0.5\n", 3)]
    [InlineData("# Language: en\nblockhead\tINSULT\t0.5\tstem,loose\n", 2)]
    [InlineData("# Language: en\n!?\tINSULT\t0.5\n", 2)]
    [InlineData("blockhead\tINSULT\t0.5\n", 1)]
    [InlineData("# Language: tlh\n", 1)]
    public void A_line_that_is_no_term_is_named_with_its_file(string tsv, int line)
    {
        var problem = Assert.Throws<FormatException>(() => Lexicon.Parse("own", tsv));
        Assert.StartsWith($"own, line {line}:", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_are_counted_and_remarks_are_not()
    {
        var lexicon = Lexicon.Parse("own", "# Mine.\r\n# Language: tr\r\n\r\nsalak\tINSULT\t0.5\tstem\r\nbok\tPROFANITY\t0.4\r\n");
        Assert.Equal(("own", "tr", 2), (lexicon.Name, lexicon.Language, lexicon.Count));
    }

    [Fact]
    public void Every_lexicon_that_ships_says_what_it_holds_where_it_is_from_and_under_what_licence()
    {
        foreach (var (name, text) in Shipped.Files)
        {
            var head = text.Split('\n').TakeWhile(line => line.StartsWith('#')).ToArray();
            Assert.True(head.Any(line => line.Contains("Source:", StringComparison.Ordinal)), name);
            Assert.True(string.Join(' ', head).Contains("Licence:", StringComparison.Ordinal), name);
            Assert.True(Lexicon.Parse(name, text).Count > 0, name);
        }
    }
}
