using Diwan.Comments.Articles;

namespace Diwan.Comments.Tests.Articles;

public sealed class RegisterArticleTests : IDisposable
{
    private static readonly RegisterRequest Valid = new() { Url = "https://example.org/a", Title = "Rain", Language = "en", Published = "2024-11-23T10:00+03:00", Body = "One.\r\n\r\nTwo." };

    private readonly ImportArticle _import = new(new ArticlesInMemory(), TimeProvider.System);

    public void Dispose() => _import.Dispose();

    [Fact]
    public async Task An_article_of_the_publishers_own_cms_is_its_own_with_its_paragraphs()
    {
        var registered = Assert.IsType<RegisterResult.Registered>(await Run(Valid));

        Assert.True(registered.Article.IsOwn);
        Assert.False(registered.Article.IsPartial);
        Assert.Equal(2, registered.Article.Body.Count);
        Assert.Equal(new DateTimeOffset(2024, 11, 23, 7, 0, 0, TimeSpan.Zero), registered.Article.PublishedAt);
        Assert.True(registered.Article.HasTimeOfDay);
    }

    [Fact]
    public async Task The_same_address_again_is_the_same_article()
    {
        await Run(Valid);

        Assert.Equal(ImportOutcome.Unchanged, Assert.IsType<RegisterResult.Registered>(await Run(Valid)).Outcome);
        Assert.Equal(ImportOutcome.Updated, Assert.IsType<RegisterResult.Registered>(await Run(Valid with { Title = "Snow" })).Outcome);
    }

    [Fact]
    public async Task An_excerpt_alone_makes_a_partial_article()
    {
        var registered = Assert.IsType<RegisterResult.Registered>(await Run(Valid with { Body = " ", Excerpt = "One…", Published = "2024-11-23" }));

        Assert.True(registered.Article.IsPartial);
        Assert.False(registered.Article.HasTimeOfDay);
    }

    [Fact]
    public async Task Every_missing_field_is_named()
    {
        var refused = Assert.IsType<RegisterResult.Refused>(await Run(new()));

        Assert.Equal([new("url", RegisterRefusalCode.Missing), new("title", RegisterRefusalCode.Missing), new("language", RegisterRefusalCode.Missing)], refused.Refusals);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/a")]
    [InlineData("/articles/1")]
    [InlineData("https://name:secret@example.org/")]
    public async Task Only_a_web_address_is_taken(string url)
    {
        var refused = Assert.IsType<RegisterResult.Refused>(await Run(Valid with { Url = url }));

        Assert.Equal(new("url", RegisterRefusalCode.Invalid), Assert.Single(refused.Refusals));
    }

    [Theory]
    [InlineData("language", "english")]
    [InlineData("published", "yesterday")]
    [InlineData("published", "2024-11-23T10:00")]
    [InlineData("published", "2024-13-40")]
    public async Task A_field_that_means_nothing_is_named(string field, string value)
    {
        var request = field is "language" ? Valid with { Language = value } : Valid with { Published = value };
        var refused = Assert.IsType<RegisterResult.Refused>(await Run(request));

        Assert.Equal(new(field, RegisterRefusalCode.Invalid), Assert.Single(refused.Refusals));
    }

    [Fact]
    public async Task Ill_formed_and_overlong_text_is_named()
    {
        var refused = Assert.IsType<RegisterResult.Refused>(await Run(Valid with { Title = "a\uD800", Body = new('x', RegisterArticle.MaxBody + 1) }));

        Assert.Equal([new("title", RegisterRefusalCode.IllFormed), new("body", RegisterRefusalCode.TooLong, RegisterArticle.MaxBody)], refused.Refusals);
    }

    private Task<RegisterResult> Run(RegisterRequest request) => new RegisterArticle(_import).RunAsync(request);
}
