using System.Security.Cryptography;
using Diwan.Comments.Stores;

namespace Diwan.Interchange.Tests.Pages;

/// <summary>A media store that remembers what it was given.</summary>
internal sealed class MediaInMemory : IMediaStore
{
    public Dictionary<string, byte[]> Saved { get; } = [];

    public Task<string> SaveAsync(ReadOnlyMemory<byte> content, string extension, CancellationToken ct = default)
    {
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(content.Span))}.{extension}";
        Saved[name] = content.ToArray();
        return Task.FromResult(name);
    }

    public Stream? Open(string name) => Saved.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null;
}
