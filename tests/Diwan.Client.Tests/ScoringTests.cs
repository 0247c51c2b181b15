using System.Net;
using Diwan.Client.Perspective;
using Diwan.EndToEnd.Tests;

namespace Diwan.Client.Tests;

/// <summary>Scores and suggestions, from the real program.</summary>
public sealed class ScoringTests(SiteFixture site)
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_insult_scores_high_for_what_was_asked_and_names_its_model()
    {
        var result = await Client.AnalyzeAsync(new("You are an idiot.", ["TOXICITY", "INSULT"]) { ClientToken = "t-1", Languages = ["en"] }, None);

        Assert.InRange(result.Score("TOXICITY")!.Value, 0.5f, 1);
        Assert.InRange(result.Score("INSULT")!.Value, 0.5f, 1);
        Assert.Null(result.Score("THREAT"));
        Assert.Equal(("en", "t-1"), (Assert.Single(result.Languages), result.ClientToken));
        Assert.Contains("sha256=", result.Model, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spans_cut_the_sentences_out_of_the_text_that_was_sent()
    {
        const string text = "Thank you 🙂 for the report. You are an idiot.";
        var result = await Client.AnalyzeAsync(new(text, ["TOXICITY"]) { SpanAnnotations = true, Languages = ["en"] }, None);

        var spans = result.Scores["TOXICITY"].Spans;
        Assert.Equal(["Thank you 🙂 for the report.", "You are an idiot."], spans.Select(span => span.Of(text).Trim().ToString()));
        Assert.True(spans[0].Value < spans[1].Value);
    }

    [Fact]
    public async Task A_score_below_the_threshold_is_left_out()
    {
        var result = await Client.AnalyzeAsync(new("Thank you for the report.", [new RequestedAttribute("TOXICITY", 0.99f)]) { Languages = ["en"] }, None);

        Assert.Null(result.Score("TOXICITY"));
    }

    [Fact]
    public async Task The_language_is_detected_and_context_accepted_when_the_caller_names_article_and_parent()
    {
        var result = await Client.AnalyzeAsync(
            new("Köprü hakkındaki bu yararlı haber için teşekkür ederim.", ["TOXICITY"]) { Article = "Köprü onarılıyor.", ParentComment = "Ne zaman?", SessionId = "s", CommunityId = "c" }, None);

        Assert.Equal("tr", result.DetectedLanguages[0]);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_scored_like_any_text() =>
        Assert.NotNull((await Client.AnalyzeAsync(new("Thank you \ud83d for the report.", ["TOXICITY"]) { Languages = ["en"] }, None)).Score("TOXICITY"));

    [Fact]
    public async Task An_attribute_without_the_language_is_named_and_can_be_dropped()
    {
        var request = new AnalyzeRequest("Thank you for the report.", ["TOXICITY"]) { Languages = ["xx"] };
        var refused = await Assert.ThrowsAsync<PerspectiveException>(() => Client.AnalyzeAsync(request, None));

        Assert.Equal(("LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE", "TOXICITY"), (refused.ErrorType, refused.UnsupportedAttribute));
        Assert.Equal("en", refused.DetectedLanguages[0]);
        Assert.Equal(["xx"], refused.RequestedLanguages);
        Assert.Empty((await Client.AnalyzeAsync(request with { DropUnsupportedAttributes = true }, None)).Scores);
    }

    [Theory]
    [InlineData("", "TOXICITY", "COMMENT_EMPTY")]
    [InlineData("You are right.", "HEIGHT", "INVALID_REQUEST")]
    [InlineData("You are right.", null, "NO_REQUESTED_ATTRIBUTES")]
    public async Task A_request_that_cannot_be_answered_says_why(string text, string? attribute, string errorType)
    {
        var refused = await Assert.ThrowsAsync<PerspectiveException>(() => Client.AnalyzeAsync(new(text, attribute is null ? [] : [attribute]), None));

        Assert.Equal((HttpStatusCode.BadRequest, 400, "INVALID_ARGUMENT", errorType), (refused.HttpStatus, refused.Code, refused.Status, refused.ErrorType));
    }

    [Fact]
    public async Task A_suggestion_is_taken_in()
    {
        var result = await Client.SuggestAsync(
            new("Thank you for the report.", new Dictionary<string, float> { ["TOXICITY"] = 0 }) { ClientToken = "t-2", Languages = ["en"] }, None);

        Assert.Equal("t-2", result.ClientToken);
        Assert.Equal(["en"], result.RequestedLanguages);
    }

    [Fact]
    public async Task A_suggestion_without_scores_is_refused()
    {
        var refused = await Assert.ThrowsAsync<PerspectiveException>(() => Client.SuggestAsync(new("Thank you.", new Dictionary<string, float>()), None));

        Assert.Equal("INVALID_ARGUMENT", refused.Status);
    }

    [Fact]
    public async Task No_key_and_a_wrong_key_are_told_apart()
    {
        var request = new AnalyzeRequest("Thank you for the report.", ["TOXICITY"]);
        var none = await Assert.ThrowsAsync<PerspectiveException>(() => Clients.Perspective(site, null).AnalyzeAsync(request, None));
        var wrong = await Assert.ThrowsAsync<PerspectiveException>(() => Clients.Perspective(site, "wrong").AnalyzeAsync(request, None));

        Assert.Equal((HttpStatusCode.Forbidden, "PERMISSION_DENIED"), (none.HttpStatus, none.Status));
        Assert.Equal((HttpStatusCode.BadRequest, "API_KEY_INVALID"), (wrong.HttpStatus, wrong.Reason));
    }

    private PerspectiveClient Client => Clients.Perspective(site, site.Scorer);
}
