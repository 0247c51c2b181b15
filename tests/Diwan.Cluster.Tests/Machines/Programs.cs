namespace Diwan.Cluster.Tests.Machines;

/// <summary>Where Debian puts the programs that a cluster is made of.</summary>
internal static class Programs
{
    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/local/sbin", "/sbin", "/bin"];

    /// <summary>True where processes run as root, which PostgreSQL refuses to.</summary>
    public static bool IsRoot => Environment.UserName == "root";

    /// <summary>Path of a program; null where it is not installed.</summary>
    public static string? Find(string name) => Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Path of one of PostgreSQL's own programs, of the newest version there is; null where it is not installed.</summary>
    public static string? FindPostgres(string name) => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin", name)).LastOrDefault(File.Exists)
        : null;

    /// <summary>What has to be installed and is not, for people; empty when all is there.</summary>
    public static IReadOnlyList<string> Missing()
    {
        (string Package, bool IsThere)[] needed =
        [
            ("postgresql", FindPostgres("initdb") is not null), ("redis-server", Find("redis-server") is not null), ("nginx", Find("nginx") is not null),
        ];
        return [.. needed.Where(one => !one.IsThere).Select(one => one.Package)];
    }

    /// <summary>A command line as the account that PostgreSQL may run as: the same process, so that its number is the program's.</summary>
    public static string[] AsPostgres(params string[] command) =>
        IsRoot ? [Find("setpriv") ?? "setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command] : command;
}
