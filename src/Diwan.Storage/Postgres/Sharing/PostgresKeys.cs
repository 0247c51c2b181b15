using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;

namespace Diwan.Storage.Postgres.Sharing;

/// <summary>The site's secret keys in the database, sealed: the same for every node.</summary>
internal sealed class PostgresKeys(NpgsqlDataSource source, byte[] clusterKey) : SiteKeys
{
    private readonly SealedRows _seal = new(clusterKey, "site_keys");
    private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override byte[] Get(string name)
    {
        CheckName(name);
        return _known.GetOrAdd(name, key => Read(key) ?? Make(key));
    }

    /// <inheritdoc/>
    public override bool Has(string name) => _known.ContainsKey(name) || Read(name) is not null;

    /// <inheritdoc/>
    public override void DestroyAll(string prefix, params ReadOnlySpan<string> keep)
    {
        using var command = source.CreateCommand("DELETE FROM site_keys WHERE starts_with(name, $1) AND name <> ALL ($2)");
        command.Parameters.Add(new() { Value = prefix });
        command.Parameters.Add(new() { Value = keep.ToArray() });
        command.ExecuteNonQuery();
        foreach (var name in _known.Keys)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && !keep.Contains(name)) _known.TryRemove(name, out _);
        }
    }

    /// <summary>Puts in a key that was made elsewhere. False when there is one with its name.</summary>
    internal bool Add(string name, byte[] key)
    {
        using var command = source.CreateCommand("INSERT INTO site_keys (name, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = _seal.Seal(name, key) });
        return command.ExecuteNonQuery() > 0;
    }

    /// <summary>Names of all keys there are.</summary>
    internal IReadOnlyList<string> Names()
    {
        using var command = source.CreateCommand("SELECT name FROM site_keys ORDER BY name");
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private byte[]? Read(string name)
    {
        using var command = source.CreateCommand("SELECT sealed FROM site_keys WHERE name = $1");
        command.Parameters.Add(new() { Value = name });
        return command.ExecuteScalar() is byte[] stored ? _seal.Open(name, stored) : null;
    }

    // Another node may be first: what lies there is the key.
    private byte[] Make(string name)
    {
        Add(name, RandomNumberGenerator.GetBytes(Length));
        return Read(name) ?? throw new InvalidDataException($"The key '{name}' was destroyed as it was made.");
    }
}
