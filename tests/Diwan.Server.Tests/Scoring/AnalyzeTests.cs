using System.Text.Json.Nodes;

namespace Diwan.Server.Tests.Scoring;

/// <summary>What <c>comments:analyze</c> answers, field by field.</summary>
public sealed class AnalyzeTests(ScoringSite site) : IClassFixture<ScoringSite>
{
    private const string Rude = "You are a stupid fool and nobody likes you.";
    private const string Arabic = "هذا المقال ممتاز، شكرا جزيلا للكاتب على هذه المعلومات المفيدة عن المدينة القديمة";

    [Fact]
    public async Task A_score_comes_with_its_type_one_span_over_the_whole_and_the_languages()
    {
        var answer = await AskAsync(new() { ["TOXICITY"] = new JsonObject() }, Rude);

        Assert.Equal(200, answer.Status);
        var toxicity = answer.Attributes["TOXICITY"]!;
        Assert.InRange(answer.Summary("TOXICITY"), 0.5, 1);
        Assert.Equal("PROBABILITY", (string?)toxicity["summaryScore"]!["type"]);
        var span = Assert.Single(toxicity["spanScores"]!.AsArray())!;
        Assert.Equal((0, Rude.Length), ((int)span["begin"]!, (int)span["end"]!));
        Assert.Equal(toxicity["summaryScore"]!.ToJsonString(), span["score"]!.ToJsonString());
        Assert.Equal("""["en"]""", answer.Json["languages"]!.ToJsonString());
        Assert.Equal("""["en"]""", answer.Json["detectedLanguages"]!.ToJsonString());
        Assert.Null(answer.Json["clientToken"]);
    }

    [Fact]
    public async Task A_rude_comment_scores_above_a_kind_one()
    {
        var kind = await AskAsync(new() { ["TOXICITY"] = null }, "Thank you for this article about the bazaar.");

        Assert.True(kind.Summary("TOXICITY") < (await AskAsync(new() { ["TOXICITY"] = null }, Rude)).Summary("TOXICITY"));
    }

