using System.Security.Cryptography;

namespace Diwan.Storage;

/// <summary>The site's secret keys, a file each in <c>keys/</c> of the data folder, readable by its owner alone.</summary>
/// <remarks>Keys lie beside the database and not in it, so that a stolen copy of the database alone opens nothing.</remarks>
public sealed class FolderKeys : SiteKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder;

    /// <summary>Keys of the site in <paramref name="dataFolder"/>; makes the folder for them.</summary>
    public FolderKeys(string dataFolder)
    {
        _folder = Path.Combine(dataFolder, "keys");
        PrivateFolder.Create(_folder);
    }

    /// <inheritdoc/>
    public override byte[] Get(string name)
    {
        CheckName(name);
        var path = Path.Combine(_folder, name);
        if (!File.Exists(path)) Create(path, RandomNumberGenerator.GetBytes(Length));
        var key = File.ReadAllBytes(path);
        return key.Length == Length ? key : throw new InvalidDataException($"The key file '{name}' does not hold {Length} bytes.");
    }

    /// <inheritdoc/>
    public override bool Has(string name) => File.Exists(Path.Combine(_folder, name));

    /// <inheritdoc/>
    public override void DestroyAll(string prefix, params ReadOnlySpan<string> keep)
    {
        foreach (var path in Directory.EnumerateFiles(_folder, prefix + "*"))
        {
            var name = Path.GetFileName(path);
            // A dot is in the name of a key that another process is just making.
            if (!name.Contains('.', StringComparison.Ordinal) && !keep.Contains(name)) File.Delete(path);
        }
    }

    /// <summary>Names of all keys there are.</summary>
    internal IReadOnlyList<string> Names() => [.. Directory.EnumerateFiles(_folder).Select(path => Path.GetFileName(path)).Where(name => !name.Contains('.', StringComparison.Ordinal))];

    /// <summary>Puts in a key that was made elsewhere, unless there is one with its name.</summary>
    internal void Add(string name, byte[] key)
    {
        CheckName(name);
        if (!File.Exists(Path.Combine(_folder, name))) Create(Path.Combine(_folder, name), key);
    }

    // Written whole beside its place, then moved there unless another process was first: nobody ever reads half a key.
    private static void Create(string path, byte[] key)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = new FileStream(temporary, PrivateFolder.NewFile(OwnerOnly)))
            {
                file.Write(key);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other process's key is the site's key.
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
