using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>Gathers the runs of one paragraph: white space as single spaces, neighbours of one kind joined.</summary>
internal sealed class RunBuilder
{
    private readonly List<TextRun> _runs = [];
    private Emphasis _emphasis;
    private string? _href;

    /// <summary>Adds text as it is set at this moment.</summary>
    public void Add(string raw)
    {
        if (raw.Length == 0) return;
        var text = PageLine.Clean(raw);
        if (char.IsWhiteSpace(raw[0])) text = " " + text;
        if (text.Length > 1 && char.IsWhiteSpace(raw[^1])) text += " ";
        if (text.StartsWith(' ') && (_runs.Count == 0 || _runs[^1].Text.EndsWith(' '))) text = text[1..];
        if (text.Length == 0) return;
        if (_runs.Count > 0 && _runs[^1].Emphasis == _emphasis && _runs[^1].Href == _href) _runs[^1] = _runs[^1] with { Text = _runs[^1].Text + text };
        else _runs.Add(new(text, _emphasis, _href));
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
        if (_runs.Count > 0) _runs[^1] = _runs[^1] with { Text = _runs[^1].Text.TrimEnd() };
        var taken = _runs.Where(run => run.Text.Length > 0).ToList();
        _runs.Clear();
        return taken;
    }
}
