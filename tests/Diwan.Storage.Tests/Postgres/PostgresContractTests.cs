using Diwan.Comments.Ledger;
using Diwan.Storage.Tests.Contracts;

namespace Diwan.Storage.Tests.Postgres;

/// <inheritdoc/>
public sealed class PostgresArticleTests() : ArticleContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresCommentTests() : CommentContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresThreadTests() : ThreadContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresDeskTests() : DeskContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresAccountTests() : AccountContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresPolicyTests() : PolicyContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresSuggestionTests() : SuggestionContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresMailTests() : MailContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresRetentionTests() : RetentionContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresMediaTests() : MediaContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresChangeFeedTests() : ChangeFeedContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresAppealTests() : AppealContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresLedgerTests() : LedgerContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresSchemaTests() : SchemaContract(new PostgresUnderTest());

/// <inheritdoc/>
public sealed class PostgresTamperingTests() : TamperingContract(new PostgresUnderTest())
{
    // The way to a comment leads through its thread: in another one it is not found.
    [Theory]
    [InlineData("UPDATE comments SET article_id = 'other' WHERE id = 'first'", LedgerFindingKind.Missing, "comment first")]
    [InlineData("INSERT INTO decisions (article_id, id, comment_id, version, outcome, reasons, decided_by, policy_version, model_version, at) SELECT article_id, 'smuggled', comment_id, 9, outcome, reasons, decided_by, policy_version, model_version, at FROM decisions WHERE id = 'first-2'", LedgerFindingKind.Inserted, "decision smuggled")]
    [InlineData("UPDATE ledger_tiles SET hashes = decode(repeat('00', 8192), 'hex')", LedgerFindingKind.EntryAltered, "entry")]
    public Task What_was_done_to_a_row_of_this_schema_is_named(string sql, LedgerFindingKind kind, string subject) => AssertNamedAsync(sql, kind, subject);

    protected override string Bytes(byte[] bytes) => $"'\\x{Convert.ToHexString(bytes)}'";
}
