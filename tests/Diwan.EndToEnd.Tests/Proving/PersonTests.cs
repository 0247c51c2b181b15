using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;
using Diwan.Server.Tests.Mail;

namespace Diwan.EndToEnd.Tests.Proving;

/// <summary>What a person can do with an address that was confirmed by mail, and what is left of it.</summary>
public sealed class PersonTests : IDisposable
{
    private const string Reader = "zephyrine@vanished.example";
    private const string Words = "Quxlorbit is the word of a person.";

    private readonly TemporaryFolder _folder = new();
    private readonly SmtpSink _sink = new();

    public void Dispose()
    {
        _sink.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_person_confirms_by_mail_reads_everything_and_erases_it_all()
    {
        await using var site = await StartAsync();
        var sent = await SubmitAsync(site, Words);
        await SubmitAsync(site, Words + " Twice.");
        var page = await LinkAsync(site);
        Assert.Equal(404, (await site.Http.FetchAsync(page + "/archive")).Status);
        Assert.Equal(303, (await site.Http.PostAsync(page + "/confirm", new JsonObject())).Status);
        var archive = await site.Http.FetchAsync(page + "/archive");
        Assert.Equal(("diwan-person/1", Reader), (archive.Get("format"), archive.Get("address")));
        Assert.Equal(2, archive.Json.GetProperty("comments").GetArrayLength());
        Assert.Contains(sent.Get("receipt")!, archive.Text, StringComparison.Ordinal);

        Assert.Equal(0, (await DiwanProgram.RunAsync("backup", _folder.At("copy"), "--data", site.DataFolder)).Status);
        Assert.NotEmpty(FileSearch.Holding(site.DataFolder, Reader));
        await site.Http.PostAsync(page + "/erase", new JsonObject());
        Assert.Empty(FileSearch.Holding(site.DataFolder, "quxlor", Reader));
        Assert.Equal(404, (await site.Http.FetchAsync(page)).Status);
        Assert.Equal("erased", (await site.Http.FetchAsync($"/api/v1/receipts/{sent.Get("receipt")}")).Get("status"));
        Assert.DoesNotContain("zephyrine", site.Written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(page[3..], site.Written, StringComparison.Ordinal);
        Assert.Equal(0, (await DiwanProgram.RunAsync("verify", "--data", site.DataFolder)).Status);
    }

    [Fact]
    public async Task Who_wants_no_mail_is_gone_from_every_file_and_from_a_restored_backup()
    {
        await using (var site = await StartAsync())
        {
            await SubmitAsync(site, Words);
            var page = await LinkAsync(site);
            Assert.Equal(0, (await DiwanProgram.RunAsync("backup", _folder.At("copy"), "--data", site.DataFolder)).Status);
            Assert.Equal(303, (await site.Http.PostAsync(page + "/stop", new JsonObject())).Status);
            Assert.Empty(FileSearch.Holding(site.DataFolder, Reader));
            Assert.NotEmpty(FileSearch.Holding(site.DataFolder, "quxlor"));
        }

        Assert.NotEmpty(FileSearch.Holding(_folder.At("copy"), Reader));
        var restore = await DiwanProgram.RunAsync("restore", _folder.At("copy"), "--data", _folder.At("restored"), "--erasures", Path.Combine(_folder.At("site"), "erasures.txt"));
        Assert.True(restore.Status == 0, restore.Errors);
        Assert.Empty(FileSearch.Holding(_folder.At("restored"), Reader));
    }

    [Fact]
    public async Task Retention_says_what_it_would_drop_and_drops_nothing_that_is_new()
    {
        await using var site = await StartAsync("retention:\n  traceDays: 7\n  rejectedMonths: 24\n");
        await SubmitAsync(site, Words);
        foreach (var run in (string[][])[["--dry-run"], []])
        {
            var retain = await DiwanProgram.RunAsync(["retain", .. run, "--data", site.DataFolder]);
            Assert.True(retain.Status == 0, retain.Errors);
            Assert.StartsWith(run.Length == 0 ? "dropped" : "would be dropped", retain.Output, StringComparison.Ordinal);
            Assert.Matches("keys +0 +after 7 days", retain.Output);
            Assert.Matches("rejected comments +0 +after 24 months", retain.Output);
        }

        Assert.NotEmpty(FileSearch.Holding(site.DataFolder, Reader));
    }

    [Fact]
    public async Task Where_no_mail_is_sent_an_address_is_not_kept()
    {
        await using var site = await RunningSite.StartAsync(_folder.At("site"));
        await SubmitAsync(site, Words);
        Assert.NotEmpty(FileSearch.Holding(site.DataFolder, "quxlor"));
        Assert.Empty(FileSearch.Holding(site.DataFolder, Reader));
    }

    private async Task<RunningSite> StartAsync(string more = "")
    {
        Directory.CreateDirectory(_folder.At("site"));
        await File.WriteAllTextAsync(Path.Combine(_folder.At("site"), "site.yaml"), $"publicUrl: https://news.example\nmail: {{host: 127.0.0.1, port: {_sink.Port}, from: desk@news.example}}\n{more}");
        return await RunningSite.StartAsync(_folder.At("site"));
    }

    private static async Task<HttpAnswer> SubmitAsync(RunningSite site, string text)
    {
        var slug = (await site.Http.FetchAsync("/")).Text.Split("/articles/")[1].Split('"', '#', '?')[0];
        var taken = await site.Http.PostAsync($"/api/v1/articles/{slug}/comments", new JsonObject { ["author"] = "Zero", ["text"] = text, ["email"] = Reader });
        Assert.True(taken.Status == 202, taken.Text);
        return taken;
    }

    // The path of the person's page, out of the one mail that asks.
    private async Task<string> LinkAsync(RunningSite site)
    {
        await Wait.UntilAsync(() => Task.FromResult(_sink.Taken.Count > 0));
        var mail = Assert.Single(_sink.Taken);
        var path = new Uri(mail.Headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath;
        Assert.Equal(200, (await site.Http.FetchAsync(path[..^"/stop".Length])).Status);
        return path[..^"/stop".Length];
    }
}
