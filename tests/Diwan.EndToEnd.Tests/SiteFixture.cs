using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests;
using Diwan.EndToEnd.Tests.Running;

[assembly: AssemblyFixture(typeof(SiteFixture))]

namespace Diwan.EndToEnd.Tests;

/// <summary>One site for all tests; each test comments under an article of its own.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private int _articles;

    public RunningSite Site { get; private set; } = null!;

    public HttpClient Http => Site.Http;

    /// <summary>Bearer tokens by role.</summary>
    public string Moderator { get; private set; } = null!;

    public string Editor { get; private set; } = null!;

    public string Publisher { get; private set; } = null!;

    public string Scorer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await RunningSite.StartAsync(_folder.Path);
        Moderator = await TokenAsync("moderator", "rojin");
        Editor = await TokenAsync("editor", "dilan");
        Publisher = await TokenAsync("site", "cms");
        Scorer = await TokenAsync("scorer", "meter");
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Registers an article as a publisher's CMS does; its id.</summary>
    public async Task<string> NewArticleAsync(string language = "en")
    {
        var number = Interlocked.Increment(ref _articles);
        var answer = await Http.PostAsync("/api/v1/articles", new JsonObject
        {
            ["url"] = $"https://news.example/articles/{number}",
            ["title"] = $"The council repairs bridge number {number}",
            ["language"] = language,
            ["published"] = "2026-11-20T08:00:00Z",
            ["body"] = "The council has begun to repair the old bridge over the river. Work will last until spring.",
        }, Publisher);
        Assert.True(answer.Status is 200 or 201, $"{answer.Status} {answer.Text}");
        return answer.Get("id")!;
    }

    /// <summary>Submits a comment that must be taken in.</summary>
    public async Task<Submitted> SubmitAsync(string article, string text, string author = "Hêvî", string? parentId = null)
    {
        var body = new JsonObject { ["author"] = author, ["text"] = text };
        if (parentId is not null) body["parentId"] = parentId;
        var answer = await Http.PostAsync($"/api/v1/articles/{article}/comments", body);
        Assert.True(answer.Status == 202, $"{answer.Status} {answer.Text}");
        return new(answer.Get("id")!, answer.Get("receipt")!);
    }

    /// <summary>Decides as the moderator; the comment's new version.</summary>
    public async Task<int> DecideAsync(string comment, string outcome, int version, string? guideline = null)
    {
        var body = new JsonObject { ["outcome"] = outcome, ["version"] = version };
        if (guideline is not null) body["guideline"] = guideline;
        var answer = await Http.PostAsync($"/api/v1/desk/comments/{comment}/decisions", body, Moderator);
        Assert.True(answer.Status == 200, $"{answer.Status} {answer.Text}");
        return answer.Json.GetProperty("version").GetInt32();
    }

    /// <summary>Submits a comment and approves it; its id.</summary>
    public async Task<string> PublishAsync(string article, string text, string author = "Hêvî", string? parentId = null)
    {
        var comment = await SubmitAsync(article, text, author, parentId);
        await DecideAsync(comment.Id, "approve", 1);
        return comment.Id;
    }

    private async Task<string> TokenAsync(string role, string account)
    {
        var made = await DiwanProgram.RunAsync("token", "create", "--role", role, "--account", account, "--data", _folder.Path);
        Assert.True(made.Status == 0, made.Errors);
        return made.Output.Trim();
    }
}

/// <summary>A comment as its author knows it.</summary>
public sealed record Submitted(string Id, string Receipt);
