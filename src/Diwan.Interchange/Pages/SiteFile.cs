using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Diwan.Interchange.Pages;

/// <summary>Reads <c>site.yaml</c>, which may lie beside text pages and says what they cannot: language, section, picture, whose they are.</summary>
public sealed class SiteFile
{
    /// <summary>The name it has in a folder of pages.</summary>
    public const string Name = "site.yaml";

    private const int MostCharacters = 1 << 20;

    private readonly Dictionary<string, SitePage> _pages = new(StringComparer.Ordinal);

    /// <summary>What it says of a file of its folder; null when it says nothing.</summary>
    public SitePage? Find(string fileName) => _pages.GetValueOrDefault(fileName);

    /// <summary>Reads the document. <paramref name="problem"/> says what is wrong with it; what could be read still counts.</summary>
    public static SiteFile Read(string yaml, out string? problem)
    {
        var site = new SiteFile();
        problem = null;
        try
        {
            if (yaml.Length > MostCharacters) throw new FormatException("longer than any list of pages");
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }]) throw new FormatException("not a document of keys and values");
            if (root.Children.TryGetValue("articles", out var node) && node is YamlSequenceNode pages)
                foreach (var page in pages.OfType<YamlMappingNode>()) site.Add(page);
        }
        catch (Exception exception) when (exception is YamlException or FormatException or ArgumentException or InvalidOperationException)
        {
            problem = $"{Name} cannot be read: {exception.Message}";
        }

        return site;
    }

    private void Add(YamlMappingNode page)
    {
        if (Text(page, "file") is not { } file) return;
        _pages[file] = new()
        {
            Language = Text(page, "language"),
            Section = Text(page, "section"),
            IsOwn = Text(page, "own") is "true",
            Picture = Text(page, "picture"),
            Alt = Text(page, "alt"),
        };
    }

    private static string? Text(YamlMappingNode page, string key) =>
        page.Children.TryGetValue(key, out var node) && node is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : null;
}
