using System.Text;
using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>Gathers the runs of one paragraph: white space as single spaces, neighbours of one kind joined.</summary>
internal sealed class RunBuilder
{
    private readonly List<TextRun> _runs = [];
    private readonly StringBuilder _text = new();
    private Emphasis _textEmphasis;
    private string? _textHref;
    private Emphasis _emphasis;
    private string? _href;

    /// <summary>Adds text as it is set at this moment.</summary>
    public void Add(string raw)
    {
        if (raw.Length == 0) return;
        var text = PageLine.Clean(raw);
        if (char.IsWhiteSpace(raw[0])) text = " " + text;
        if (text.Length > 1 && char.IsWhiteSpace(raw[^1])) text += " ";
        if (_text.Length > 0 && (_textEmphasis != _emphasis || _textHref != _href)) EndRun();
        if (text.StartsWith(' ') && EndsInSpace) text = text[1..];
        if (text.Length == 0) return;
        if (_text.Length == 0) (_textEmphasis, _textHref) = (_emphasis, _href);
        _text.Append(text);
    }

    // The beginning of a paragraph counts as white space: none is put before its first letter.
    private bool EndsInSpace => _text.Length > 0 ? _text[^1] == ' ' : _runs.Count == 0 || _runs[^1].Text.EndsWith(' ');

    private void EndRun()
    {
        if (_text.Length > 0) _runs.Add(new(_text.ToString(), _textEmphasis, _textHref));
        _text.Clear();
    }

    /// <summary>Sets what <paramref name="inside"/> adds in this way; the stronger of two ways counts.</summary>
    public void Within(Emphasis emphasis, Action inside)
    {
        var before = _emphasis;
        if (emphasis > _emphasis) _emphasis = emphasis;
        inside();
        _emphasis = before;
    }

    /// <summary>Links what <paramref name="inside"/> adds; null links nothing.</summary>
    public void WithinLink(string? href, Action inside)
    {
        var before = _href;
        _href = href;
        inside();
        _href = before;
    }

    /// <summary>The runs so far, without white space at the ends; begins anew.</summary>
    public List<TextRun> Take()
    {
        EndRun();
        if (_runs.Count > 0) _runs[^1] = _runs[^1] with { Text = _runs[^1].Text.TrimEnd() };
        var taken = _runs.Where(run => run.Text.Length > 0).ToList();
        _runs.Clear();
        return taken;
    }
}