    [Fact]
    public async Task Keys_of_the_answer_are_the_names_asked_for_and_all_names_of_one_attribute_score_alike()
    {
        var model = (await AskAsync(new() { ["INSULT"] = null }, Rude)).Headers["Diwan-Model"];
        var version = model[..model.IndexOf(';', StringComparison.Ordinal)];
        string[] names = ["INSULT", "INSULT_EXPERIMENTAL", $"INSULT@{version}", $"INSULT_EXPERIMENTAL@{version}"];

        var answer = await AskAsync(new(names.Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject()))), Rude);

        Assert.Equal(names, answer.Attributes.Select(score => score.Key));
        Assert.Single(names.Select(answer.Summary).Distinct());
        Assert.Matches("^diwan-[0-9a-z-]+; sha256=[0-9a-f]{64}$", model);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("1", false)]
    [InlineData("0.01", true)]
    [InlineData("\"0.999999\"", false)]
    [InlineData("""{"value":1}""", false)]
    [InlineData("""{"value":"0"}""", true)]
    [InlineData("""{}""", true)]
    [InlineData("null", true)]
    public async Task Scores_below_the_threshold_are_left_out(string threshold, bool isThere)
    {
        var answer = await AskAsync(new() { ["INSULT"] = new JsonObject { ["scoreThreshold"] = JsonNode.Parse(threshold) } }, Rude);

        Assert.Equal(200, answer.Status);
        Assert.Equal(isThere, answer.Attributes["INSULT"]!["summaryScore"] is not null);
        Assert.Equal(isThere, answer.Attributes["INSULT"]!["spanScores"] is not null);
    }

    [Fact]
    public async Task With_span_annotations_each_sentence_has_its_own_score_counted_in_UTF_16_units()
    {
        const string first = "😀 Good morning, and thank you for this report!", second = "You are a stupid fool.";
        var answer = await AskAsync(new() { ["TOXICITY"] = null }, $"{first} {second}", more: body => body["spanAnnotations"] = true);

        var spans = answer.Attributes["TOXICITY"]!["spanScores"]!.AsArray();
        Assert.Equal(
            [(0, first.Length), (first.Length + 1, first.Length + 1 + second.Length)],
            spans.Select(span => ((int)span!["begin"]!, (int)span["end"]!)));
        Assert.True((double)spans[0]!["score"]!["value"]! < (double)spans[1]!["score"]!["value"]!);
    }

    [Fact]
    public async Task Every_number_is_the_shortest_that_reads_back_as_single_precision()
    {
        var answer = await AskAsync(new() { ["TOXICITY"] = null, ["INSULT"] = null, ["THREAT"] = null }, Rude);

        Assert.All(answer.Attributes, score =>
        {
            var written = score.Value!["summaryScore"]!["value"]!.ToJsonString();
            Assert.Equal(JsonValue.Create(float.Parse(written, System.Globalization.CultureInfo.InvariantCulture)).ToJsonString(), written);
        });
    }

    [Fact]
    public async Task Text_in_another_language_than_the_request_names_is_scored_in_its_own()
    {
        var claimed = await AskAsync(new() { ["TOXICITY"] = null }, Arabic, "en");
        var detected = await AskAsync(new() { ["TOXICITY"] = null }, Arabic);

        Assert.Equal(detected.Summary("TOXICITY"), claimed.Summary("TOXICITY"));
        Assert.Equal("""["en"]""", claimed.Json["languages"]!.ToJsonString());
        Assert.Equal("""["ar"]""", claimed.Json["detectedLanguages"]!.ToJsonString());
    }

    [Fact]
    public async Task An_attribute_that_the_named_language_has_and_the_texts_own_has_not_is_scored_in_the_named_one()
    {
        var answer = await AskAsync(new() { ["SEVERE_TOXICITY"] = null }, Arabic, "en");

        Assert.Equal(200, answer.Status);
        Assert.InRange(answer.Summary("SEVERE_TOXICITY"), 0, 1);
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("EN")]
    [InlineData("ku")]
    public async Task A_language_may_be_named_with_region_or_in_capitals(string language)
    {
        var answer = await AskAsync(new() { ["TOXICITY"] = null }, Rude, language);

        Assert.Equal(200, answer.Status);
        Assert.Equal(language, (string?)answer.Json["languages"]![0]);
    }

    [Fact]
    public async Task Attributes_that_the_language_does_not_support_can_be_dropped()
    {
        var answer = await AskAsync(new() { ["SEVERE_TOXICITY"] = null, ["TOXICITY"] = null }, Arabic, more: body => body["dropUnsupportedAttributes"] = true);

        Assert.Equal(200, answer.Status);
        Assert.Equal(["TOXICITY"], answer.Attributes.Select(score => score.Key));
    }

    [Fact]
    public async Task Everything_else_a_request_may_carry_is_taken_and_the_token_comes_back()
    {
        var answer = await AskAsync(new() { ["TOXICITY"] = new JsonObject { ["scoreType"] = "PROBABILITY" } }, Rude, "en", body =>
        {
            body["comment"]!["type"] = "PLAIN_TEXT";
            body["context"] = JsonNode.Parse("""{"articleAndParentComment":{"article":{"text":"The river is back."},"parentComment":{"text":"Good.","type":1}}}""");
            (body["doNotStore"], body["clientToken"], body["sessionId"], body["communityId"]) = (true, "تعليق:7", "session", "example.org/bazaar");
        });

        Assert.Equal(200, answer.Status);
        Assert.Equal("تعليق:7", (string?)answer.Json["clientToken"]);
    }

    [Theory]
    [InlineData("/v1alpha1/comments%3Aanalyze")]
    [InlineData("/v1alpha1/comments:analyze")]
    public async Task The_colon_of_the_address_may_be_escaped(string path) =>
        Assert.Equal(200, (await site.PostAsync("""{"comment":{"text":"Good news."},"languages":["en"],"requestedAttributes":{"TOXICITY":{}}}""", path: path)).Status);

    private Task<Scored> AskAsync(JsonObject attributes, string text, string? language = null, Action<JsonObject>? more = null)
    {
        var body = new JsonObject { ["comment"] = new JsonObject { ["text"] = text }, ["requestedAttributes"] = attributes };
        if (language is not null) body["languages"] = new JsonArray(language);
        more?.Invoke(body);
        return site.PostAsync(body.ToJsonString());
    }
}
