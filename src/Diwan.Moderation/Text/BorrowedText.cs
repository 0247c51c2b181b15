namespace Diwan.Moderation.Text;

/// <summary>A text folded into room that its thread lends out and takes back: whoever scores one comment after the other pays for no copy of any.</summary>
/// <remarks>The same units and readings as of <see cref="NormalizedText.From"/>. Neither the text nor its readings may be kept, or given to another
/// thread, beyond <see cref="Dispose"/>: their room then holds the next text.</remarks>
public readonly ref struct BorrowedText
{
    // One a thread. A second text that is borrowed meanwhile gets room of its own, and the one given back last stays.
    [ThreadStatic]
    private static NormalizedText? spare;

    private BorrowedText(NormalizedText text) => Text = text;

    /// <summary>The text, folded.</summary>
    public NormalizedText Text { get; }

    /// <summary>Folds any text, ill-formed UTF-16 included; never throws for one.</summary>
    public static BorrowedText Of(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        var text = spare ?? new NormalizedText(new ReadingRoom());
        spare = null;
        text.Fold(original);
        return new(text);
    }

    /// <summary>Gives the room back: once, when nobody reads the text any more.</summary>
    public void Dispose()
    {
        Text.Forget();
        spare = Text;
    }
}
