namespace Diwan.Storage;

/// <summary>Makes folders and files that only the account of the service can read.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes the folder with mode 0700; leaves one that is there as it is.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Options to write a file that must not be there yet.</summary>
    public static FileStreamOptions NewFile(UnixFileMode mode) => Options(FileMode.CreateNew, mode);

    /// <summary>Options to write at the end of a file, which is made when it is not there.</summary>
    public static FileStreamOptions Append(UnixFileMode mode) => Options(FileMode.Append, mode);

    private static FileStreamOptions Options(FileMode file, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = file, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = mode;
        return options;
    }
}
