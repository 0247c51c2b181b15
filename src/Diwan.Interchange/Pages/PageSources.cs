namespace Diwan.Interchange.Pages;

/// <summary>Finds the pages behind what was given on a command line, so that a progress bar knows how many there are.</summary>
public static class PageSources
{
    private static readonly string[] Pictures = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg"];

    /// <summary>Addresses and files as they are; folders as their files, below too, in the order of their names. Hidden files, links,
    /// <c>site.yaml</c> with its README, and pictures beside pages are left out of folders.</summary>
    public static IReadOnlyList<string> Expand(IEnumerable<string> sources) =>
        [.. sources.SelectMany(source => IsAddress(source) || !Directory.Exists(source) ? [source] : FilesOf(source)).Distinct(StringComparer.Ordinal)];

    /// <summary>True for what is an address rather than a path.</summary>
    public static bool IsAddress(string source) => source.Contains("://", StringComparison.Ordinal);

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions
            {
                RecurseSubdirectories = true,
                IgnoreInaccessible = true,
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            })
            .Where(path => !IsBesidePages(path))
            .Order(StringComparer.Ordinal);

    private static bool IsBesidePages(string path)
    {
        var name = Path.GetFileName(path);
        return name is SiteFile.Name
            || (name is "README.md" && File.Exists(Path.Combine(Path.GetDirectoryName(path)!, SiteFile.Name)))
            || Pictures.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
    }
}
