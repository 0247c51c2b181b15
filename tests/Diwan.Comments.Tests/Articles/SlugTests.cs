using CsCheck;
using Diwan.Comments.Articles;

namespace Diwan.Comments.Tests.Articles;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Bridge over the Zab ‘will reopen’: governor's office", "bridge-over-the-zab-will-reopen-governors-office")]
    [InlineData("کوردستان باران دەبارێت", "kurdstan-baran-debaret")]
    [InlineData("پەرتووکخانەی نوێ لە هەولێر", "pertukkhaney-nwe-le-hewler")]
    [InlineData("Pirtûkxaneya nû li Duhokê çêbû", "pirtukxaneya-nu-li-duhoke-cebu")]
    [InlineData("İstanbul'da yağmur ışıkları söndürdü", "istanbulda-yagmur-isiklari-sondurdu")]
    [InlineData("العراق ٢٠٢٤", "alaraq-2024")]
    [InlineData("مدرسة جديدة في دهوك", "mdrsa-jdida-fi-dhuk")]
    [InlineData("…!?", "article")]
    [InlineData("", "article")]
    public void A_headline_in_any_of_the_sites_languages_gives_a_readable_address(string headline, string slug) =>
        Assert.Equal(slug, Slug.From(headline));

    [Fact]
    public void A_long_headline_is_cut_between_words()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("negotiation", 20)));

        Assert.Equal("negotiation-negotiation-negotiation-negotiation-negotiation-negotiation", slug);
    }

    [Fact]
    public void Any_text_gives_a_slug_an_address_can_hold() =>
        Gen.String.Sample(text => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", Slug.From(text)[..Math.Min(Slug.From(text).Length, Slug.MaxLength)]));
}
