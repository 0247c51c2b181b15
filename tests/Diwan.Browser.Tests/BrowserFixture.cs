using System.Text.Json.Nodes;
using Diwan.Browser.Tests;
using Diwan.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(BrowserFixture))]
// A browser and a site share two cores: one test at a time is faster than all at once.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Diwan.Browser.Tests;

/// <summary>One site and one browser for all tests; each test works under an article of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Headlines = new()
    {
        ["en"] = "The old bridge is repaired, part", ["ckb"] = "پردی کۆنی شار نۆژەن دەکرێتەوە", ["kmr"] = "Pira kevn a bajêr tê nûjenkirin", ["ar"] = "ترميم جسر المدينة القديم",
        ["tr"] = "Kentin eski köprüsü onarılıyor", ["fa"] = "پل قدیمی شهر بازسازی می‌شود",
    };

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["en"] = "The council has begun to repair the old bridge over the river. Work will last until spring.",
        ["ckb"] = "شارەوانی دەستی کردووە بە نۆژەنکردنەوەی پردە کۆنەکەی سەر ڕووبارەکە. کارەکان تا بەهار بەردەوام دەبن.",
        ["kmr"] = "Şaredariyê dest bi nûjenkirina pira kevn a li ser çem kir. Xebat dê heta biharê bidome.",
        ["ar"] = "بدأت البلدية ترميم الجسر القديم فوق النهر، وتستمر الأعمال حتى الربيع.",
        ["tr"] = "Belediye, nehrin üzerindeki eski köprünün onarımına başladı. Çalışmalar ilkbahara kadar sürecek.",
        ["fa"] = "شهرداری بازسازی پل قدیمی روی رودخانه را آغاز کرده است. کارها تا بهار ادامه دارد.",
    };

    private readonly TemporaryFolder _folder = new();
    private Chromium? _chromium;
    private string _publisher = "";
    private string _editor = "";
    private int _articles;

    public RunningSite Site { get; private set; } = null!;

    /// <summary>Another site, whose pages embed threads and may send comments.</summary>
    public PublisherSite Publisher { get; private set; } = null!;

    /// <summary>Signs the publisher's readers in.</summary>
    public ReaderSigner Signer { get; } = new();

    public async ValueTask InitializeAsync()
    {
        // As long as any other wait here: the machine may be busy with more than these tests.
        Assertions.SetDefaultExpectTimeout(15_000);
        _chromium = await Chromium.StartAsync();
        if (_chromium is null) return;
        Publisher = await PublisherSite.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "publisher.pem"), Signer.PublicKey);
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Path, "site.yaml"),
            $"origins:\n  - {Publisher.Origin}\nstaff:\n  - Nermîn Cemal\n  - نەرمین جەمال\nsignIn:\n  keys: publisher.pem\n  issuer: {ReaderSigner.Issuer}\n");
        Site = await RunningSite.StartAsync(_folder.Path);
        Publisher.Comments = Site.Address;
        _publisher = await RunAsync("token", "create", "--role", "site", "--data", _folder.Path);
        _editor = await RunAsync("token", "create", "--role", "editor", "--account", "approver", "--data", _folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
            await Site.DisposeAsync();
            await Publisher.DisposeAsync();
        }

        Signer.Dispose();
        _folder.Dispose();
    }

    /// <summary>A browser nobody has used: no cookies, nothing remembered. Without Chromium the test is skipped, on CI it fails.</summary>
    public async Task<IBrowserContext> NewVisitorAsync(bool script = true, int width = 1_280, string locale = "en", Action<BrowserNewContextOptions>? options = null)
    {
        if (_chromium is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") is "true", "Chromium is missing: apt-get install chromium");
            Assert.Skip("Chromium is missing: apt-get install chromium");
        }

        var visiting = new BrowserNewContextOptions
        {
            BaseURL = Site.Address.ToString(),
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = 900 },
            Locale = locale,
            ReducedMotion = ReducedMotion.Reduce,
        };
        options?.Invoke(visiting);
        var visitor = await _chromium.Browser.NewContextAsync(visiting);
        visitor.SetDefaultTimeout(15_000);
        return visitor;
    }

    /// <summary>Registers an article; the path of its page.</summary>
    public async Task<string> NewArticleAsync(string language = "en")
    {
        var number = Interlocked.Increment(ref _articles);
        var answer = await Site.Http.PostAsync("/api/v1/articles", new JsonObject
        {
            ["url"] = $"https://news.example/browser/{number}",
            ["title"] = $"{Headlines[language]} {number}",
            ["language"] = language,
            // Older than the sample site, whose articles stay on the front page however many are made here.
            ["published"] = "2020-01-01T08:00:00Z",
            ["body"] = Bodies[language],
        }, _publisher);
        Assert.True(answer.Status is 200 or 201, $"{answer.Status} {answer.Text}");
        return $"/articles/{answer.Get("slug")}";
    }

    /// <summary>Submits a comment as a program does, and approves it; its id.</summary>
    public async Task<string> PublishAsync(string article, string text, string author = "Şîlan", string? parentId = null)
    {
        var taken = await Site.Http.PostAsync($"/api/v1{article}/comments", new JsonObject { ["author"] = author, ["text"] = text, ["parentId"] = parentId });
        var id = taken.Get("id") ?? throw new InvalidOperationException($"The comment was not taken in: {taken.Text}");
        await ApproveAsync(id);
        return id;
    }

    /// <summary>The same as somebody of the newsroom, signed in by the publisher.</summary>
    public async Task<string> PublishAsStaffAsync(string article, string text, string name, string? parentId = null)
    {
        var taken = await Site.Http.PostAsync($"/api/v1{article}/comments", new JsonObject { ["text"] = text, ["parentId"] = parentId }, Signer.Token(name, "staff"));
        var id = taken.Get("id") ?? throw new InvalidOperationException($"The comment was not taken in: {taken.Text}");
        await ApproveAsync(id);
        return id;
    }

    /// <summary>Approves a comment that waits.</summary>
    public async Task ApproveAsync(string commentId) => await DecideAsync(commentId, new() { ["outcome"] = "approve" });

    /// <summary>Rejects a comment, published or not.</summary>
    public async Task RejectAsync(string commentId) => await DecideAsync(commentId, new() { ["outcome"] = "reject", ["guideline"] = "abuse" });

    /// <summary>A moderator with an account of their own, signed in at the desk by a one-time link.</summary>
    public async Task<IPage> SignInAsync(string name, bool script = true, string language = "en", int width = 1_280)
    {
        var link = await RunAsync("desk", "invite", name, "--role", "editor", "--url", Site.Address.GetLeftPart(UriPartial.Authority), "--data", _folder.Path);
        var visitor = await NewVisitorAsync(script, width, language);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(link);
        await page.Locator("form.panel button.main").ClickAsync();
        await page.AtDeskAsync();
        return page;
    }

    private async Task DecideAsync(string commentId, JsonObject decision)
    {
        // A new comment has one decision, that it waits; an approved one two.
        foreach (var version in (int[])[1, 2])
        {
            decision["version"] = version;
            var answer = await Site.Http.PostAsync($"/api/v1/desk/comments/{commentId}/decisions", decision, _editor);
            if (answer.Status == 200) return;
            Assert.Equal(409, answer.Status);
        }

        Assert.Fail("The comment has been decided more often than this test knows.");
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var outcome = await DiwanProgram.RunAsync(arguments);
        Assert.True(outcome.Status == 0, outcome.Errors);
        return outcome.Output.Trim();
    }
}
