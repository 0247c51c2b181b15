using CsCheck;
using Diwan.Comments.Articles;

namespace Diwan.Comments.Tests.Articles;

public sealed class FirstLinesTests
{
    [Fact]
    public void They_come_from_the_first_paragraph_whatever_stands_before_it() =>
        Assert.Equal("It rained.", FirstLines.Of([new ArticleBlock.Picture { Caption = "Rain" }, new ArticleBlock.Paragraph([new("It "), new("rained.", Emphasis.Strong)])]));

    [Fact]
    public void A_long_paragraph_is_cut_at_a_word_without_its_comma() =>
        Assert.Equal("The first, the second…", FirstLines.Cut("The first, the second, and the third", 24));

    [Fact]
    public void An_emoji_is_never_cut_in_half() => Assert.Equal("aa…", FirstLines.Cut("aa👩‍👩‍👧bbbb", 5));

    [Fact]
    public void A_direction_mark_that_was_opened_is_closed() => Assert.Equal("a \u2067b…\u2069", FirstLines.Cut("a \u2067b c\u2069 d", 4));

    [Fact]
    public void Any_text_is_cut_to_about_its_length() =>
        Gen.String[0, 400].Sample(text => Assert.InRange(FirstLines.Cut(text, 100).TrimEnd('\u2069', '\u202C').Length, 0, 101));
}
