using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Commands;

/// <summary>A copy taken while serving gives the whole site back, receipts included.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task A_restored_backup_holds_every_comment_acknowledged_before_it_and_opens_its_receipt()
    {
        using var folder = new TemporaryFolder();
        var receipts = new List<string>();
        await using (var site = await RunningSite.StartAsync(folder.At("site")))
        {
            var slug = (await site.Http.FetchAsync("/")).Text.Split("/articles/")[1].Split('"', '#', '?')[0];
            for (var number = 0; number < 10; number++)
            {
                var answer = await site.Http.PostAsync($"/api/v1/articles/{slug}/comments", new JsonObject { ["author"] = "Azad", ["text"] = $"Comment {number}." });
                receipts.Add(answer.Get("receipt")!);
            }

            var backup = await DiwanProgram.RunAsync("backup", folder.At("copy"), "--data", site.DataFolder);
            Assert.True(backup.Status == 0, backup.Errors);
            Assert.Equal(1, (await DiwanProgram.RunAsync("backup", folder.At("copy"), "--data", site.DataFolder)).Status);
        }

        var restore = await DiwanProgram.RunAsync("restore", folder.At("copy"), "--data", folder.At("restored"));
        Assert.True(restore.Status == 0, restore.Errors);
        Assert.Equal(1, (await DiwanProgram.RunAsync("restore", folder.At("copy"), "--data", folder.At("restored"))).Status);

        await using var restored = await RunningSite.StartAsync(folder.At("restored"));
        foreach (var receipt in receipts)
            Assert.Equal("pending", (await restored.Http.FetchAsync($"/api/v1/receipts/{receipt}")).Get("status"));
    }
}
