using Diwan.Comments.Judging;
using Diwan.Server.Scoring.Feedback;
using Diwan.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Server.Tests.Scoring;

public sealed class RetentionTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("diwan-retention-").FullName;
    private SqliteStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await SqliteStore.OpenAsync(new() { Folder = _folder }, TimeProvider.System, NullLoggerFactory.Instance);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Suggestions_whose_time_is_over_go_at_start_and_then_hour_by_hour()
    {
        var clock = new FakeTimeProvider(Noon);
        await _store.Suggestions.AddAsync(Until(Noon));
        await _store.Suggestions.AddAsync(Until(Noon.AddMinutes(30)));
        await _store.Suggestions.AddAsync(Until(Noon.AddDays(1)));
        using var retention = new SuggestionRetention(_store, clock, NullLogger<SuggestionRetention>.Instance);

        await retention.StartAsync(TestContext.Current.CancellationToken);
        await UntilLeftAsync(2);
        clock.Advance(TimeSpan.FromHours(1));
        await UntilLeftAsync(1);
        await retention.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Noon.AddDays(1), Assert.Single(await _store.Suggestions.ListAsync(10)).ExpiresAt);
    }

    private async Task UntilLeftAsync(int count)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while ((await _store.Suggestions.ListAsync(10)).Count > count) end.Token.ThrowIfCancellationRequested();
    }

    private static Suggestion Until(DateTimeOffset end) =>
        new("This is a good article.", new Dictionary<string, double> { ["TOXICITY"] = 0 }, "en", null, null, Noon.AddDays(-1), end);
}
