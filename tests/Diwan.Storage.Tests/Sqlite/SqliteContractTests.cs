using Diwan.Comments.Ledger;
using Diwan.Storage.Tests.Contracts;

namespace Diwan.Storage.Tests.Sqlite;

/// <inheritdoc/>
public sealed class SqliteArticleTests() : ArticleContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteCommentTests() : CommentContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteThreadTests() : ThreadContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteDeskTests() : DeskContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteAccountTests() : AccountContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqlitePolicyTests() : PolicyContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteSuggestionTests() : SuggestionContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteMailTests() : MailContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteRetentionTests() : RetentionContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteMediaTests() : MediaContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteChangeFeedTests() : ChangeFeedContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteAppealTests() : AppealContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteLedgerTests() : LedgerContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteSchemaTests() : SchemaContract(new SqliteUnderTest());

/// <inheritdoc/>
public sealed class SqliteTamperingTests() : TamperingContract(new SqliteUnderTest())
{
    [Theory]
    [InlineData("UPDATE comments SET article_id = 'other' WHERE id = 'first'", LedgerFindingKind.Altered, "comment first")]
    [InlineData("INSERT INTO decisions SELECT 'smuggled', comment_id, 9, outcome, guideline, reasons, decided_by, account_id, note, policy_version, model_version, at, NULL FROM decisions WHERE id = 'first-2'", LedgerFindingKind.Inserted, "decision smuggled")]
    [InlineData("UPDATE ledger_tiles SET hashes = zeroblob(8192)", LedgerFindingKind.EntryAltered, "entry")]
    public Task What_was_done_to_a_row_of_this_schema_is_named(string sql, LedgerFindingKind kind, string subject) => AssertNamedAsync(sql, kind, subject);

    protected override string Bytes(byte[] bytes) => $"x'{Convert.ToHexString(bytes)}'";
}
