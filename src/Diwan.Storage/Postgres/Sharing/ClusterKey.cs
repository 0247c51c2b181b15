using Npgsql;

namespace Diwan.Storage.Postgres.Sharing;

/// <summary>The key that the cluster's secrets are sealed with: given, or in the node's folder, or made by the first node of all.</summary>
internal static class ClusterKey
{
    private const string Name = "cluster";
    private const string Checked = "cluster-check";

    /// <summary>Finds it, and makes sure that it is the cluster's.</summary>
    /// <exception cref="ClusterKeyException">It is not there, or it is another cluster's.</exception>
    public static async Task<byte[]> FindAsync(PostgresStoreOptions options, NpgsqlDataSource source, CancellationToken ct)
    {
        var inFolder = new FolderKeys(options.Folder);
        if (options.ClusterKey is null && !inFolder.Has(Name))
        {
            await using var any = source.CreateCommand("SELECT 1 FROM site_keys LIMIT 1");
            if (await any.ExecuteScalarAsync(ct) is not null) throw new ClusterKeyException();
        }

        var key = options.ClusterKey ?? inFolder.Get(Name);
        // Sealed by whoever was first; opened here, or refused.
        new PostgresKeys(source, key).Get(Checked);
        return key;
    }
}
