using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Diwan.Comments.Ledger;

/// <summary>A public key that signatures of the ledger are checked with, in the form of C2SP signed-note: <c>name+id+base64</c>.</summary>
public sealed class VerifierKey
{
    private const byte Ed25519 = 1;

    private readonly PublicKey _key;

    private VerifierKey(string name, PublicKey key)
    {
        (Name, _key) = (name, key);
        byte[] typed = [Ed25519, .. key.Export(KeyBlobFormat.RawPublicKey)];
        Id = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. typed]));
        Line = string.Create(CultureInfo.InvariantCulture, $"{name}+{Id:x8}+{Convert.ToBase64String(typed)}");
    }

    /// <summary>Name of the ledger it signs.</summary>
    public string Name { get; }

    /// <summary>First four bytes of the SHA-256 of name and key: how a signature names its key.</summary>
    public uint Id { get; }

    /// <summary>The key as one line.</summary>
    public string Line { get; }

    /// <summary>The key of a signer.</summary>
    internal static VerifierKey Of(string name, PublicKey key) => new(name, key);

    /// <summary>Reads a line; null when it is no Ed25519 verifier key or its id is not its own.</summary>
    public static VerifierKey? Read(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = line.Trim().Split('+', 3);
        var typed = new byte[33];
        if (parts.Length != 3 || !Convert.TryFromBase64String(parts[2], typed, out var length) || length != 33 || typed[0] != Ed25519) return null;
        if (!PublicKey.TryImport(SignatureAlgorithm.Ed25519, typed.AsSpan(1), KeyBlobFormat.RawPublicKey, out var key)) return null;
        var read = new VerifierKey(parts[0], key!);
        return read.Line == line.Trim() ? read : null;
    }

    /// <summary>Whether a signature over a text is this key's.</summary>
    public bool Verifies(string text, ReadOnlySpan<byte> signature) =>
        signature.Length == 64 && SignatureAlgorithm.Ed25519.Verify(_key, Encoding.UTF8.GetBytes(text), signature);
}
