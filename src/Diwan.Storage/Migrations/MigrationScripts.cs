using System.Globalization;
using System.Reflection;

namespace Diwan.Storage.Migrations;

/// <summary>The numbered scripts that make a schema. Each number has one for each database.</summary>
internal static class MigrationScripts
{
    /// <summary>All scripts of a database, <c>Sqlite</c> or <c>Postgres</c>: number and text, in order.</summary>
    public static IReadOnlyList<(int Number, string Script)> Of(string database)
    {
        var prefix = database + "/";
        var assembly = Assembly.GetExecutingAssembly();
        var scripts = new List<(int, string)>();
        foreach (var name in assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? assembly.GetManifestResourceStream(name.Replace('/', '\\'))!;
            using var reader = new StreamReader(stream);
            scripts.Add((int.Parse(name.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd()));
        }

        return scripts;
    }
}
