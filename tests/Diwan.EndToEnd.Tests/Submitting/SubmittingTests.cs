using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Submitting;

/// <summary>A comment is taken in exactly as it was sent, once.</summary>
public sealed class SubmittingTests(SiteFixture fixture)
{
    public static TheoryData<string> Texts => new(
        "A plain comment about the bridge.",
        "Two lines\r\nand a third\n",
        "  blanks before and behind \t ",
        "cafe\u0301 is not caf\u00e9",
        "👩‍👩‍👧 🏳️‍🌈 and a heart ❤️",
        "A noncharacter \uFFFE in the middle",
        "هەڵەبجە شارێکی جوانە\u200cو کۆنە",
        "<b>bold</b> & \"quoted\" 'text' \u2028 \u202E");

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_is_kept_to_the_last_character_and_fixed_by_its_hash(string text)
    {
        var article = await fixture.NewArticleAsync();

        var answer = await fixture.Http.PostAsync($"/api/v1/articles/{article}/comments", new JsonObject { ["author"] = " Şêrko\u0301 ", ["text"] = text });

        Assert.Equal(202, answer.Status);
        Assert.Equal("pending", answer.Get("status"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), answer.Get("hash"));
        Assert.Equal($"/r/{answer.Get("receipt")}", answer.Get("receiptUrl"));

        await fixture.DecideAsync(answer.Get("id")!, "approve", 1);
        var published = (await fixture.Http.FetchAsync($"/api/v1/articles/{article}/comments")).Json.GetProperty("comments")[0];
        Assert.Equal(text, published.GetProperty("text").GetString());
        Assert.Equal(" Şêrko\u0301 ", published.GetProperty("author").GetString());
        Assert.Equal(answer.Get("hash"), published.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task A_form_is_taken_in_as_the_browser_sent_it_and_answered_with_its_receipt()
    {
        var article = await fixture.NewArticleAsync();
        var slug = (await fixture.Http.FetchAsync($"/api/v1/articles/{article}")).Get("slug");
        using var form = new FormUrlEncodedContent([new("author", "Azad"), new("text", "First line\r\nsecond line ")]);

        using var answer = await fixture.Http.PostAsync(new Uri($"/articles/{slug}/comments", UriKind.Relative), form);

        Assert.InRange((int)answer.StatusCode, 200, 303);
        var receipt = answer.Headers.Location?.ToString();
        Assert.NotNull(receipt);
        Assert.StartsWith("/r/", receipt, StringComparison.Ordinal);
        var opened = await fixture.Http.FetchAsync($"/api/v1/receipts/{receipt["/r/".Length..].Split('?')[0]}");
        Assert.Equal("First line\r\nsecond line ", opened.Get("text"));
    }

    [Fact]
    public async Task The_same_key_with_the_same_body_is_the_same_comment_and_receipt()
    {
        var article = await fixture.NewArticleAsync();
        JsonObject Body() => new() { ["author"] = "Azad", ["text"] = "Said once.", ["idempotencyKey"] = "a-key-of-one-form" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fixture.Http.PostAsync($"/api/v1/articles/{article}/comments", Body())));

        Assert.All(answers, answer => Assert.Equal(202, answer.Status));
        Assert.Single(answers.Select(answer => (answer.Get("id"), answer.Get("receipt"))).Distinct());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_a_conflict()
    {
        var article = await fixture.NewArticleAsync();
        var path = $"/api/v1/articles/{article}/comments";
        await fixture.Http.PostAsync(path, new JsonObject { ["author"] = "Azad", ["text"] = "One thing.", ["idempotencyKey"] = "k" });

        var second = await fixture.Http.PostAsync(path, new JsonObject { ["author"] = "Azad", ["text"] = "Another thing.", ["idempotencyKey"] = "k" });

        Assert.Equal(409, second.Status);
        Assert.Contains("key_conflict", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_words_without_a_key_are_two_comments()
    {
        var article = await fixture.NewArticleAsync();

        var first = await fixture.SubmitAsync(article, "I agree with the article.");
        var second = await fixture.SubmitAsync(article, "I agree with the article.");

        Assert.NotEqual(first.Id, second.Id);
        Assert.NotEqual(first.Receipt, second.Receipt);
    }

    [Fact]
    public async Task A_comment_that_waits_is_seen_by_nobody()
    {
        var article = await fixture.NewArticleAsync();
        await fixture.SubmitAsync(article, "A sentence that nobody has read yet.");

        var thread = await fixture.Http.FetchAsync($"/api/v1/articles/{article}/comments");
        var page = await fixture.Http.FetchAsync($"/articles/{(await fixture.Http.FetchAsync($"/api/v1/articles/{article}")).Get("slug")}");

        Assert.Empty(thread.Json.GetProperty("comments").EnumerateArray());
        Assert.DoesNotContain("nobody has read yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_articles_slug_serves_wherever_its_id_does()
    {
        var article = await fixture.NewArticleAsync();
        var slug = (await fixture.Http.FetchAsync($"/api/v1/articles/{article}")).Get("slug");

        var answer = await fixture.Http.PostAsync($"/api/v1/articles/{slug}/comments", new JsonObject { ["author"] = "Azad", ["text"] = "By its slug." });

        Assert.Equal(202, answer.Status);
    }
}
