using System.Text;
using Npgsql;

namespace Diwan.Storage.Postgres.Sharing;

/// <summary>What cookies and forms are protected with, in the database, sealed.</summary>
internal sealed class PostgresProtectionKeys(NpgsqlDataSource source, byte[] clusterKey) : IProtectionKeyStore
{
    private readonly SealedRows _seal = new(clusterKey, "protection_keys");

    /// <inheritdoc/>
    public IReadOnlyList<string> All()
    {
        using var command = source.CreateCommand("SELECT name, sealed FROM protection_keys ORDER BY name");
        using var reader = command.ExecuteReader();
        var documents = new List<string>();
        while (reader.Read()) documents.Add(Encoding.UTF8.GetString(_seal.Open(reader.GetString(0), reader.GetFieldValue<byte[]>(1))));
        return documents;
    }

    /// <inheritdoc/>
    public void Add(string name, string document)
    {
        using var command = source.CreateCommand("INSERT INTO protection_keys (name, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = _seal.Seal(name, Encoding.UTF8.GetBytes(document)) });
        command.ExecuteNonQuery();
    }
}
