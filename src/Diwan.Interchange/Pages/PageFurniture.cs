using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Diwan.Interchange.Pages;

/// <summary>Knows the fixed lines around an article ("Comments", "The Latest", "Read More:" …) in every language of the site at once.</summary>
public sealed partial class PageFurniture
{
    private readonly Regex _comments, _latest, _readMore, _editor, _credit;

    private PageFurniture(ILookup<string, string> words)
    {
        var commentLines = words["comments"].Concat(words["postComment"]).Concat(words["required"]);
        _comments = Compile($@"^(?:{Any(commentLines)})\s*(?:\(\s*\p{{Nd}}+\s*\))?\s*[:：*]?$");
        _latest = Compile($"^(?:{Any(words["latest"])}) ?[:：]?$");
        _readMore = Compile($"^(?:{Any(words["readMore"])}) ?(?:[:：] ?|$)(?<rest>.*)$");
        _editor = Compile($@"^[(\[]?(?:{Any(words["editingBy"])})(?: ?[:：] ?| )(?<rest>[^:：]{{2,80}}?)[)\].]?$");
        _credit = Compile($@"(?<![\p{{L}}\p{{M}}])[(\[]?(?:{Any(words["photo"])}) ?[:：] ?(?<rest>[^:：]{{1,120}}?)[)\]]?\.?$");
    }

    /// <summary>The furniture that ships with this program.</summary>
    public static PageFurniture Default { get; } = Load();

    /// <summary>True for a line that opens or belongs to the comment form and its rules.</summary>
    public bool IsComments(string line) => line.Length < 80 && _comments.IsMatch(line);

    /// <summary>True for the line above the newest articles.</summary>
    public bool IsLatest(string line) => line.Length < 80 && _latest.IsMatch(line);

    /// <summary>True for the buttons that set the size of the text: <c>A+ A-</c>.</summary>
    public static bool IsTextSize(string line) => line.Length < 20 && TextSize.IsMatch(line);

    /// <summary>The headline of a "Read More" line, empty when it stands on the next line; null when it is no such line.</summary>
    public string? ReadMoreOf(string line) => RestOf(_readMore, line);

    /// <summary>The name in an "Editing by" line; null when it is no such line.</summary>
    public string? EditorOf(string line) => RestOf(_editor, line);

    /// <summary>Parts a caption from the credit at its end; null when there is no credit.</summary>
    public (string Caption, string Credit)? CreditOf(string line)
    {
        // Longer than any caption: a paragraph that speaks of a photo.
        if (line.Length > 700 || _credit.Match(line) is not { Success: true } match) return null;
        return (line[..match.Index].TrimEnd(' ', '|', '/', '—', '–', '-'), match.Groups["rest"].Value.Trim());
    }

    private static string? RestOf(Regex pattern, string line) =>
        line.Length < 500 && pattern.Match(line) is { Success: true } match ? match.Groups["rest"].Value.Trim() : null;

    private static PageFurniture Load()
    {
        using var stream = typeof(PageFurniture).Assembly.GetManifestResourceStream("page-furniture.json")!;
        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement.EnumerateObject()
            .Where(language => language.Value.ValueKind is JsonValueKind.Object)
            .SelectMany(language => language.Value.EnumerateObject())
            .SelectMany(kind => kind.Value.EnumerateArray(), (kind, word) => (Kind: kind.Name, Word: word.GetString()!))
            .ToLookup(pair => pair.Kind, pair => pair.Word));
    }

    // Longest first, so that "File photo" is not read as "photo" with a word before it.
    private static string Any(IEnumerable<string> words) =>
        string.Join('|', words.Select(word => word.TrimEnd(':', ' ')).Distinct().OrderByDescending(word => word.Length).Select(Loosely));

    // Pages differ in joiners, direction marks and in which yeh and kaf their keyboards give.
    private static string Loosely(string word)
    {
        var pattern = new StringBuilder();
        foreach (var character in word.Where(character => character is not '\u200C'))
        {
            pattern.Append(character switch
            {
                'ی' or 'ي' => "[یي]",
                'ک' or 'ك' => "[کك]",
                ' ' => @"\s",
                _ => Regex.Escape(character.ToString()),
            }).Append(@"[\u200C-\u200F\u061C]*");
        }

        return pattern.ToString();
    }

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));

    [GeneratedRegex(@"^(?=.*[-+＋−–])A ?[+＋-]? ?[|/]? ?A ?[-−–+＋]?(?: ?[|/]? ?A ?[-−–+]?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TextSize { get; }
}
