using Diwan.Server.Scoring;

namespace Diwan.Server.Tests.Scoring;

/// <summary>What a publisher can change in <c>scoring.yaml</c>.</summary>
public sealed class SettingsTests(SettingsTests.ChangedSite site) : IClassFixture<SettingsTests.ChangedSite>
{
    private const string Arabic = "هذا المقال ممتاز، شكرا جزيلا للكاتب على هذه المعلومات المفيدة عن المدينة القديمة";

    [Fact]
    public async Task Unknown_fields_are_refused_when_reading_is_strict()
    {
        var atTop = await site.PostAsync("""{"comment":{"text":"Hi"},"extra":1}""");
        var within = await site.PostAsync("""{"comment":{"text":"Hi","extra":1}}""");
        var snake = await site.PostAsync("""{"comment":{"text":"This is a good article."},"requested_attributes":{"TOXICITY":{"score_type":1}},"do_not_store":true}""");

        Assert.Equal("Invalid JSON payload received. Unknown name \"extra\": Cannot find field.", atTop.Message);
        Assert.Equal("Invalid JSON payload received. Unknown name \"extra\" at 'comment': Cannot find field.", within.Message);
        Assert.Equal("comment", (string?)within.Detail["fieldViolations"]![0]!["field"]);
        Assert.Equal(200, snake.Status);
    }

    [Fact]
    public async Task The_language_named_is_believed_when_the_site_says_so()
    {
        var claimed = await site.PostAsync($$$$"""{"comment":{"text":"{{{{Arabic}}}}"},"languages":["en"],"requestedAttributes":{"TOXICITY":{}}}""");
        var detected = await site.PostAsync($$$$"""{"comment":{"text":"{{{{Arabic}}}}"},"requestedAttributes":{"TOXICITY":{}}}""");

        Assert.NotEqual(detected.Summary("TOXICITY"), claimed.Summary("TOXICITY"));
    }

    [Fact]
    public async Task The_model_stands_in_every_body_when_the_site_says_so() =>
        Assert.NotNull((await site.PostAsync("""{"comment":{"text":"This is a good article."},"requestedAttributes":{"TOXICITY":{}}}""")).Json["model"]);

    [Theory]
    [InlineData("https://tools.example", true)]
    [InlineData("https://other.example", false)]
    public async Task Browsers_of_the_origins_named_may_call_and_no_others(string origin, bool isLetIn)
    {
        using var question = new HttpRequestMessage(HttpMethod.Options, ScoringSite.Analyze);
        question.Headers.Add("Origin", origin);
        question.Headers.Add("Access-Control-Request-Method", "POST");
        question.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var answer = await site.Client.SendAsync(question);

        Assert.Equal(isLetIn, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) && origins.Single() == origin);
    }

    [Theory]
    [InlineData("keepDays: 0")]
    [InlineData("keepDays: soon")]
    [InlineData("origins: [tools.example]")]
    [InlineData("origins: [https://tools.example/page]")]
    [InlineData("origins:")]
    [InlineData("unknown: true")]
    [InlineData("strict: true\nstrict: false")]
    [InlineData("[]")]
    public void A_file_that_cannot_be_used_is_named(string yaml) =>
        Assert.StartsWith("scoring.yaml", Assert.Throws<InvalidDataException>(() => ScoringSettings.Parse(yaml)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void An_empty_file_changes_nothing(string yaml) => Assert.Equivalent(new ScoringSettings(), ScoringSettings.Parse(yaml));

    /// <summary>A site where everything is other than by default.</summary>
    public sealed class ChangedSite : ScoringSite
    {
        protected override string Settings => "strict: true\ntrustClaimedLanguage: true\nmodelInBody: true\norigins: [https://tools.example]\n";
    }
}
