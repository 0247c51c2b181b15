using Diwan.Comments.Ledger;

namespace Diwan.Comments.Tests.Ledger;

/// <summary>Checkpoints as witnesses and other tools read them.</summary>
public sealed class SignedCheckpointTests
{
    private static readonly byte[] Root = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    // The example in the documentation of Go's golang.org/x/mod/sumdb/note, which C2SP signed-note describes.
    [Fact]
    public void A_signature_made_by_the_Go_implementation_is_verified()
    {
        var key = VerifierKey.Read("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")!;
        var signature = Convert.FromBase64String("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        Assert.Equal(0xc74f20a3u, key.Id);
        Assert.Equal([0xc7, 0x4f, 0x20, 0xa3], signature[..4]);
        Assert.True(key.Verifies("If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n", signature.AsSpan(4)));
    }

    [Fact]
    public void A_checkpoint_is_three_lines_an_empty_one_and_its_signatures()
    {
        using var signer = new LedgerSigner("example.org/ledger", new byte[32]);
        var signed = SignedCheckpoint.Sign(new("example.org/ledger", 17, Root), signer);
        var lines = signed.Note.Split('\n');
        Assert.Equal(["example.org/ledger", "17", Convert.ToBase64String(Root), ""], lines[..4]);
        Assert.StartsWith("\u2014 example.org/ledger ", lines[4], StringComparison.Ordinal);
        Assert.Equal(["", 6], [lines[5], (object)lines.Length]);

        var read = SignedCheckpoint.Read(signed.Note)!;
        Assert.Equal(17, read.Checkpoint.Size);
        Assert.Equal(Root, read.Checkpoint.Root);
        Assert.True(read.IsSignedBy([VerifierKey.Read(signer.Verifier.Line)!]));
    }

    [Fact]
    public void Another_key_another_name_or_another_letter_is_not_signed()
    {
        using var signer = new LedgerSigner("a", new byte[32]);
        using var other = new LedgerSigner("a", [.. Enumerable.Repeat((byte)1, 32)]);
        using var namesake = new LedgerSigner("b", new byte[32]);
        var signed = SignedCheckpoint.Sign(new("a", 17, Root), signer);
        Assert.False(signed.IsSignedBy([other.Verifier]));
        Assert.False(signed.IsSignedBy([namesake.Verifier]));
        Assert.False(signed.IsSignedBy([]));
        Assert.False(SignedCheckpoint.Read(signed.Note.Replace("17", "18", StringComparison.Ordinal))!.IsSignedBy([signer.Verifier]));
        Assert.True(SignedCheckpoint.Sign(new("a", 17, Root), signer, other).IsSignedBy([other.Verifier]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\n1\n\n")]
    [InlineData("a\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n")]
    [InlineData("a\nx\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n")]
    [InlineData("a\n1\nnot base64\n\n")]
    public void What_is_no_checkpoint_is_none(string note) => Assert.Null(SignedCheckpoint.Read(note));

    [Theory]
    [InlineData("")]
    [InlineData("a+b+c")]
    [InlineData("a+00000000+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+AxpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    public void What_is_no_key_is_none(string line) => Assert.Null(VerifierKey.Read(line));
}
