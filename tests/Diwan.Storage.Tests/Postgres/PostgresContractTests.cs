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
