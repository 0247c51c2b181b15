using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Diwan.Interchange.Pages;

/// <summary>Finds the article among the schema.org data of a page, in whatever lists and graphs it is wrapped.</summary>
internal static class JsonLd
{
    private const int MostNodes = 10_000;

    /// <summary>What the first article found says of itself; null when there is none. Broken data is passed over.</summary>
    public static NewsMetadata? ArticleIn(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json' i]"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
                if (Find(json.RootElement) is { } article) return Read(article);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                continue;   // The rest of the page still speaks for itself.
            }
        }

        return null;
    }

    private static JsonElement? Find(JsonElement root)
    {
        var waiting = new Queue<JsonElement>([root]);
        for (var seen = 0; seen < MostNodes && waiting.TryDequeue(out var node); seen++)
        {
            if (node.ValueKind is JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray()) waiting.Enqueue(item);
            }
            else if (node.ValueKind is JsonValueKind.Object)
            {
                if (IsArticle(node)) return node;
                foreach (var name in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
                    if (node.TryGetProperty(name, out var inner)) waiting.Enqueue(inner);
            }
        }

        return null;
    }

    private static bool IsArticle(JsonElement node) =>
        node.TryGetProperty("@type", out var type)
        && (type.ValueKind is JsonValueKind.Array ? type.EnumerateArray() : Enumerable.Repeat(type, 1)).Any(one =>
            one.ValueKind is JsonValueKind.String && one.GetString() is { } name
            && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("BlogPosting", StringComparison.Ordinal)));

    private static NewsMetadata Read(JsonElement article)
    {
        var hasTime = false;
        var published = Text(article, "datePublished") is { } date ? PageDate.Read(date, out hasTime) : null;
        return new()
        {
            IsArticle = true,
            Headline = Text(article, "headline") ?? Text(article, "name"),
            PublishedAt = published,
            HasTimeOfDay = hasTime,
            Byline = Names(article, "author"),
            Editor = Names(article, "editor"),
            Section = Text(article, "articleSection"),
            Language = Text(article, "inLanguage"),
            Url = Text(article, "url") ?? Text(article, "mainEntityOfPage"),
            Body = article.TryGetProperty("articleBody", out var body) && body.ValueKind is JsonValueKind.String ? body.GetString() : null,
        };
    }

    // A value may be text, an object with a name or an address, or a list of either: the first counts.
    private static string? Text(JsonElement node, string name)
    {
        if (!node.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind is JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
        if (value.ValueKind is JsonValueKind.Object) value = value.TryGetProperty("name", out var inner) || value.TryGetProperty("@id", out inner) ? inner : default;
        return value.ValueKind is JsonValueKind.String && PageLine.Clean(System.Net.WebUtility.HtmlDecode(value.GetString()!)) is { Length: > 0 } text ? text : null;
    }

    private static string? Names(JsonElement node, string property)
    {
        if (!node.TryGetProperty(property, out var value)) return null;
        var people = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        var names = people.Select(NameOf).OfType<string>().Distinct().Take(10).ToList();
        return names.Count > 0 ? string.Join(", ", names) : null;
    }

    private static string? NameOf(JsonElement person)
    {
        if (person.ValueKind is JsonValueKind.Object) return Text(person, "name");
        return person.ValueKind is JsonValueKind.String && PageLine.Clean(person.GetString()) is { Length: > 0 } name
            && !name.Contains("://", StringComparison.Ordinal) ? name : null;
    }
}
