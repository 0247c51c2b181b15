using System.Text;

namespace Diwan.Server.Tests.Scoring;

/// <summary>What real callers send and rely on being taken.</summary>
public sealed class LeniencyTests(ScoringSite site) : IClassFixture<ScoringSite>
{
    [Theory]
    [InlineData("""{comment: {text: "This is a good article."}, languages: ["en"], requestedAttributes: {TOXICITY:{}} }""")]
    [InlineData("""{'comment':{'text':'This is a good article.'},'requestedAttributes':{'TOXICITY':{}}}""")]
    [InlineData("""{"comment":{"text":"This is a good article.",},"languages":["en",],"requestedAttributes":{"TOXICITY":{},},}""")]
    [InlineData("""{"comment":{"text":"This is a good article."},"requested_attributes":{"TOXICITY":{"score_type":"PROBABILITY","score_threshold":{"value":0}}},"do_not_store":true,"span_annotations":false,"client_token":"t","session_id":"s","community_id":"c","drop_unsupported_attributes":false}""")]
    [InlineData("""{"comment":{"text":"This is a good article."},"context":{"article_and_parent_comment":{"parent_comment":{"text":"a"}}},"requestedAttributes":{"TOXICITY":{}}}""")]
    [InlineData("""{"comment":{"text":"This is a good article.","type":null},"context":null,"languages":null,"clientToken":null,"doNotStore":null,"requestedAttributes":{"TOXICITY":null}}""")]
    [InlineData("""{"comment":{"text":"This is a good article.","type":1},"requestedAttributes":{"TOXICITY":{"scoreType":1,"scoreThreshold":"0.0"}}}""")]
    [InlineData("""{"comment":{"text":"This is a good article.","type":"TEXT_TYPE_UNSPECIFIED"},"spanAnnotations":"true","requestedAttributes":{"TOXICITY":{"scoreType":"SCORE_TYPE_UNSPECIFIED"}}}""")]
    [InlineData("""{"comment":{"text":"This is a good article."},"languages":"en","suggestCommentScore":true,"requestedAttributes":{"TOXICITY":{"extra":1}}}""")]
    [InlineData("\uFEFF \r\n\t{\"comment\":{\"text\":\"This is a good article.\\n\\u00e9\\/\"},\"requestedAttributes\":{\"TOXICITY\":{}}} \n")]
    [InlineData("{\"comment\":{\"text\":\"This is\na good article.\"},\"requestedAttributes\":{\"TOXICITY\":{}}}")]
    public async Task It_is_taken(string body)
    {
        var answer = await site.PostAsync(body);

        Assert.True(answer.Status == 200, answer.Text);
        Assert.InRange(answer.Summary("TOXICITY"), 0, 1);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("application/json;charset=utf-8")]
    public async Task The_media_type_does_not_matter(string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"comment":{"text":"This is a good article."},"requestedAttributes":{"TOXICITY":{}}}"""));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await site.Client.PostAsync($"{ScoringSite.Analyze}?key={site.Key}", content);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/json; charset=UTF-8", answer.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Of_a_key_given_twice_the_last_value_counts() => Assert.Equal(
        "Comment must be non-empty.",
        (await site.PostAsync("""{"comment":{"text":"This is a good article."},"comment":{"text":""},"requestedAttributes":{"TOXICITY":{}}}""")).Message);

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_an_error_and_no_failure()
    {
        byte[] body = [.. "{\"comment\":{\"text\":\"a"u8, 0xFF, 0xC0, .. "\"}}"u8];

        Assert.Equal("Invalid JSON payload received. The text is no UTF-8.", (await site.SendAsync(body, $"{ScoringSite.Analyze}?key={site.Key}")).Message);
    }

    [Theory]
    [InlineData("a \\ud800 b")]
    [InlineData("a \\u0000 b")]
    [InlineData("a \\ufffe b \uFFFE")]
    public async Task A_text_that_other_programs_stumble_over_is_scored_and_its_token_sent_back_well_formed(string text)
    {
        // Whoever may publish what could not be scored must not be made to by half a sign.
        var answer = await site.PostAsync($$$$"""{"comment":{"text":"You stupid fool {{{{text}}}}"},"clientToken":"{{{{text}}}}","languages":["en"],"requestedAttributes":{"TOXICITY":{}}}""");

        Assert.Equal(200, answer.Status);
        Assert.InRange(answer.Summary("TOXICITY"), 0.3, 1);
        Assert.StartsWith("a ", (string?)answer.Json["clientToken"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_may_nest_but_not_without_end()
    {
        var deep = $$$"""{"comment":{"text":"This is a good article."},"requestedAttributes":{"TOXICITY":{}},"extra":{{{new string('[', 25)}}}{{{new string(']', 25)}}}}""";
        var deeper = new string('[', 200_000);

        Assert.Equal(200, (await site.PostAsync(deep)).Status);
        Assert.StartsWith("Invalid JSON payload received. Message too deep.", (await site.PostAsync(deeper)).Message, StringComparison.Ordinal);
    }
}
