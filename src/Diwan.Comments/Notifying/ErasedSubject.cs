namespace Diwan.Comments.Notifying;

/// <summary>How the list of erasures names what is no comment: an address by the digest of its token, which leads nowhere without the site's key.</summary>
internal static class ErasedSubject
{
    private const string Prefix = "address:";

    /// <summary>The name of an address on the list.</summary>
    public static string OfAddress(string digest) => Prefix + digest;

    /// <summary>The digest in a name; null when it names a comment.</summary>
    public static string? DigestIn(string subject) => subject.StartsWith(Prefix, StringComparison.Ordinal) ? subject[Prefix.Length..] : null;
}
