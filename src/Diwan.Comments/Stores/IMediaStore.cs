namespace Diwan.Comments.Stores;

/// <summary>Keeps pictures of articles, named by the SHA-256 of their bytes, so that an address never changes its content.</summary>
public interface IMediaStore
{
    /// <summary>Stores the bytes and gives the name (<c>sha256hex.jpg</c>) to refer to them by.</summary>
    /// <param name="content">The picture.</param>
    /// <param name="extension">One of <c>jpg png webp avif gif svg</c>, without dot.</param>
    /// <param name="ct">Cancels.</param>
    Task<string> SaveAsync(ReadOnlyMemory<byte> content, string extension, CancellationToken ct = default);

    /// <summary>Opens a stored picture; null when the name is unknown or ill-formed.</summary>
    Stream? Open(string name);
}
