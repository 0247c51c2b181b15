using System.Runtime.CompilerServices;

namespace Diwan.Storage.Tests;

/// <summary>What ships with the program.</summary>
internal static class ShippedData
{
    /// <summary>The folder <c>data</c> of the repository.</summary>
    public static string Folder { get; } = Find();

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "data"));
}
