using System.Globalization;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Policy;
using YamlDotNet.RepresentationModel;

namespace Diwan.Comments.Policies;

/// <summary>Walks the nodes of one policy document, keeping the line of every value and every problem met.</summary>
internal sealed class PolicyDocument(YamlMappingNode root)
{
    private readonly Dictionary<string, long> lines = [];

    public List<PolicyDocumentProblem> Problems { get; } = [];

    public ModerationPolicy Read()
    {
        var keys = Keys(root, "", "name version usualWait welcome guidelines rules thresholds approvesUnobjected");
        return new()
        {
            Name = Text(keys, "name", ""),
            Version = Text(keys, "version", ""),
            UsualWait = Texts(keys, "usualWait", ""),
            Welcome = Texts(keys, "welcome", ""),
            Guidelines = [.. Items(keys, "guidelines").Select(ReadGuideline)],
            Rules = [.. Items(keys, "rules").Select(ReadRule)],
            Thresholds = ReadThresholds(keys),
            ApprovesUnobjected = Truth(keys, "approvesUnobjected", ""),
        };
    }

    /// <summary>Line of a place such as <c>rules[3].attribute</c>, or of the nearest thing that holds it.</summary>
    public long LineOf(string where)
    {
        while (where.Length > 0)
        {
            if (lines.TryGetValue(where, out var line))
            {
                return line;
            }

            where = where[..Math.Max(0, where.LastIndexOfAny(['.', '[']))];
        }

        return 1;
    }

    private Guideline ReadGuideline(YamlNode node, int i)
    {
        var at = $"guidelines[{i}].";
        var keys = Keys(node, at, "code key title text");
        var key = Text(keys, "key", at);
        if (key.Length > 1)
        {
            Report(keys["key"], "A key is one digit or one lower-case letter from a to z.");
        }

        return new(Text(keys, "code", at), key is [var one, ..] ? one : '\0', Texts(keys, "title", at), Texts(keys, "text", at));
    }

    private Rule ReadRule(YamlNode node, int i)
    {
        var at = $"rules[{i}].";
        var keys = Keys(node, at, "id guideline attribute detector atLeast recommend decides");
        var guideline = keys.ContainsKey("guideline") ? Text(keys, "guideline", at) : null;
        var detector = keys.ContainsKey("detector") ? Text(keys, "detector", at) : null;
        return new(
            Text(keys, "id", at), guideline, Text(keys, "attribute", at), detector, Score(keys, "atLeast", at),
            ReadOutcome(keys, at), Truth(keys, "decides", at));
    }

    private Outcome ReadOutcome(Dictionary<string, YamlNode> keys, string at)
    {
        switch (Text(keys, "recommend", at))
        {
            case "approve": return Outcome.Approve;
            case "reject": return Outcome.Reject;
            case "hold": return Outcome.Hold;
            case "": return Outcome.Hold;
            default:
                Report(keys["recommend"], "A rule recommends approve, reject or hold.");
                return Outcome.Hold;
        }
    }

    private Dictionary<string, double> ReadThresholds(Dictionary<string, YamlNode> keys)
    {
        if (!keys.TryGetValue("thresholds", out var node))
        {
            return [];
        }

        var thresholds = Keys(node, "thresholds.", known: null);
        return thresholds.Keys.ToDictionary(attribute => attribute, attribute => Score(thresholds, attribute, "thresholds."));
    }

    private Dictionary<string, YamlNode> Keys(YamlNode node, string at, string? known)
    {
        lines[at.TrimEnd('.')] = node.Start.Line;
        if (node is not YamlMappingNode mapping)
        {
            Report(node, "Keys and values are expected here.");
            return [];
        }

        var keys = new Dictionary<string, YamlNode>();
        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } || known is not null && !known.Split(' ').Contains(name))
            {
                Report(key, $"'{(key as YamlScalarNode)?.Value}' is no key known here; expected: {known ?? "a name"}.");
                continue;
            }

            (keys[name], lines[at + name]) = (value, key.Start.Line);
        }

        return keys;
    }

    private IEnumerable<YamlNode> Items(Dictionary<string, YamlNode> keys, string name)
    {
        if (Value(keys, name, "") is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        if (keys.TryGetValue(name, out var node))
        {
            Report(node, $"'{name}' is a list.");
        }

        return [];
    }

    private Dictionary<string, string> Texts(Dictionary<string, YamlNode> keys, string name, string at)
    {
        if (Value(keys, name, at) is not { } node)
        {
            return [];
        }

        var texts = Keys(node, $"{at}{name}.", known: null);
        return texts.Keys.ToDictionary(language => language, language => Text(texts, language, $"{at}{name}.").Trim());
    }

    private string Text(Dictionary<string, YamlNode> keys, string name, string at)
    {
        switch (Value(keys, name, at))
        {
            case YamlScalarNode { Value: { } text }: return text;
            case { } node: Report(node, $"'{name}' is a text."); break;
        }

        return "";
    }

    private double Score(Dictionary<string, YamlNode> keys, string name, string at)
    {
        var text = Text(keys, name, at);
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score))
        {
            return score;
        }

        if (keys.TryGetValue(name, out var node))
        {
            Report(node, $"'{name}' is a number between 0 and 1.");
        }

        return 0;
    }

    private bool Truth(Dictionary<string, YamlNode> keys, string name, string at)
    {
        if (!keys.TryGetValue(name, out var node))
        {
            return false;
        }

        var text = Text(keys, name, at);
        if (text is not ("true" or "false"))
        {
            Report(node, $"'{name}' is true or false.");
        }

        return text == "true";
    }

    private YamlNode? Value(Dictionary<string, YamlNode> keys, string name, string at)
    {
        if (keys.TryGetValue(name, out var node))
        {
            return node;
        }

        Problems.Add(new(LineOf(at.TrimEnd('.')), $"'{name}' is missing."));
        return null;
    }

    private void Report(YamlNode node, string what) => Problems.Add(new(node.Start.Line, what));
}
