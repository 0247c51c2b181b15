using Diwan.Comments.Articles;
using Diwan.Comments.Judging;
using Diwan.Comments.Receipts;
using Diwan.Comments.Submitting;
using Diwan.Moderation;
using Diwan.Storage.Content;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Bench.Ledger;

/// <summary>A store in a folder of its own with the real pipeline before it.</summary>
internal sealed class FilledStore : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("diwan-bench-").FullName;

    private FilledStore()
    {
    }

    public SqliteStore Store { get; private set; } = null!;

    public SubmitComment Submit { get; private set; } = null!;

    public static async Task<FilledStore> CreateAsync(string contentFolder)
    {
        var filled = new FilledStore();
        filled.Store = await SqliteStore.OpenAsync(new() { Folder = filled._folder }, TimeProvider.System, NullLoggerFactory.Instance);
        var content = EngineContent.Read(contentFolder);
        await filled.Store.Policies.PublishAsync(content.DefaultPolicy.Version, content.DefaultPolicyYaml, TimeProvider.System.GetUtcNow());
        var options = new SubmitOptions();
        filled.Submit = new(
            new(filled.Store.Articles, TimeProvider.System), new(filled.Store.Comments, options, TimeProvider.System), filled.Store.Comments,
            new OnePipeline(content.Compose(content.DefaultPolicy)), new ReceiptIssuer(filled.Store.Keys.Get("receipts")),
            new(filled.Store.Keys.Get("mail")), new("", [], filled.Store.Accounts, TimeProvider.System), options, TimeProvider.System, NullLogger<SubmitComment>.Instance);
        for (var number = 0; number < 100; number++)
        {
            await filled.Store.Articles.SaveAsync(new Article
            {
                Id = $"article-{number}", Slug = $"article-{number}", Language = "en", Headline = $"Article {number}",
                ImportedAt = TimeProvider.System.GetUtcNow(), Body = [new ArticleBlock.Paragraph([new("The council repairs the bridge.")])],
            });
        }

        return filled;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class OnePipeline(ModerationPipeline pipeline) : IPipelineSource
    {
        public ModerationPipeline Current => pipeline;
    }
}
