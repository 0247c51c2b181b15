using System.Buffers.Binary;
using System.Text;
using NSec.Cryptography;

namespace Diwan.Comments.Ledger;

/// <summary>Signs checkpoints: the private half of a <see cref="VerifierKey"/>.</summary>
public sealed class LedgerSigner : IDisposable
{
    private readonly Key _key;

    /// <summary>The signer of a ledger.</summary>
    /// <param name="name">Name of the ledger.</param>
    /// <param name="seed">32 secret bytes.</param>
    public LedgerSigner(string name, ReadOnlySpan<byte> seed)
    {
        _key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        Verifier = VerifierKey.Of(name, _key.PublicKey);
    }

    /// <summary>What its signatures are checked with.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>One signature line for a text, with its line feed (C2SP signed-note).</summary>
    public string Sign(string text)
    {
        var line = new byte[4 + 64];
        BinaryPrimitives.WriteUInt32BigEndian(line, Verifier.Id);
        SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(text), line.AsSpan(4));
        return $"\u2014 {Verifier.Name} {Convert.ToBase64String(line)}\n";
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
