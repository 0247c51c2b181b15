using System.Text;
using Diwan.Server.Pages.Rendering;
using Diwan.Server.Pages.Wording;
using MimeKit;
using MimeKit.Text;

namespace Diwan.Server.Mail;

/// <summary>A mail as it is written: each part goes into the plain text and into the HTML, in one language and its direction.</summary>
internal sealed class Letter(Words words)
{
    private readonly StringBuilder _plain = new();
    private readonly StringBuilder _html = new();

    public Letter Heading(string text) => Add(text + "\n" + new string('-', Math.Min(text.Length, 60)), $"<h2 style=\"font-size:1.1em\">{Encode(text)}</h2>");

    public Letter Paragraph(string text) => Add(text, $"<p>{Encode(text)}</p>");

    public Letter Note(string text) => Add(text, $"<p style=\"color:#666;font-size:.85em\">{Encode(text)}</p>");

    /// <summary>Somebody's own words, in whatever direction they are written.</summary>
    public Letter Quote(string text) => Add(
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => "> " + line)),
        $"<blockquote dir=\"auto\" style=\"margin:1em;padding-inline-start:1em;border-inline-start:3px solid #999\">{Encode(text.ReplaceLineEndings("\n")).Replace("\n", "<br>", StringComparison.Ordinal)}</blockquote>");

    public Letter Link(string text, string address) => Add($"{text}:\n{address}", $"<p><a href=\"{Encode(address)}\">{Encode(text)}</a></p>");

    public Letter Rule() => Add("-- ", "<hr>");

    /// <summary>Both bodies; a mail program shows the one it prefers.</summary>
    public MimeEntity Body() => new MultipartAlternative(
        new TextPart(TextFormat.Plain) { Text = _plain.ToString() },
        new TextPart(TextFormat.Html)
        {
            Text = $"<!DOCTYPE html>\n<html lang=\"{words.Language}\" dir=\"{words.Direction}\"><head><meta charset=\"utf-8\"></head>"
                + $"<body style=\"font-family:Georgia,serif;line-height:1.5;max-width:40em\">{_html}</body></html>\n",
        });

    private Letter Add(string plain, string html)
    {
        _plain.Append(plain).Append("\n\n");
        _html.Append(html).Append('\n');
        return this;
    }

    private static string Encode(string text) => ExactHtmlEncoder.Instance.Encode(text);
}
