namespace Diwan.Cluster.Tests.Machines;

/// <summary>A temporary folder that other accounts of this machine may enter, as PostgreSQL's must, and that goes once what ran in it has let go: a process that was killed lets go of its files a moment later.</summary>
internal sealed class OpenFolder : IAsyncDisposable
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder;

    /// <summary>Makes it.</summary>
    /// <param name="prefix">What its name begins with.</param>
    public OpenFolder(string prefix)
    {
        _folder = Directory.CreateTempSubdirectory(prefix);
        if (!OperatingSystem.IsWindows()) _folder.UnixFileMode = (UnixFileMode)0b111_101_101;
    }

    /// <summary>Its path.</summary>
    public string FullName => _folder.FullName;

    /// <summary>The path of something in it.</summary>
    public string this[string name] => Path.Combine(FullName, name);

    /// <summary>Deletes it, as soon as nothing writes there any more.</summary>
    /// <exception cref="TimeoutException">Something still did after twenty seconds.</exception>
    public async ValueTask DisposeAsync() => await Until.TrueAsync(() => Task.FromResult(IsDeleted()), $"{FullName} can be deleted", AtMost);

    private bool IsDeleted()
    {
        try
        {
            _folder.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
