namespace Diwan.Server.Tests.Scoring;

/// <summary>How answers are written: indentation, partial responses, the model's name.</summary>
public sealed class PresentationTests(ScoringSite site) : IClassFixture<ScoringSite>
{
    private const string Body = """{"comment":{"text":"This is a good article."},"clientToken":"t","requestedAttributes":{"TOXICITY":{},"INSULT":{}}}""";

    [Theory]
    [InlineData("", true)]
    [InlineData("prettyPrint=true", true)]
    [InlineData("prettyPrint=false", false)]
    [InlineData("$.prettyPrint=false", false)]
    public async Task Answers_are_indented_unless_that_is_turned_off(string query, bool isIndented)
    {
        var answer = await site.PostAsync(Body, query);
        var error = await site.PostAsync("{}", query);

        Assert.Equal(isIndented, answer.Text.StartsWith("{\n  \"attributeScores\": {\n    \"TOXICITY\"", StringComparison.Ordinal));
        Assert.Equal(!isIndented, error.Text.StartsWith("{\"error\":{\"code\":400,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("languages", """{"languages":["en"]}""")]
    [InlineData("languages,clientToken", """{"languages":["en"],"clientToken":"t"}""")]
    [InlineData("attributeScores/TOXICITY/summaryScore/type", """{"attributeScores":{"TOXICITY":{"summaryScore":{"type":"PROBABILITY"}}}}""")]
    [InlineData("attributeScores.TOXICITY.summaryScore.type", """{"attributeScores":{"TOXICITY":{"summaryScore":{"type":"PROBABILITY"}}}}""")]
    [InlineData("attributeScores(INSULT/spanScores(begin,end)),languages", """{"attributeScores":{"INSULT":{"spanScores":[{"begin":0,"end":23}]}},"languages":["en"]}""")]
    [InlineData("attributeScores/*/summaryScore/type", """{"attributeScores":{"TOXICITY":{"summaryScore":{"type":"PROBABILITY"}},"INSULT":{"summaryScore":{"type":"PROBABILITY"}}}}""")]
    public async Task Only_the_fields_asked_for_are_sent(string fields, string expected) =>
        Assert.Equal(expected, (await site.PostAsync(Body, $"fields={Uri.EscapeDataString(fields)}")).Json.ToJsonString());

    [Theory]
    [InlineData("languages,")]
    [InlineData("attributeScores(TOXICITY")]
    [InlineData("attributeScores)")]
    [InlineData("attributeScores//value")]
    public async Task A_mask_that_is_none_is_an_error(string fields)
    {
        var answer = await site.PostAsync(Body, $"fields={Uri.EscapeDataString(fields)}");

        Assert.Equal(400, answer.Status);
        Assert.StartsWith("Request contains an invalid argument", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scores", "scores")]
    [InlineData("languages,attribute_scores/TOXICITY", "attribute_scores")]
    [InlineData("error(code)", "error")]
    public async Task A_mask_that_names_what_no_answer_has_is_an_error_that_names_it(string fields, string named)
    {
        var answer = await site.PostAsync(Body, $"fields={Uri.EscapeDataString(fields)}");

        Assert.Equal((400, "INVALID_ARGUMENT", "Request contains an invalid argument."), (answer.Status, (string?)answer.Json["error"]!["status"], answer.Message));
        Assert.Equal("type.googleapis.com/google.rpc.BadRequest", (string?)answer.Detail["@type"]);
        var violation = answer.Detail["fieldViolations"]![0]!;
        Assert.Equal((named, $"Error expanding 'fields' parameter. Cannot find matching fields for path '{named}'."), ((string?)violation["field"], (string?)violation["description"]));
    }

    [Fact]
    public async Task Every_field_of_the_discovery_document_can_be_asked_for_and_no_other()
    {
        using var whole = await site.Client.GetAsync("/$discovery/rest?version=v1alpha1");
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(await whole.Content.ReadAsStringAsync())!.AsObject())
        {
            using var part = await site.Client.GetAsync($"/$discovery/rest?version=v1alpha1&fields={name}");
            Assert.Equal(value!.ToJsonString(), System.Text.Json.Nodes.JsonNode.Parse(await part.Content.ReadAsStringAsync())![name]?.ToJsonString());
        }

        using var other = await site.Client.GetAsync("/$discovery/rest?version=v1alpha1&fields=methods");
        Assert.Equal(400, (int)other.StatusCode);
    }

    [Fact]
    public async Task An_answer_has_its_length_and_no_chunks()
    {
        using var answer = await site.Client.PostAsync($"{ScoringSite.Analyze}?key={site.Key}", new StringContent(Body));

        Assert.Null(answer.Headers.TransferEncodingChunked);
        Assert.Equal(answer.Content.Headers.ContentLength, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task A_mask_that_nests_without_end_is_an_error() =>
        Assert.Equal(400, (await site.PostAsync(Body, $"fields={string.Concat(Enumerable.Repeat("languages(", 300))}")).Status);

    [Fact]
    public async Task Another_format_than_JSON_is_refused()
    {
        Assert.Equal(200, (await site.PostAsync(Body, "alt=json")).Status);
        Assert.Equal((400, "alt"), (await site.PostAsync(Body, "alt=proto") is var answer ? answer.Status : 0, (string?)answer.Detail["fieldViolations"]![0]!["field"]));
    }

    [Fact]
    public async Task The_model_is_named_in_a_header_of_every_answer_and_in_the_body_on_request()
    {
        var plain = await site.PostAsync(Body);
        var asked = await site.PostAsync(Body, "model=true");
        var error = await site.PostAsync("{}");

        Assert.Null(plain.Json["model"]);
        var info = asked.Json["model"]!;
        Assert.Equal($"{info["version"]}; sha256={info["sha256"]}", plain.Headers["Diwan-Model"]);
        Assert.Equal(plain.Headers["Diwan-Model"], error.Headers["Diwan-Model"]);
    }
}
