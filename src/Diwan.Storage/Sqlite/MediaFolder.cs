using Diwan.Comments.Stores;

namespace Diwan.Storage.Sqlite;

/// <summary>Keeps pictures as files in <c>media/</c> of the data folder.</summary>
internal sealed class MediaFolder : IMediaStore
{
    private readonly string _folder;

    /// <summary>Pictures of the site in <paramref name="dataFolder"/>.</summary>
    public MediaFolder(string dataFolder)
    {
        _folder = Path.Combine(Path.GetFullPath(dataFolder), "media");
        PrivateFolder.Create(_folder);
    }

    /// <inheritdoc/>
    public async Task<string> SaveAsync(ReadOnlyMemory<byte> content, string extension, CancellationToken ct = default)
    {
        var name = PictureName.Of(content.Span, extension);
        var path = Path.Combine(_folder, name);
        if (File.Exists(path)) return name;

        var temporary = Path.Combine(_folder, $"{Guid.NewGuid():N}.part");
        try
        {
            await using (var file = new FileStream(temporary, PrivateFolder.NewFile(UnixFileMode.UserRead | UnixFileMode.UserWrite)))
            {
                await file.WriteAsync(content, ct);
                file.Flush(flushToDisk: true);
            }

            // Whoever was first wrote the same bytes: the name says so.
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return name;
    }

    /// <inheritdoc/>
    public Stream? Open(string name)
    {
        if (!PictureName.Is(name)) return null;
        try
        {
            return new FileStream(Path.Combine(_folder, name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 4096, useAsync: true);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
