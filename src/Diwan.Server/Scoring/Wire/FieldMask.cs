using System.Text.Json.Nodes;

namespace Diwan.Server.Scoring.Wire;

/// <summary>A partial answer: the <c>fields</c> parameter, such as <c>languages,attributeScores(TOXICITY/summaryScore/value)</c>.</summary>
internal sealed class FieldMask
{
    private const int MaxDepth = 16;

    private readonly Dictionary<string, FieldMask> _children = new(StringComparer.Ordinal);

    /// <summary>Reads a mask.</summary>
    /// <param name="text">The parameter as it came.</param>
    /// <param name="known">Fields that the answer may have.</param>
    /// <exception cref="WireException">It is none, or names a field that the answer never has.</exception>
    public static FieldMask Read(string text, params ReadOnlySpan<string> known)
    {
        var (mask, at) = (new FieldMask(), 0);
        ReadList(text, ref at, mask, 0);
        if (at < text.Length) throw Wrong();
        foreach (var name in mask._children.Keys)
        {
            if (name is not ("*" or "model") && !known.Contains(name)) throw Unmatched(name);
        }

        return mask;
    }

    /// <summary>What of <paramref name="node"/> the mask lets through; null for nothing.</summary>
    public JsonNode? Apply(JsonNode? node)
    {
        if (_children.Count == 0 || node is null) return node?.DeepClone();
        if (node is JsonArray items) return new JsonArray([.. items.Select(Apply).Where(item => item is not null)]);
        if (node is not JsonObject members) return null;
        var kept = new JsonObject();
        foreach (var (name, value) in members)
        {
            if ((_children.GetValueOrDefault(name) ?? _children.GetValueOrDefault("*"))?.Apply(value) is { } part) kept[name] = part;
        }

        return kept;
    }

    private static void ReadList(string text, ref int at, FieldMask into, int depth)
    {
        if (depth > MaxDepth) throw Wrong();
        while (true)
        {
            ReadPath(text, ref at, into, depth);
            if (at == text.Length || text[at] != ',') return;
            at++;
        }
    }

    private static void ReadPath(string text, ref int at, FieldMask into, int depth)
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or '/' or '(' or ')' or '.')) at++;
        var name = text[start..at].Trim();
        if (name.Length == 0 || depth > MaxDepth) throw Wrong();
        if (!into._children.TryGetValue(name, out var child)) child = into._children[name] = new();
        if (at < text.Length && text[at] is '/' or '.')
        {
            at++;
            ReadPath(text, ref at, child, depth + 1);
        }
        else if (at < text.Length && text[at] == '(')
        {
            at++;
            ReadList(text, ref at, child, depth + 1);
            if (at == text.Length || text[at++] != ')') throw Wrong();
        }
    }

    // Google's words; the detail names the path, which came in the address and is no comment.
    private static WireException Unmatched(string name) => new(WireError.Payload(
        "Request contains an invalid argument.", name, $"Error expanding 'fields' parameter. Cannot find matching fields for path '{name}'."));

    private static WireException Wrong() => new(WireError.Payload("Request contains an invalid argument: the parameter 'fields' is no field mask.", "fields"));
}
