namespace Diwan.Commands.Accounts;

/// <summary>The address of a one-time sign-in link.</summary>
internal static class SignInLink
{
    /// <summary>The secret stands in the path; opening the page changes nothing, its button consumes it.</summary>
    public static string For(string baseUrl, string secret) => $"{baseUrl.TrimEnd('/')}/desk/sign-in/{secret}";

    /// <summary>Writes a link to a file that only its owner may read.</summary>
    public static void WriteTo(string path, string link)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(link);
    }
}
