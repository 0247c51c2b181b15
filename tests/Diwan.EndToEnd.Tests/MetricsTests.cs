using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests;

/// <summary>What an operator's Prometheus reads: right figures, in its format, and nothing of anybody's.</summary>
public sealed partial class MetricsTests
{
    [Fact]
    public async Task Submissions_writes_and_kept_pages_are_counted()
    {
        using var folder = new TemporaryFolder();
        await using var site = await RunningSite.StartAsync(folder.Path);
        var slug = SlugPattern().Match((await site.Http.FetchAsync("/")).Text).Groups[1].Value;
        var before = await ReadAsync(site);

        const string words = "The bridge was closed all winter and nobody told us.";
        var accepted = await site.Http.PostAsync($"/api/v1/articles/{slug}/comments", new JsonObject { ["author"] = "Dilan Kaya", ["text"] = words });
        Assert.Equal(202, accepted.Status);
        Assert.Equal(422, (await site.Http.PostAsync($"/api/v1/articles/{slug}/comments", new JsonObject { ["author"] = "Dilan Kaya", ["text"] = "" })).Status);
        for (var read = 0; read < 10; read++) Assert.Equal(200, (await site.Http.FetchAsync($"/articles/{slug}")).Status);

        // What was read is given again for a third of a second.
        var after = "";
        await Wait.UntilAsync(async () => (after = await ReadAsync(site)).Contains("outcome=\"refused\"", StringComparison.Ordinal));
        var state = accepted.Json.GetProperty("status").GetString();
        Assert.Equal(1, Of(after, $"diwan_submissions_total{{otel_scope_name=\"Diwan.Comments\",outcome=\"{state}\"}}"));
        Assert.Equal(1, Of(after, "diwan_submissions_total{otel_scope_name=\"Diwan.Comments\",outcome=\"refused\"}"));
        Assert.Equal(1, Of(after, "diwan_judging_seconds_count"));
        Assert.True(Of(after, "diwan_writes_done") > Of(before, "diwan_writes_done"));
        Assert.True(Of(after, "diwan_writes_commits") > Of(before, "diwan_writes_commits"));
        Assert.True(Of(after, "diwan_pages_asked") - Of(before, "diwan_pages_asked") >= 10);
        Assert.InRange(Of(after, "diwan_pages_made") - Of(before, "diwan_pages_made"), 1, 5);
        Assert.True(Of(after, "diwan_pages_kept") > 0);
        Assert.Equal(0, Of(after, "diwan_writes_waiting"));
        Assert.Contains("dotnet_process_memory_working_set", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Dilan", after, StringComparison.Ordinal);
        Assert.DoesNotContain(slug, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_can_keep_its_figures_to_itself()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("site.yaml"), "metrics: false\n");
        await using var site = await RunningSite.StartAsync(folder.Path);
        Assert.Equal(404, (await site.Http.FetchAsync("/metrics")).Status);
    }

    private static async Task<string> ReadAsync(RunningSite site)
    {
        var metrics = await site.Http.FetchAsync("/metrics");
        Assert.Equal(200, metrics.Status);
        return metrics.Text;
    }

    private static double Of(string metrics, string name) => double.Parse(
        metrics.Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);

    [GeneratedRegex("/articles/([a-z0-9-]+)")]
    private static partial Regex SlugPattern();
}
