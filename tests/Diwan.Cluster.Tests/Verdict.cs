using System.Text.Json;
using Diwan.Cluster.Tests.Load;
using Diwan.Cluster.Tests.Sites;

namespace Diwan.Cluster.Tests;

/// <summary>Looks afterwards whether the site has kept what it said.</summary>
internal static class Verdict
{
    private static readonly string[] States = ["pending", "approved", "rejected"];

    /// <summary>What is wrong, for people; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(Site site, Told told, CancellationToken ct)
    {
        var wrong = new List<string>(told.Wrong);
        var stored = await StoredAsync(site, wrong, ct);
        foreach (var (id, text) in told.Comments)
        {
            if (!stored.TryGetValue(id, out var found)) wrong.Add($"the acknowledged comment {id} is lost");
            else if (found.Text != text) wrong.Add($"the comment {id} has another text");
        }

        foreach (var twice in stored.Values.GroupBy(comment => comment.Text).Where(same => same.Count() > 1 && told.Sent.ContainsKey(same.Key))) wrong.Add($"a comment is there {twice.Count()} times");
        foreach (var (id, decided) in told.Decided)
        {
            if (!stored.TryGetValue(id, out var found)) continue;
            // Version 1 is the decision on receipt; one more for each decision, and a decision made twice would show.
            var isLater = told.Uncertain.ContainsKey(id) && found.Version == decided.Version + 1;
            if ((found.State, found.Version) != decided && !isLater)
                wrong.Add($"the decision on {id} was {decided.State} in version {decided.Version}, and it is {found.State} in version {found.Version}");
        }

        foreach (var (id, found) in stored.Where(one => !told.Decided.ContainsKey(one.Key) && !told.Uncertain.ContainsKey(one.Key) && told.Comments.ContainsKey(one.Key)))
        {
            if (found.Version != 1) wrong.Add($"nobody decided on {id}, and it has version {found.Version}");
        }

        var (exit, said) = await site.RunAsync("verify");
        if (exit != 0) wrong.Add($"verify: {said}");
        return wrong;
    }

    private static async Task<Dictionary<string, (string State, int Version, string Text)>> StoredAsync(Site site, List<string> wrong, CancellationToken ct)
    {
        var stored = new Dictionary<string, (string State, int Version, string Text)>();
        using var desk = new Talk(site.NodesOf[0].Address, site.Token);
        foreach (var state in States)
        {
            for (string? after = null; ;)
            {
                var cursor = after is null ? "" : $"&after={Uri.EscapeDataString(after)}";
                var answer = await desk.GetAsync($"/api/v1/desk/queue?state={state}&order=oldest&limit=200{cursor}", ct);
                if (answer is not (200, var page)) throw new InvalidOperationException($"The desk does not answer: {answer?.Status}.");
                foreach (var item in page.GetProperty("items").EnumerateArray())
                {
                    var id = item.GetProperty("id").GetString()!;
                    if (!stored.TryAdd(id, (state, item.GetProperty("version").GetInt32(), item.GetProperty("text").GetString()!))) wrong.Add($"the comment {id} is in two places");
                }

                if (!page.TryGetProperty("next", out var next) || next.ValueKind is JsonValueKind.Null) break;
                after = next.GetString();
            }
        }

        return stored;
    }
}
