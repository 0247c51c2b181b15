using Diwan.Comments.Articles;

namespace Diwan.Interchange.Pages;

/// <summary>Reads the teasers under "The Latest": caption, headline and first lines of other articles, as partial drafts.</summary>
internal sealed class TeaserReader(PageFurniture furniture, Func<string, string> languageOf)
{
    private const int LongestHeadline = 200;

    private readonly List<ArticleDraft> _drafts = [];
    private readonly List<string> _notes = [];
    private readonly List<ArticleBlock> _blocks = [];
    private string? _headline;
    private DateTimeOffset? _publishedAt;

    /// <summary>The teasers in order; <paramref name="notes"/> names what could not be made an article.</summary>
    public IReadOnlyList<ArticleDraft> Read(IReadOnlyList<PageLine> lines, PageHints hints, out IReadOnlyList<string> notes)
    {
        for (var at = 0; at < lines.Count; at++) Take(lines, at, hints);
        Finish(hints);
        notes = _notes;
        return _drafts;
    }

    private bool HasText => _blocks.Any(block => block is ArticleBlock.Paragraph);

    private void Take(IReadOnlyList<PageLine> lines, int at, PageHints hints)
    {
        var text = lines[at].Text;
        if (Captions.At(lines, at, furniture) is { } caption)
        {
            if (HasText) Finish(hints);
            Captions.Add(_blocks, caption);
        }
        else if (at > 0 && lines[at - 1].Text == text)
        {
            return;
        }
        else if (PageDate.Read(text, out _) is { } date)
        {
            _publishedAt ??= date;
        }
        else if (_headline is null)
        {
            // A caption without credit stands above its headline; only the caption is a sentence.
            if (EndsSentence(text) && at + 1 < lines.Count && !EndsSentence(lines[at + 1].Text)) Captions.Add(_blocks, new() { Caption = text });
            else _headline = text;
        }
        else if (HasText && !EndsSentence(text) && text.Length <= LongestHeadline && at + 1 < lines.Count)
        {
            Finish(hints);
            _headline = text;
        }
        else
        {
            _blocks.Add(new ArticleBlock.Paragraph([new(text)]));
        }
    }

    private void Finish(PageHints hints)
    {
        if (_headline is not null && _headline.Length <= LongestHeadline && HasText) _drafts.Add(Draft(_headline, hints));
        else if (_headline is not null) _notes.Add($"\"{FirstLines.Cut(_headline, 80)}\" under The Latest has no first lines");
        else if (_blocks.Count > 0) _notes.Add("a caption under The Latest has no headline");
        _blocks.Clear();
        (_headline, _publishedAt) = (null, null);
    }

    private ArticleDraft Draft(string headline, PageHints hints)
    {
        var first = _blocks.FindIndex(block => block is ArticleBlock.Paragraph);
        var (dateline, text) = Dateline.Split(((ArticleBlock.Paragraph)_blocks[first]).Runs[0].Text);
        _blocks[first] = new ArticleBlock.Paragraph([new(text)]);

        // A page points at pages in other languages: the language of a teaser is its own.
        return new()
        {
            Headline = headline, Language = languageOf($"{headline}\n{text}"), PublishedAt = _publishedAt, Dateline = dateline,
            Body = [.. _blocks], IsPartial = true, IsOwn = hints.IsOwn, Source = hints.Source,
        };
    }

    private static bool EndsSentence(string text) => text.TrimEnd('"', '”', '»', '’', ')', ' ') is [.., '.' or '!' or '?' or '؟' or '…' or '۔'];
}
