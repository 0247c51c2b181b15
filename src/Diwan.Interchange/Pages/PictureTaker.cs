using Diwan.Comments.Articles;
using Diwan.Comments.Stores;

namespace Diwan.Interchange.Pages;

/// <summary>Takes the pictures of a page into the media store; a caption whose picture cannot be had stays as a caption.</summary>
/// <param name="media">Where they go.</param>
/// <param name="fetcher">Fetches pictures of a page that itself was fetched; those of a page in a file are never fetched.</param>
public sealed class PictureTaker(IMediaStore media, PageFetcher fetcher)
{
    private const int MostPictures = 20;

    // A photograph for the front page is well below this.
    private const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The draft with stored pictures instead of addresses. <paramref name="folder"/> is that of the page's file, null for a fetched page.</summary>
    public async Task<ArticleDraft> TakeAsync(ArticleDraft draft, string? folder, Uri? address, List<string> notes, CancellationToken ct)
    {
        var body = new List<ArticleBlock>(draft.Body.Count);
        var taken = 0;
        foreach (var block in draft.Body)
        {
            if (block is not ArticleBlock.Picture { Source: { } source } picture)
            {
                body.Add(block);
                continue;
            }

            var bytes = ++taken > MostPictures ? null : await BytesAsync(source, folder, address, ct);
            if (bytes is not null && PictureFile.KindOf(bytes) is { } kind)
            {
                var (width, height) = PictureFile.SizeOf(bytes);
                body.Add(picture with { Source = await media.SaveAsync(bytes, kind, ct), Width = width, Height = height });
            }
            else
            {
                notes.Add($"a picture was not taken: {Shown(source)}");
                if (picture.Caption.Length > 0) body.Add(picture with { Source = null, Alt = null });
            }
        }

        return draft with { Body = body };
    }

    private async Task<byte[]?> BytesAsync(string source, string? folder, Uri? address, CancellationToken ct)
    {
        if (source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return FromData(source);
        if (folder is not null) return await FromFileAsync(source, folder, ct);
        if (address is null || !Uri.TryCreate(address, source, out var target)) return null;
        return (await fetcher.FetchAsync(target, ct)) is { Problem: null } fetched ? fetched.Bytes : null;
    }

    private static byte[]? FromData(string source)
    {
        var comma = source.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || source.Length > MostBytes * 4L / 3 || !source.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[(source.Length - comma) * 3 / 4 + 3];
        return Convert.TryFromBase64String(source[(comma + 1)..], bytes, out var length) ? bytes[..length] : null;
    }

    // Only a file below the folder of its page, reached through no link: a page must not pull in /etc or a neighbour's home.
    private static async Task<byte[]?> FromFileAsync(string source, string folder, CancellationToken ct)
    {
        if (source.Contains(':', StringComparison.Ordinal) || source.Contains('\0', StringComparison.Ordinal)) return null;
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, Uri.UnescapeDataString(source.Split('?', '#')[0])));
        if (!path.StartsWith(root, StringComparison.Ordinal)) return null;
        for (FileSystemInfo entry = new FileInfo(path); entry.FullName.Length >= root.Length; entry = new DirectoryInfo(Path.GetDirectoryName(entry.FullName)!))
            if (!entry.Exists || entry.LinkTarget is not null) return null;
        return new FileInfo(path).Length <= MostBytes ? await File.ReadAllBytesAsync(path, ct) : null;
    }

    private static string Shown(string source) => source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? "data inside the page" : FirstLines.Cut(source, 120);
}
