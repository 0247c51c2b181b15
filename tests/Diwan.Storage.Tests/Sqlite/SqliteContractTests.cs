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
