using Diwan.Comments.Ledger;
using Diwan.Storage.Tests.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Storage.Tests.Sqlite;

/// <inheritdoc/>
public sealed class SqliteArticleTests : ArticleContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqliteCommentTests : CommentContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqliteThreadTests : ThreadContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqliteDeskTests : DeskContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqliteAccountTests : AccountContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqlitePolicyTests : PolicyContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqliteSuggestionTests : SuggestionContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqliteMailTests : MailContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqliteRetentionTests : RetentionContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqliteMediaTests : MediaContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqliteChangeFeedTests : ChangeFeedContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqliteAppealTests : AppealContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class SqliteLedgerTests : LedgerContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await SqliteUnderTest.OpenAsync(clock);

    protected override Task<SignedCheckpoint> SignAsync(Checkpoint checkpoint)
    {
        var seed = ((SqliteUnderTest)Store).Store.Keys.Get("ledger-signing-1");
        using var signer = new LedgerSigner(checkpoint.Origin, seed);
        return Task.FromResult(SignedCheckpoint.Sign(checkpoint, signer));
    }
}
