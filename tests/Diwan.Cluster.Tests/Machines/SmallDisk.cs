namespace Diwan.Cluster.Tests.Machines;

/// <summary>A file system of a few megabytes in an image, mounted by loop, for what a full disk does. Only where this process may mount.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _log;
    private readonly string _ballast;
    private bool _isMounted;

    private SmallDisk(string folder, string log) => (Folder, _log, _ballast) = (folder, log, Path.Combine(folder, "ballast"));

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>Makes and mounts it; null where that is not allowed.</summary>
    /// <param name="folder">Where the image and the mount point go.</param>
    /// <param name="megabytes">Its size.</param>
    public static async Task<SmallDisk?> MountAsync(string folder, int megabytes)
    {
        if (!Programs.IsRoot || Programs.Find("mkfs.ext4") is not { } make || Programs.Find("mount") is not { } mount) return null;
        var (image, log) = (Path.Combine(folder, "disk.img"), Path.Combine(folder, "disk.log"));
        var disk = new SmallDisk(Path.Combine(folder, "disk"), log);
        Directory.CreateDirectory(disk.Folder);
        await using (var file = File.Create(image)) file.SetLength(megabytes * 1024L * 1024);
        try
        {
            await Daemon.RunAsync(log, make, "-q", "-m", "0", image);
            await Daemon.RunAsync(log, mount, "-o", "loop", image, disk.Folder);
        }
        catch (InvalidOperationException)
        {
            return null;
        }

        disk._isMounted = true;
        return disk;
    }

    /// <summary>Leaves no room at all; how many bytes that took.</summary>
    public async Task<long> FillAsync()
    {
        var block = new byte[4096];
        await using var file = new FileStream(_ballast, FileMode.Append, FileAccess.Write, FileShare.None, 0);
        try
        {
            while (true) await file.WriteAsync(block);
        }
        catch (IOException)
        {
            return file.Length;
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Empty() => File.Delete(_ballast);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_isMounted) return;
        // Whoever was killed lets go of its files a moment later.
        await Until.TrueAsync(IsUnmountedAsync, $"{Folder} is unmounted", TimeSpan.FromSeconds(30));
        _isMounted = false;
    }

    private async Task<bool> IsUnmountedAsync()
    {
        try
        {
            await Daemon.RunAsync(_log, Programs.Find("umount")!, Folder);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
