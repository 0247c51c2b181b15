using System.Buffers;
using System.Text;

namespace Diwan.Moderation.Text;

/// <summary>A text folded for matching, with the way back to the author's own characters.</summary>
/// <remarks>The plain fold (<see cref="Folded"/>) only takes away what carries no meaning of its own: case, marks, compatibility forms, invisible
/// characters, variants of Arabic-script letters. What may be disguise or may be honest (leet, spacing, look-alikes, stretching) stands in
/// further <see cref="Readings"/>, so that "2021" stays a number.</remarks>
public sealed class NormalizedText
{
    // ASCII that folds unit for unit, to its lower case: no control character but the line's end.
    private static readonly SearchValues<char> Simple = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(unit => (char)unit), '\n']);

    private readonly ReadingRoom? _room;
    private TextReading _plain;
    private ReadingSet? _readings;

    private NormalizedText(string original) => (Original, _plain) = (original, PlainOf(original, null));

    /// <summary>No text yet: those that <see cref="Fold"/> is given are folded into this room, one after the other.</summary>
    internal NormalizedText(ReadingRoom room) => (Original, _room, _plain) = ("", room, new(""));

    /// <summary>Exactly what the author sent.</summary>
    public string Original { get; private set; }

    /// <summary>The folded form that detectors match on.</summary>
    public string Folded => _plain.Folded;

    /// <summary><see cref="Folded"/>, without a string of its own.</summary>
    public ReadOnlySpan<char> Units => _plain.Units;

    /// <summary>Every way to read the text: the plain fold first, then those that undo a disguise, as far as they differ from it. Made on first use.</summary>
    public IReadOnlyList<TextReading> Readings => Read().All;

    /// <summary>The likeliest reading: every disguise undone, the plain fold where there is none. What reads the text as a whole reads this one. Made on first use.</summary>
    public TextReading Undone => Read().Undone;

    /// <summary>Folds any text, ill-formed UTF-16 included; never throws for one. Time and memory grow with its length alone.</summary>
    public static NormalizedText From(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        return new(original);
    }

    /// <summary>The author's own characters behind a stretch of <see cref="Folded"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch does not lie within <see cref="Folded"/>.</exception>
    public TextSpan ToOriginal(int start, int length) => _plain.ToOriginal(start, length);

    /// <summary>Folds a text into the room, where there is none or <see cref="Forget"/> was called.</summary>
    internal void Fold(string original) => (Original, _plain) = (original, PlainOf(original, _room));

    /// <summary>Forgets the text; the next may be folded into its room.</summary>
    internal void Forget()
    {
        (Original, _readings) = ("", null);
        _room?.Clear();
    }

    private static TextReading PlainOf(string original, ReadingRoom? room)
    {
        if (!original.AsSpan().ContainsAnyExcept(Simple)) return SimpleOf(original, room);
        var builder = ReadingBuilder.Begin(original.Length);
        for (var at = 0; at < original.Length;)
        {
            var unit = original[at];
            if (unit < 0x80)
            {
                if (CharacterFold.Ascii(unit) is var folded and not '\0') builder.Add(folded, at, at + 1);
                at++;
                continue;
            }

            // A lone surrogate decodes as U+FFFD and one unit; it takes part like any other unknown sign.
            var status = Rune.DecodeFromUtf16(original.AsSpan(at), out var rune, out var used);
            var end = at + used;
            var expansion = status == OperationStatus.Done ? CharacterFold.Of(rune) : "\uFFFD";
            foreach (var character in expansion is null ? original.AsSpan(at, used) : expansion) builder.Add(character, at, end);
            if (expansion is "" && CharacterFold.IsMark(rune)) builder.Extend(end);
            at = end;
        }

        return builder.Build(room);
    }

    private static TextReading SimpleOf(string original, ReadingRoom? room)
    {
        if (room is null) return new(original.ToLowerInvariant());
        var reading = room.Next();
        Ascii.ToLower(original, reading.Begin(original.Length), out _);
        return reading;
    }

    // One reference, so that threads which share a text see all parts or none.
    private ReadingSet Read() => _readings ??= Disguises.ReadingsOf(_plain, _room?.Set ?? new());
}
