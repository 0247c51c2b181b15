using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Diwan.Server.Pages.Rendering;

/// <summary>Joins plain modules into one script, so that a page asks once: what a module imports stands before it, without its comments.</summary>
/// <remarks>Modules are written for this: an import stands on a line of its own, names at the top of modules differ, and no text in quotes
/// runs over a line. A style sheet is imported as text.</remarks>
public static partial class ScriptBundle
{
    /// <summary>The script of a module and all it imports, directly or not, each once.</summary>
    /// <exception cref="FileNotFoundException">A module imports what is not there.</exception>
    public static string Join(string path)
    {
        var script = new StringBuilder();
        Add(Path.GetFullPath(path), script, []);
        return script.ToString();
    }

    /// <summary>The same as a classic script, which leaves nothing behind in the page that loads it.</summary>
    public static string JoinClosed(string path) => $"(()=>{{'use strict';\n{Join(path)}}})();\n";

    /// <summary>A style sheet without its comments and with single spaces.</summary>
    public static string Style(string css) => Spaces.Replace(StyleComment.Replace(css, ""), " ").Trim();

    private static void Add(string path, StringBuilder script, HashSet<string> added)
    {
        if (!added.Add(path)) return;
        foreach (var line in File.ReadLines(path))
        {
            var import = Import.Match(line);
            if (import.Success)
            {
                var imported = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, import.Groups["path"].Value));
                if (import.Groups["text"].Success) script.Append("const ").Append(import.Groups["text"].Value).Append('=').Append(Quote(Style(File.ReadAllText(imported)))).Append(";\n");
                else Add(imported, script, added);
                continue;
            }

            var code = line.Trim();
            if (code.Length == 0 || code.StartsWith("//", StringComparison.Ordinal)) continue;
            script.Append(code.StartsWith("export ", StringComparison.Ordinal) ? code["export ".Length..] : code).Append('\n');
        }
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    [GeneratedRegex(@"^import (?:\{[^}]*\}|(?<text>\w+)) from '(?<path>\./[^']+)'(?: with \{ type: 'text' \})?;$")]
    private static partial Regex Import { get; }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex StyleComment { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
