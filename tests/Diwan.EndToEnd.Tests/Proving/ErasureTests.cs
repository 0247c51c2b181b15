using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Proving;

/// <summary>What an author has erased is gone: from the answers, from every file on disk, and from a backup that is restored later.</summary>
public sealed class ErasureTests
{
    private const string Text = "Quxlorbit tells what nobody shall read again.";
    private const string Name = "Zephyrine Vanquishedname";
    private const string Mail = "zephyrine@vanished.example";
    private const string Words = "Quxlorappeal wants it back.";

    [Fact]
    public async Task Retaining_erases_again_what_somebody_else_has_put_back()
    {
        using var folder = new TemporaryFolder();
        await using var site = await RunningSite.StartAsync(folder.At("site"));
        var slug = (await site.Http.FetchAsync("/")).Text.Split("/articles/")[1].Split('"', '#', '?')[0];
        var taken = await site.Http.PostAsync($"/api/v1/articles/{slug}/comments", new JsonObject { ["author"] = Name, ["text"] = Text });
        // The list of another node, or of the site that was lost.
        await File.AppendAllTextAsync(Path.Combine(site.DataFolder, "erasures.txt"), $"2026-11-22T10:00:00Z {taken.Get("id")}\n");

        var planned = await DiwanProgram.RunAsync("retain", "--dry-run", "--data", site.DataFolder);
        Assert.Equal("pending", (await site.Http.FetchAsync($"/api/v1/receipts/{taken.Get("receipt")}")).Get("status"));
        var retained = await DiwanProgram.RunAsync("retain", "--data", site.DataFolder);

        Assert.DoesNotContain("again", planned.Output, StringComparison.Ordinal);
        Assert.Contains("erased again what a backup had brought back: 1", retained.Output, StringComparison.Ordinal);
        Assert.Equal("erased", (await site.Http.FetchAsync($"/api/v1/receipts/{taken.Get("receipt")}")).Get("status"));
        Assert.Empty(FileSearch.Holding(site.DataFolder, "quxlor", Name));
    }

    [Fact]
    public async Task Nothing_of_an_erased_comment_is_left_anywhere_and_the_ledger_still_verifies()
    {
        using var folder = new TemporaryFolder();
        string receipt;
        await using (var site = await RunningSite.StartAsync(folder.At("site")))
        {
            var token = (await DiwanProgram.RunAsync("token", "create", "--role", "editor", "--account", "dilan", "--data", site.DataFolder)).Output.Trim();
            var slug = (await site.Http.FetchAsync("/")).Text.Split("/articles/")[1].Split('"', '#', '?')[0];
            var path = $"/api/v1/articles/{slug}/comments";
            var taken = await site.Http.PostAsync(path, new JsonObject { ["author"] = Name, ["text"] = Text, ["email"] = Mail, ["idempotencyKey"] = "quxlorkey" });
            receipt = taken.Get("receipt")!;
            var id = taken.Get("id")!;
            var hash = taken.Get("hash")!;
            await DecideAsync(site, token, id, new JsonObject { ["outcome"] = "approve", ["version"] = 1, ["note"] = "quxlornote about it" });
            await site.Http.FetchAsync($"/articles/{slug}");
            await site.Http.PostAsync($"/api/v1/comments/{id}/reports", new JsonObject { ["guideline"] = "abuse", ["note"] = "quxlorreport of it" });
            await DecideAsync(site, token, id, new JsonObject { ["outcome"] = "reject", ["version"] = 2, ["guideline"] = "abuse" });
            await site.Http.PostAsync($"/api/v1/receipts/{receipt}/appeal", new JsonObject { ["text"] = Words });
            var backup = await DiwanProgram.RunAsync("backup", folder.At("copy"), "--data", site.DataFolder);
            Assert.True(backup.Status == 0, backup.Errors);
            Assert.NotEmpty(FileSearch.Holding(folder.At("site"), "quxlor", Name, Mail, hash));

            // A legal hold forbids it, until it ends.
            Assert.Equal(204, (await site.Http.PostAsync($"/api/v1/desk/comments/{id}/hold", new JsonObject { ["held"] = true }, token)).Status);
            Assert.Equal("legal_hold", (await site.Http.PostAsync($"/api/v1/receipts/{receipt}/erase", new JsonObject())).Get("code"));
            Assert.Equal(204, (await site.Http.PostAsync($"/api/v1/desk/comments/{id}/hold", new JsonObject { ["held"] = false }, token)).Status);

            var erased = await site.Http.PostAsync($"/api/v1/receipts/{receipt}/erase", new JsonObject());
            Assert.True(erased.Status == 200, erased.Text);
            Assert.Equal(("erased", ""), (erased.Get("status"), erased.Get("text")));
            Assert.False(erased.Json.TryGetProperty("proof", out _));
            Assert.Equal(404, (await site.Http.FetchAsync($"/r/{receipt}/proof")).Status);
            Assert.Equal(200, (await site.Http.PostAsync($"/api/v1/receipts/{receipt}/erase", new JsonObject())).Status);

            Assert.Empty(FileSearch.Holding(folder.At("site"), "quxlor", Name, Mail, hash));
            Assert.DoesNotContain("quxlor", site.Written, StringComparison.OrdinalIgnoreCase);
            foreach (var page in (string[])["/", $"/articles/{slug}", path, $"/r/{receipt}", "/feed.xml", "/log"])
                Assert.DoesNotContain("quxlor", (await site.Http.FetchAsync(page)).Text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("\"abuse\"", (await site.Http.FetchAsync("/api/v1/log")).Text, StringComparison.Ordinal);
            var verified = await DiwanProgram.RunAsync("verify", "--data", site.DataFolder);
            Assert.True(verified.Status == 0, verified.Output + verified.Errors);
        }

        var restore = await DiwanProgram.RunAsync("restore", folder.At("copy"), "--data", folder.At("restored"), "--erasures", Path.Combine(folder.At("site"), "erasures.txt"));
        Assert.True(restore.Status == 0, restore.Errors);
        Assert.Contains("1 comment(s) of the list of erasures erased again", restore.Output, StringComparison.Ordinal);
        Assert.Empty(FileSearch.Holding(folder.At("restored"), "quxlor", Name, Mail));
        await using var again = await RunningSite.StartAsync(folder.At("restored"));
        Assert.Equal("erased", (await again.Http.FetchAsync($"/api/v1/receipts/{receipt}")).Get("status"));
        Assert.Equal(0, (await DiwanProgram.RunAsync("verify", "--data", folder.At("restored"))).Status);
    }

    private static async Task DecideAsync(RunningSite site, string token, string id, JsonObject decision)
    {
        var answer = await site.Http.PostAsync($"/api/v1/desk/comments/{id}/decisions", decision, token);
        Assert.True(answer.Status == 200, answer.Text);
    }
}
