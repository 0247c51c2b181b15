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
        var kept = keep.ToArray();
        Ask("DELETE FROM site_keys WHERE starts_with(name, $1) AND name <> ALL ($2)", command => command.ExecuteNonQuery(), prefix, kept);
        foreach (var name in _known.Keys)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && !keep.Contains(name)) _known.TryRemove(name, out _);
        }
    }

    /// <summary>Puts in a key that was made elsewhere. False when there is one with its name.</summary>
    internal bool Add(string name, byte[] key) =>
        Ask("INSERT INTO site_keys (name, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING", command => command.ExecuteNonQuery(), name, _seal.Seal(name, key)) > 0;

    /// <summary>Names of all keys there are.</summary>
    internal string[] Names() => Ask("SELECT array_agg(name ORDER BY name) FROM site_keys", command => command.ExecuteScalar() as string[] ?? []);

    private byte[]? Read(string name) =>
        Ask("SELECT sealed FROM site_keys WHERE name = $1", command => command.ExecuteScalar() as byte[], name) is { } stored ? _seal.Open(name, stored) : null;

    // Another node may be first: what lies there is the key.
    private byte[] Make(string name)
    {
        Add(name, RandomNumberGenerator.GetBytes(Length));
        return Read(name) ?? throw new InvalidDataException($"The key '{name}' was destroyed as it was made.");
    }

    private T Ask<T>(string sql, Func<NpgsqlCommand, T> run, params ReadOnlySpan<object> values)
    {
        try
        {
            using var command = source.CreateCommand(sql);
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            return run(command);
        }
        catch (Exception exception) when (PostgresFaults.IsAway(exception))
        {
            throw new StoreBusyException("The database does not answer.", exception);
        }
    }
}
