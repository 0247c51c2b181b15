namespace Diwan.Comments.Notifying;

/// <summary>What is known of an address that was typed into a form. The numbers are stored.</summary>
public enum AddressState
{
    /// <summary>Asked by mail whether it is right; nothing else is sent to it.</summary>
    Asked = 1,

    /// <summary>Whoever reads its mail said that it is right: they are told decisions, and all that is stored of them is theirs to see and to erase.</summary>
    Confirmed = 2,

    /// <summary>Whoever reads its mail wants none: the address itself is destroyed, a digest stays so that it is not asked again.</summary>
    Refused = 3,
}

/// <summary>A comment that was sent with an address.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReaderKey">Keyed hash by which comments of one reader are known for a while; null once it was dropped.</param>
public sealed record SentComment(string Id, string? ReaderKey);

/// <summary>One address.</summary>
/// <param name="Digest">SHA-256 of its token, 64 lower-case hexadecimal digits.</param>
/// <param name="Email">The address, its ASCII letters small; null when it was refused.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Since">Since when.</param>
public sealed record KnownAddress(string Digest, string? Email, AddressState State, DateTimeOffset Since);
