using System.Text.Json.Nodes;

namespace Diwan.Server.Tests.Scoring;

/// <summary>The document by which Google's client libraries build themselves.</summary>
public sealed class DiscoveryTests(ScoringSite site) : IClassFixture<ScoringSite>
{
    [Theory]
    [InlineData("/$discovery/rest?version=v1alpha1")]
    [InlineData("/%24discovery/rest?version=v1alpha1")]
    [InlineData("/$discovery/rest?version=v1alpha1&key=any")]
    public async Task It_sends_calls_back_to_the_address_it_was_found_at(string address)
    {
        var document = await ReadAsync(address);

        var root = site.Client.BaseAddress!.ToString();
        Assert.Equal((root, "", "v1alpha1"), ((string?)document["rootUrl"], (string?)document["servicePath"], (string?)document["version"]));
        Assert.Equal(root, (string?)document["baseUrl"]);
    }

    [Theory]
    [InlineData("analyze", "AnalyzeComment")]
    [InlineData("suggestscore", "SuggestCommentScore")]
    public async Task Each_method_is_a_post_that_answers_at_its_path(string name, string schema)
    {
        var method = (await ReadAsync())["resources"]!["comments"]!["methods"]![name]!;

        Assert.Equal(("POST", $"commentanalyzer.comments.{name}"), ((string?)method["httpMethod"], (string?)method["id"]));
        Assert.Equal((schema + "Request", schema + "Response"), ((string?)method["request"]!["$ref"], (string?)method["response"]!["$ref"]));
        Assert.Equal(403, (await site.SendAsync([], "/" + method["path"])).Status);
    }

    [Fact]
    public async Task Every_message_that_a_field_names_is_described()
    {
        var document = await ReadAsync();
        var schemas = document["schemas"]!.AsObject();

        var named = References(document).Distinct().ToList();
        Assert.Contains("TextEntry", named);
        Assert.All(named, name => Assert.Equal(name, (string?)schemas[name]?["id"]));
    }

    [Theory]
    [InlineData("AnalyzeCommentRequest", "clientToken comment communityId context doNotStore dropUnsupportedAttributes languages requestedAttributes sessionId spanAnnotations")]
    [InlineData("AnalyzeCommentResponse", "attributeScores clientToken detectedLanguages languages")]
    [InlineData("SuggestCommentScoreRequest", "attributeScores clientToken comment communityId context languages sessionId")]
    [InlineData("SuggestCommentScoreResponse", "clientToken detectedLanguages requestedLanguages")]
    [InlineData("TextEntry", "text type")]
    [InlineData("Context", "articleAndParentComment entries")]
    [InlineData("ArticleAndParentComment", "article parentComment")]
    [InlineData("AttributeParameters", "scoreThreshold scoreType")]
    [InlineData("AttributeScores", "spanScores summaryScore")]
    [InlineData("SpanScore", "begin end score")]
    [InlineData("Score", "type value")]
    public async Task The_fields_of_a_message_are_those_of_the_protocol(string message, string fields) => Assert.Equal(
        fields.Split(' '), (await ReadAsync())["schemas"]![message]!["properties"]!.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Another_version_is_not_there()
    {
        using var answer = await site.Client.GetAsync("/$discovery/rest?version=v2");

        Assert.Equal(404, (int)answer.StatusCode);
    }

    private async Task<JsonNode> ReadAsync(string address = "/$discovery/rest?version=v1alpha1") => JsonNode.Parse(await site.Client.GetStringAsync(address))!;

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "$ref" ? [(string)member.Value!] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
