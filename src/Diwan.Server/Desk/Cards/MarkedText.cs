using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;

namespace Diwan.Server.Desk.Cards;

/// <summary>A text cut where reasons begin and end, so that the words they rest on can be marked.</summary>
internal static class MarkedText
{
    /// <summary>The text as consecutive parts; put together they are the text, unchanged.</summary>
    public static IReadOnlyList<MarkedPart> Of(string text, TextField field, IReadOnlyList<Reason> reasons)
    {
        var spans = reasons
            .Where(reason => reason.Signal.Field == field && reason.Signal.Evidence is { } span && span.Start >= 0 && span.End <= text.Length && span.Length > 0)
            .Select(reason => (Span: reason.Signal.Evidence!.Value, reason.Guideline))
            .ToList();
        var cuts = spans.SelectMany(item => (int[])[item.Span.Start, item.Span.End]).Append(0).Append(text.Length).Distinct().Order().ToList();

        var parts = new List<MarkedPart>();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (start, end) = (cuts[i], cuts[i + 1]);
            var guidelines = spans.Where(item => item.Span.Start <= start && item.Span.End >= end)
                .Select(item => item.Guideline ?? "").Where(code => code.Length > 0).Distinct().ToList();
            var isMarked = spans.Any(item => item.Span.Start <= start && item.Span.End >= end);
            parts.Add(new(text[start..end], isMarked, guidelines));
        }

        return parts;
    }
}

/// <summary>A stretch of text under the same reasons.</summary>
/// <param name="Text">The author's own characters.</param>
/// <param name="IsMarked">True when a reason rests on it.</param>
/// <param name="Guidelines">Codes of the guidelines it speaks against.</param>
internal sealed record MarkedPart(string Text, bool IsMarked, IReadOnlyList<string> Guidelines);
