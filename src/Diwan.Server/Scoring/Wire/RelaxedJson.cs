using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Diwan.Moderation.Signals.Classifier;

namespace Diwan.Server.Scoring.Wire;

/// <summary>Reads JSON as Google's front end did, whose own samples send names without quotes, single quotes and commas before a closing bracket.</summary>
internal sealed class RelaxedJson
{
    private const int MaxDepth = 32;

    private static readonly object True = true, False = false;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = new[]
    {
        "comment", "text", "type", "requestedAttributes", "requested_attributes", "languages", "doNotStore", "do_not_store", "spanAnnotations", "clientToken",
        "sessionId", "communityId", "scoreType", "scoreThreshold", "dropUnsupportedAttributes", "context", "entries",
    }.Concat(AttributeInfo.All.Select(info => info.Name)).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _text;
    private int _at;

    private RelaxedJson(string text) => _text = text;

    /// <summary>The one value in <paramref name="text"/>, as <see cref="Members"/> says.</summary>
    /// <exception cref="FormatException">It is no JSON by these rules; the message says where.</exception>
    public static object? Read(string text)
    {
        var reader = new RelaxedJson(text);
        var value = reader.Value(0);
        reader.SkipSpace();
        return reader._at == text.Length ? value : throw reader.Unexpected();
    }

    private object? Value(int depth)
    {
        if (depth > MaxDepth) throw new FormatException("Message too deep. Max recursion depth reached.");
        return Peek() switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' or '\'' => Quoted(),
            _ => Bare(),
        };
    }

    private Members ReadObject(int depth)
    {
        var members = new Members();
        for (_at++; Peek() != '}';)
        {
            var name = Peek() is '"' or '\'' ? Name() : Word();
            Take(':');
            members.Set(name, Value(depth + 1));
            if (Peek() == ',') _at++;
            else if (Peek() != '}') throw Unexpected();
        }

        _at++;
        return members;
    }

    private List<object?> ReadArray(int depth)
    {
        var items = new List<object?>();
        for (_at++; Peek() != ']';)
        {
            items.Add(Value(depth + 1));
            if (Peek() == ',') _at++;
            else if (Peek() != ']') throw Unexpected();
        }

        _at++;
        return items;
    }

    private object? Bare()
    {
        var start = _at;
        return Word() switch
        {
            "true" => True,
            "false" => False,
            "null" => null,
            var word when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
            _ => throw UnexpectedAt(start),
        };
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '$' or '@' or '.' or '-' or '+')) _at++;
        return _at > start ? _text[start.._at] : throw Unexpected();
    }

    // The protocol's own names are known and not made anew each time.
    private string Name()
    {
        var rest = _text.AsSpan(_at + 1);
        var length = rest.IndexOfAny(_text[_at], '\\');
        if (length < 0 || rest[length] == '\\' || !Known.TryGetValue(rest[..length], out var name)) return Quoted();
        _at += length + 2;
        return name;
    }

    private string Quoted()
    {
        var quote = _text[_at++];
        StringBuilder? escaped = null;
        while (true)
        {
            var plain = _text.AsSpan(_at).IndexOfAny(quote, '\\');
            if (plain < 0) throw new FormatException("Unexpected end of string. Expected a closing quote.");
            var part = _text.AsSpan(_at, plain);
            _at += plain + 1;
            if (_text[_at - 1] == quote) return escaped is null ? part.ToString() : escaped.Append(part).ToString();
            escaped = (escaped ?? new()).Append(part).Append(Escaped());
        }
    }

    private char Escaped()
    {
        if (_at == _text.Length) throw new FormatException("Unexpected end of string. Expected an escape.");
        var sign = _text[_at++];
        return sign switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => Unit(),
            '"' or '\'' or '\\' or '/' => sign,
            _ => throw UnexpectedAt(_at - 1),
        };
    }

    private char Unit()
    {
        if (_at + 4 > _text.Length || !ushort.TryParse(_text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            throw UnexpectedAt(_at);
        _at += 4;
        return (char)unit;
    }

    private char Peek()
    {
        SkipSpace();
        return _at < _text.Length ? _text[_at] : throw new FormatException("Unexpected end of string. Expected a value.");
    }

    private void Take(char sign)
    {
        if (Peek() != sign) throw Unexpected();
        _at++;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n' or '\uFEFF') _at++;
    }

    private FormatException Unexpected() => UnexpectedAt(_at);

    // Where, but not what: the text may be a comment.
    private static FormatException UnexpectedAt(int at) => new(string.Create(CultureInfo.InvariantCulture, $"Unexpected token at character {at}."));
}
