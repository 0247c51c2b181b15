using System.Collections.Concurrent;
using System.Globalization;

namespace Diwan.Server.Scoring.Wire;

/// <summary>A message in the JSON form of protocol buffers: names in camel or snake case, enums by name or number, numbers as
/// numbers or texts, null for absent. Throws <see cref="WireException"/> for a field of the wrong type.</summary>
internal sealed class Message
{
    // Field names of the protocol, which are few: never what a request says.
    private static readonly ConcurrentDictionary<string, string> SnakeNames = new(StringComparer.Ordinal);

    private readonly Members _members;
    private readonly string _path;

    private Message(Members members, string path) => (_members, _path) = (members, path);

    /// <summary>The message a body holds.</summary>
    public static Message Of(object? body) => body is Members members
        ? new(members, "")
        : throw new WireException(WireError.Payload("Invalid JSON payload received. The message must be a JSON object."));

    /// <summary>Names of the members that are there.</summary>
    public IEnumerable<string> Names => _members.Where(member => member.Value is not null).Select(member => member.Key);

    /// <summary>Refuses members beyond <paramref name="known"/> (in camel case), as Google did.</summary>
    public void Only(params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in _members)
        {
            var isKnown = false;
            foreach (var one in known) isKnown |= name == one || name == Snake(one);
            if (!isKnown) throw new WireException(WireError.Payload($"Invalid JSON payload received. Unknown name \"{name}\"{(_path.Length == 0 ? "" : $" at '{_path}'")}: Cannot find field.", _path));
        }
    }

    /// <summary>A text; null when absent.</summary>
    public string? Text(string name) => Find(name) switch
    {
        null => null,
        string text => text,
        _ => throw Wrong(name, "TYPE_STRING"),
    };

    /// <summary>Yes or no; no when absent.</summary>
    public bool Flag(string name) => Find(name) switch
    {
        null => false,
        bool flag => flag,
        string text when bool.TryParse(text, out var flag) => flag,
        _ => throw Wrong(name, "TYPE_BOOL"),
    };

    /// <summary>A number, also as a text or wrapped in <c>{"value": …}</c>; null when absent.</summary>
    public double? Number(string name) => Find(name) switch
    {
        null => null,
        double number => number,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        Members wrapped => new Message(wrapped, Join(name)).Number("value"),
        _ => throw Wrong(name, "TYPE_FLOAT"),
    };

    /// <summary>One of <paramref name="values"/>, by name or by place; the first when absent. What is none of them comes back as it was sent.</summary>
    public string Enum(string name, params string[] values) => Find(name) switch
    {
        null => values[0],
        string text => text,
        double place =>
            double.IsInteger(place) && place >= 0 && place < values.Length ? values[(int)place] : place.ToString(CultureInfo.InvariantCulture),
        _ => throw Wrong(name, "TYPE_ENUM"),
    };

    /// <summary>A message within; null when absent.</summary>
    public Message? Child(string name) => Find(name) switch
    {
        null => null,
        Members members => new(members, Join(name)),
        _ => throw Wrong(name, "TYPE_MESSAGE"),
    };

    /// <summary>Messages by name, in the order they were sent; null when absent.</summary>
    public IReadOnlyList<(string Key, Message Value)>? Map(string name) => Find(name) switch
    {
        null => null,
        Members members => [.. members.Select(member => (member.Key, member.Value switch
        {
            Members value => new Message(value, Join(name)),
            null => new Message(new(), Join(name)),
            _ => throw Wrong(name, "TYPE_MESSAGE"),
        }))],
        _ => throw Wrong(name, "TYPE_MESSAGE"),
    };

    /// <summary>Messages in a row; none when absent. A lone one counts as a row of one.</summary>
    public IReadOnlyList<Message> List(string name) => Find(name) switch
    {
        null => [],
        List<object?> items => [.. items.Select(item => item is Members members ? new Message(members, Join(name)) : throw Wrong(name, "TYPE_MESSAGE"))],
        Members members => [new(members, Join(name))],
        _ => throw Wrong(name, "TYPE_MESSAGE"),
    };

    /// <summary>Texts in a row; none when absent. A lone one counts as a row of one.</summary>
    public IReadOnlyList<string> Texts(string name) => Find(name) switch
    {
        null => [],
        List<object?> items => [.. items.Select(item => item as string ?? throw Wrong(name, "TYPE_STRING"))],
        string text => [text],
        _ => throw Wrong(name, "TYPE_STRING"),
    };

    private object? Find(string name) => _members.Find(name) ?? _members.Find(Snake(name));

    private WireException Wrong(string name, string type) =>
        new(WireError.Payload($"Invalid value at '{Join(name)}' ({type}).", Join(name)));

    private string Join(string name) => _path.Length == 0 ? Snake(name) : $"{_path}.{Snake(name)}";

    private static string Snake(string name) => SnakeNames.GetOrAdd(name, static camel =>
        string.Concat(camel.Select(letter => char.IsAsciiLetterUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : letter.ToString())));
}
