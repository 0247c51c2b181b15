using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Commands;

/// <summary>Pages in, policies checked and published, tokens made, from the command line beside a running site.</summary>
public sealed class ImportAndPolicyTests(SiteFixture fixture)
{
    private const string Page = """
        <!doctype html><html lang="en"><head><title>The mill turns again</title>
        <meta property="og:type" content="article"><meta property="og:title" content="The mill turns again">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"The mill turns again","datePublished":"2026-10-02T08:00:00Z","author":{"@type":"Person","name":"Nasrin Qadir"}}</script>
        </head><body><article><h1>The mill turns again</h1>
        <p>After forty years the water mill at the end of the village turns again, and the miller's granddaughter stands beside it.</p>
        <p>It grinds two sacks of wheat in an hour, she says, and people come from three valleys to see it and to eat the bread.</p>
        <script>alert(1)</script></article></body></html>
        """;

    [Fact]
    public async Task A_folder_is_imported_and_what_is_no_article_is_named_and_passed_over()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("mill.html"), Page);
        await File.WriteAllTextAsync(folder.At("numbers.txt"), "1 2 3");

        var first = await DiwanProgram.RunAsync("import", "articles", folder.Path, "--data", fixture.Site.DataFolder);
        var second = await DiwanProgram.RunAsync("import", "articles", folder.Path, "--data", fixture.Site.DataFolder);

        Assert.Equal(0, first.Status);
        Assert.Matches("mill.html: added: The mill turns again → /articles/[a-z0-9-]+", first.Output);
        Assert.Matches("numbers.txt: not taken: .+", first.Output);
        Assert.Matches("mill.html: unchanged", second.Output);
        var slug = first.Output.Split("/articles/")[1].Split('\n')[0].Trim();
        await Wait.UntilAsync(async () => (await fixture.Http.FetchAsync($"/articles/{slug}")).Status == 200);
        var page = await fixture.Http.FetchAsync($"/articles/{slug}");
        Assert.Contains("Nasrin Qadir", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", page.Text, StringComparison.Ordinal);
        Assert.Contains("noindex", page.Headers["X-Robots-Tag"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_with_mistakes_is_refused_with_each_of_them_and_its_line()
    {
        using var folder = new TemporaryFolder();
        var policy = await File.ReadAllTextAsync(ShippedPolicy);
        await File.WriteAllTextAsync(folder.At("broken.yaml"), policy
            .Replace("code: threats", "code: threatz", StringComparison.Ordinal)
            .Replace("key: \"2\"", "key: \"1\"", StringComparison.Ordinal));

        var outcome = await DiwanProgram.RunAsync("policy", "check", folder.At("broken.yaml"));

        Assert.Equal(1, outcome.Status);
        Assert.Matches(@"line \d+: .*'threats'", outcome.Errors);
        Assert.Matches(@"line \d+: .*'1' is used twice", outcome.Errors);
    }

    [Fact]
    public async Task The_shipped_policy_is_valid_and_holds_the_eleven_guidelines()
    {
        var outcome = await DiwanProgram.RunAsync("policy", "check", ShippedPolicy);

        Assert.Equal(0, outcome.Status);
        Assert.Contains("11 guidelines", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_policy_is_in_force_at_a_running_site()
    {
        using var folder = new TemporaryFolder();
        await using var site = await RunningSite.StartAsync(folder.At("site"));
        var policy = await File.ReadAllTextAsync(ShippedPolicy);
        await File.WriteAllTextAsync(folder.At("new.yaml"), policy
            .Replace("version: 2026-", "version: 2027-", StringComparison.Ordinal)
            .Replace("en: a few hours", "en: a fortnight", StringComparison.Ordinal));

        Assert.Equal(0, (await DiwanProgram.RunAsync("policy", "publish", folder.At("new.yaml"), "--data", site.DataFolder)).Status);

        await Wait.UntilAsync(async () => (await site.Http.FetchAsync("/guidelines?lang=en")).Text.Contains("a fortnight", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_token_is_printed_alone()
    {
        var made = await DiwanProgram.RunAsync("token", "create", "--role", "scorer", "--data", fixture.Site.DataFolder);

        Assert.Equal(0, made.Status);
        Assert.Matches(@"^[A-Za-z0-9_\-]{20,}\r?\n$", made.Output);
        var list = await DiwanProgram.RunAsync("token", "list", "--data", fixture.Site.DataFolder);
        Assert.DoesNotContain(made.Output.Trim(), list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_to_the_desk_opens_it_once()
    {
        var address = fixture.Site.Address.GetLeftPart(UriPartial.Authority);
        var invited = await DiwanProgram.RunAsync("desk", "invite", "newcomer", "--url", address, "--data", fixture.Site.DataFolder);

        Assert.Equal(0, invited.Status);
        Assert.Equal(200, (await fixture.Http.FetchAsync(invited.Output.Trim())).Status);
        Assert.Equal(410, (await fixture.Http.FetchAsync($"{address}/desk/sign-in/no-such-secret")).Status);
    }

    private static string ShippedPolicy => Path.Combine(Path.GetDirectoryName(DiwanProgram.Path)!, "data", "policies", "default.yaml");
}
