using Diwan.Storage.Tests.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Storage.Tests.Sqlite;

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
