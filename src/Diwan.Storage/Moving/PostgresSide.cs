using Diwan.Storage.Postgres;
using Diwan.Storage.Postgres.Writing;
using Npgsql;
using NpgsqlTypes;

namespace Diwan.Storage.Moving;

/// <summary>Rows of a PostgreSQL database, read and written inside one transaction that keeps the writers of all nodes waiting.</summary>
internal sealed class PostgresSide : IAsyncDisposable
{
    /// <summary>Code of the refusal that a closed database answers writers with.</summary>
    public const string HasMovedCode = "DW001";

    private const string Closed = $"""
        CREATE FUNCTION diwan_has_moved() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the site has moved' USING ERRCODE = '{HasMovedCode}'; END $$;
        CREATE TRIGGER site_has_moved BEFORE INSERT ON ledger FOR EACH STATEMENT EXECUTE FUNCTION diwan_has_moved();
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresSide(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    /// <summary>Waits for the writers' turn.</summary>
    public static async Task<PostgresSide> OpenAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        var side = new PostgresSide(connection, await connection.BeginTransactionAsync(ct));
        await side.RunAsync($"SELECT pg_advisory_xact_lock({WriterSession.Turn})", ct);
        return side;
    }

    /// <summary>True when a question has a row for its answer.</summary>
    public async Task<bool> HasAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>True when the site was moved from here before.</summary>
    public Task<bool> HasMovedAsync(CancellationToken ct) => HasAsync("SELECT 1 FROM pg_trigger WHERE tgname = 'site_has_moved'", ct);

    /// <summary>All rows of a table.</summary>
    public IEnumerable<object?[]> Rows(SiteTable table)
    {
        using var command = new NpgsqlCommand($"SELECT {string.Join(", ", table.Columns)} FROM {table.Name}", _connection) { CommandTimeout = 0 };
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object?[table.Columns.Length];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = reader.IsDBNull(column) ? null : reader.GetFieldType(column) switch
                {
                    var type when type == typeof(string) => PostgresText.Read(reader.GetString(column)),
                    var type when type == typeof(byte[]) => reader.GetFieldValue<byte[]>(column),
                    _ => reader.GetInt64(column),
                };
            }

            yield return row;
        }
    }

    /// <summary>Puts rows in, and takes what both databases have of each into the digest.</summary>
    public async Task WriteAsync(SiteTable table, IEnumerable<object?[]> rows, RowDigest digest, CancellationToken ct)
    {
        string[] columns = table.LedToThread ? [.. table.Columns, "article_id"] : table.Columns;
        await CopyAsync(table.Name, columns, rows.Select(row =>
        {
            digest.Add(row.AsSpan(0, table.Columns.Length));
            return row;
        }), ct);
        if (table.IsNumbered) await RunAsync($"SELECT setval(pg_get_serial_sequence('{table.Name}', 'seq'), (SELECT coalesce(max(seq), 0) + 1 FROM {table.Name}), false)", ct);
    }

    /// <summary>Puts rows into some columns of a table.</summary>
    public async Task CopyAsync(string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var types = await TypesAsync(table, ct);
        await using var import = await _connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", ct);
        import.Timeout = TimeSpan.Zero;
        foreach (var row in rows)
        {
            await import.StartRowAsync(ct);
            for (var column = 0; column < columns.Length; column++) await WriteAsync(import, row[column], types[columns[column]], ct);
        }

        await import.CompleteAsync(ct);
    }

    /// <summary>Takes no more entries of the ledger, for good: what would be written here now would be lost. Readers are still served.</summary>
    public Task CloseAsync(CancellationToken ct) => RunAsync(Closed, ct);

    /// <summary>Runs a statement.</summary>
    public async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Keeps what was done.</summary>
    public Task CommitAsync(CancellationToken ct) => _transaction.CommitAsync(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<Dictionary<string, string>> TypesAsync(string table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT attname, format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0", _connection);
        command.Parameters.Add(new() { Value = table });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var types = new Dictionary<string, string>();
        while (await reader.ReadAsync(ct)) types[reader.GetString(0)] = reader.GetString(1);
        return types;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter import, object? value, string type, CancellationToken ct) => value switch
    {
        null => import.WriteNullAsync(ct),
        string text => import.WriteAsync(PostgresText.Write(text), NpgsqlDbType.Text, ct),
        byte[] bytes => import.WriteAsync(bytes, NpgsqlDbType.Bytea, ct),
        long number => type switch
        {
            "smallint" => import.WriteAsync(checked((short)number), NpgsqlDbType.Smallint, ct),
            "integer" => import.WriteAsync(checked((int)number), NpgsqlDbType.Integer, ct),
            _ => import.WriteAsync(number, NpgsqlDbType.Bigint, ct),
        },
        _ => throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(value)),
    };
}
