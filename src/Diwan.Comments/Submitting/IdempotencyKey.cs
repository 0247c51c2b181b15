using System.Security.Cryptography;
using System.Text;

namespace Diwan.Comments.Submitting;

/// <summary>A client's random key for one submission, and a hash of all it was sent with.</summary>
/// <param name="Key">As sent, 1 to 200 UTF-16 units; unique within one article.</param>
/// <param name="BodyHash">SHA-256 over article, parent, author, text and e-mail, lower-case hexadecimal.</param>
public sealed record IdempotencyKey(string Key, string BodyHash)
{
    /// <summary>The key of a submission to an article; null when the client sent none.</summary>
    public static IdempotencyKey? Of(SubmitRequest request, string articleId)
    {
        if (string.IsNullOrEmpty(request.IdempotencyKey)) return null;

        // Each part is preceded by its length, so that no two different submissions run together into the same bytes.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (string[])[articleId, request.ParentId ?? "", request.Author!, request.Text!, request.Email ?? ""])
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return new(request.IdempotencyKey, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
