using Diwan.Comments.Ledger;
using Diwan.Storage.Tests.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Storage.Tests.Postgres;

/// <inheritdoc/>
public sealed class PostgresArticleTests : ArticleContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresCommentTests : CommentContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresThreadTests : ThreadContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresDeskTests : DeskContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresAccountTests : AccountContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresPolicyTests : PolicyContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresSuggestionTests : SuggestionContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresMailTests : MailContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresRetentionTests : RetentionContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresMediaTests : MediaContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresChangeFeedTests : ChangeFeedContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresAppealTests : AppealContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);
}

/// <inheritdoc/>
public sealed class PostgresLedgerTests : LedgerContract
{
    protected override async Task<IStoreUnderTest> OpenAsync(FakeTimeProvider clock) => await PostgresUnderTest.OpenAsync(clock);

    protected override Task<SignedCheckpoint> SignAsync(Checkpoint checkpoint)
    {
        var seed = ((PostgresUnderTest)Store).Store.Keys.Get("ledger-signing-1");
        using var signer = new LedgerSigner(checkpoint.Origin, seed);
        return Task.FromResult(SignedCheckpoint.Sign(checkpoint, signer));
    }
}
