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
        wrong.AddRange(Compare(stored, told));
        var (exit, said) = await site.RunAsync("verify");
        if (exit != 0) wrong.Add($"verify: {said}");
        return wrong;
    }

    /// <summary>Where what is stored is not what was said.</summary>
    public static IEnumerable<string> Compare(IReadOnlyDictionary<string, StoredComment> stored, Told told)
    {
        foreach (var (id, text) in told.Comments)
        {
            if (!stored.TryGetValue(id, out var found)) yield return $"the acknowledged comment {id} is lost";
            else if (found.Text != text) yield return $"the comment {id} has another text";
        }

        foreach (var twice in stored.Values.GroupBy(comment => comment.Text).Where(same => same.Count() > 1 && told.Sent.ContainsKey(same.Key))) yield return $"a comment is there {twice.Count()} times";
        foreach (var (id, decided) in told.Decided)
        {
            if (!stored.TryGetValue(id, out var found)) continue;
            // Version 1 is the decision on receipt; one more for each decision, and a decision made twice would show.
            var isLater = told.Uncertain.ContainsKey(id) && found.Version == decided.Version + 1;
            if ((found.State, found.Version) != decided && !isLater)
                yield return $"the decision on {id} was {decided.State} in version {decided.Version}, and it is {found.State} in version {found.Version}";
        }

        foreach (var (id, found) in stored)
        {
            if (told.Comments.ContainsKey(id) && !told.Decided.ContainsKey(id) && found.Version > (told.Uncertain.ContainsKey(id) ? 2 : 1))
                yield return $"nobody was told of a decision on {id}, and it has version {found.Version}";
        }
    }

    private static async Task<Dictionary<string, StoredComment>> StoredAsync(Site site, List<string> wrong, CancellationToken ct)
    {
        var stored = new Dictionary<string, StoredComment>();
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
                    if (!stored.TryAdd(id, new(state, item.GetProperty("version").GetInt32(), item.GetProperty("text").GetString()!))) wrong.Add($"the comment {id} is in two places");
                }

                if (!page.TryGetProperty("next", out var next) || next.ValueKind is JsonValueKind.Null) break;
                after = next.GetString();
            }
        }

        return stored;
    }
}

/// <summary>A comment as the desk sees it afterwards.</summary>
internal sealed record StoredComment(string State, int Version, string Text);
