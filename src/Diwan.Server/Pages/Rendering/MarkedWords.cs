using System.Text;
using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;
using Microsoft.AspNetCore.Components;

namespace Diwan.Server.Pages.Rendering;

/// <summary>A text with the words that reasons rest on in <c>mark</c>. Put together it is the text, unchanged.</summary>
internal static class MarkedWords
{
    public static MarkupString Of(string text, TextField field, IReadOnlyList<Reason> reasons)
    {
        var marked = new bool[text.Length];
        foreach (var reason in reasons)
        {
            if (reason.Signal is { Evidence: { } span } signal && signal.Field == field && span.Start >= 0 && span.End <= text.Length && span.Length > 0)
                marked.AsSpan(span.Start, span.Length).Fill(true);
        }

        var html = new StringBuilder(text.Length + 64);
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && marked[end] == marked[start]) end++;
            var part = ExactHtmlEncoder.Instance.Encode(text[start..end]);
            html.Append(marked[start] ? $"<mark>{part}</mark>" : part);
            start = end;
        }

        return new(html.ToString());
    }
}
