using System.Security.Cryptography;
using System.Text;

namespace Diwan.Storage.Postgres.Sharing;

/// <summary>Secrets that every node must have, as they lie in the database: sealed with the cluster's key (AES-256-GCM), each bound to its table and name.</summary>
/// <remarks>The cluster's key lies with the nodes and never in the database, so that a stolen copy of the database alone opens nothing.</remarks>
internal sealed class SealedRows(byte[] clusterKey, string table)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Seals a secret.</summary>
    public byte[] Seal(string name, ReadOnlySpan<byte> secret)
    {
        var stored = new byte[NonceLength + TagLength + secret.Length];
        var nonce = stored.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(clusterKey, TagLength);
        cipher.Encrypt(nonce, secret, stored.AsSpan(NonceLength + TagLength), stored.AsSpan(NonceLength, TagLength), Bound(name));
        return stored;
    }

    /// <summary>Opens a sealed secret.</summary>
    /// <exception cref="ClusterKeyException">It was sealed with another key, or altered.</exception>
    public byte[] Open(string name, ReadOnlySpan<byte> stored)
    {
        if (stored.Length < NonceLength + TagLength) throw new ClusterKeyException();
        var secret = new byte[stored.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(clusterKey, TagLength);
        try
        {
            cipher.Decrypt(stored[..NonceLength], stored[(NonceLength + TagLength)..], stored.Slice(NonceLength, TagLength), secret, Bound(name));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new ClusterKeyException();
        }

        return secret;
    }

    private byte[] Bound(string name) => Encoding.UTF8.GetBytes($"{table}/{name}");
}
