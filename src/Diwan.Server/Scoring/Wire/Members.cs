using System.Collections;

namespace Diwan.Server.Scoring.Wire;

/// <summary>The members of one JSON object, in the order they came; of a name given twice the last value counts. Values are null, <see cref="bool"/>,
/// <see cref="double"/>, <see cref="string"/>, a list of values, or members again.</summary>
internal sealed class Members : IReadOnlyCollection<KeyValuePair<string, object?>>
{
    // A request has a handful, which a walk finds soonest; a hostile one may have a million, which only an index finds at all.
    private const int Walked = 8;

    private readonly List<KeyValuePair<string, object?>> _members = new(4);
    private Dictionary<string, int>? _places;

    /// <inheritdoc/>
    public int Count => _members.Count;

    /// <summary>Sets the value of a member, at the place where its name first came.</summary>
    public void Set(string name, object? value)
    {
        var place = PlaceOf(name);
        if (place >= 0)
        {
            _members[place] = new(name, value);
            return;
        }

        _members.Add(new(name, value));
        if (_members.Count == Walked + 1) _places = _members.Select((member, at) => (member.Key, at)).ToDictionary(pair => pair.Key, pair => pair.at, StringComparer.Ordinal);
        else _places?.Add(name, _members.Count - 1);
    }

    /// <summary>The value of a member; null when it is absent or null.</summary>
    public object? Find(string name) => PlaceOf(name) is >= 0 and var place ? _members[place].Value : null;

    /// <summary>Steps through the members without allocation.</summary>
    public List<KeyValuePair<string, object?>>.Enumerator GetEnumerator() => _members.GetEnumerator();

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(string name)
    {
        if (_places is not null) return _places.GetValueOrDefault(name, -1);
        for (var place = 0; place < _members.Count; place++)
        {
            if (_members[place].Key == name) return place;
        }

        return -1;
    }
}
