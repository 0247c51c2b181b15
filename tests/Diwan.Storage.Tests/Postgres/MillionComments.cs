using Npgsql;

namespace Diwan.Storage.Tests.Postgres;

/// <summary>A database with a million comments under ten thousand articles, and the statistics that a planner looks at.</summary>
public sealed class MillionComments : IAsyncLifetime
{
    // Made in bulk: what the triggers and references look after is not what is asked about here.
    private const string Rows = """
        SET session_replication_role = replica;
        INSERT INTO articles (id, slug, language, headline, headline_key, published_at, has_time_of_day, body, is_partial, is_own, url, is_thread_closed, imported_at)
          SELECT 'a' || n, 's' || n, 'en', 'h' || n, 'H' || n, n, 1, '[]', 0, 1, 'https://news.example/' || n, 0, n FROM generate_series(1, 10000) n;
        INSERT INTO thread_totals SELECT 'a' || n, 90 FROM generate_series(1, 10000) n;
        INSERT INTO comment_threads SELECT 'c' || n, 'a' || (1 + n % 10000) FROM generate_series(1, 1000000) n;
        INSERT INTO comments (article_id, id, parent_id, root_id, depth, path, author, text, hash, at, language, status, version, replies, risk, ledger_index)
          SELECT 'a' || (1 + n % 10000), 'c' || n, CASE WHEN n > 500000 THEN 'c' || (n - 500000) END, 'c' || (CASE WHEN n > 500000 THEN n - 500000 ELSE n END),
            CASE WHEN n > 500000 THEN 1 ELSE 0 END, CASE WHEN n > 500000 THEN to_char(n, 'FM0000000') ELSE '' END, 'Azad', 'A comment.', 'hash', n, 'en',
            CASE n % 20 WHEN 0 THEN 1 WHEN 1 THEN 3 ELSE 2 END, 2, 0, n % 3, n FROM generate_series(1, 1000000) n;
        INSERT INTO judgements SELECT article_id, id, '{}' FROM comment_threads LIMIT 200000;
        INSERT INTO decisions (article_id, id, comment_id, version, outcome, reasons, decided_by, policy_version, model_version, at, ledger_index)
          SELECT article_id, 'd' || id, id, 1, 1, '[]', 1, 'p', 'm', 1, 1 FROM comment_threads LIMIT 200000;
        INSERT INTO receipts SELECT 'r' || id, article_id, id FROM comment_threads LIMIT 200000;
        INSERT INTO comment_private SELECT article_id, id, id || '@reader.example', 'k' || id FROM comment_threads LIMIT 200000;
        INSERT INTO fingerprints SELECT article_id, id, 'k' || id, 1, 1 FROM comment_threads LIMIT 200000;
        INSERT INTO idempotency_keys SELECT article_id, 'key' || id, id, 'b' FROM comment_threads LIMIT 200000;
        INSERT INTO ledger SELECT n, 2, 'c' || n, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex') FROM generate_series(0, 200000) n;
        INSERT INTO mail_addresses SELECT 'g' || n, 'c' || n || '@reader.example', 2, 1 FROM generate_series(1, 50000) n;
        INSERT INTO changes SELECT n, 1, 'a' || n FROM generate_series(1, 10000) n;
        ANALYZE;
        """;

    private string _address = "";

    public string ConnectionString => PostgresCluster.ConnectionString(_address);

    public async ValueTask InitializeAsync()
    {
        var cluster = await PostgresCluster.GetAsync();
        _address = await cluster.NewDatabaseAsync();
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Rows, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_address.Length > 0) await (await PostgresCluster.GetAsync()).DropDatabaseAsync(_address);
    }
}
