using System.Buffers;
using System.Text.Encodings.Web;

namespace Diwan.Server.Pages.Rendering;

/// <summary>Encodes for HTML what HTML would read as markup, and nothing else, so that a page shows a text exactly as it was received.</summary>
/// <remarks>The framework's encoder writes a C1 control such as U+0080 as <c>&amp;#x80;</c>, which browsers read as "€" (the table of the HTML
/// standard's numeric references), and every letter of an astral plane as eight characters. A carriage return is the one character that
/// browsers drop when it stands for itself.</remarks>
public sealed class ExactHtmlEncoder : HtmlEncoder
{
    /// <summary>The one instance: it has no state.</summary>
    public static readonly ExactHtmlEncoder Instance = new();

    private static readonly SearchValues<char> Markup = SearchValues.Create("&<>\"'\r");

    private ExactHtmlEncoder() { }

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => "&quot;".Length;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => Entity(unicodeScalar) is not null;

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        new ReadOnlySpan<char>(text, textLength).IndexOfAny(Markup);

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = new Span<char>(buffer, bufferLength);
        if (Entity(unicodeScalar) is { } entity)
        {
            numberOfCharactersWritten = entity.Length;
            if (entity.TryCopyTo(output)) return true;
            numberOfCharactersWritten = 0;
            return false;
        }

        return new System.Text.Rune(unicodeScalar).TryEncodeToUtf16(output, out numberOfCharactersWritten);
    }

    private static string? Entity(int scalar) => scalar switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\r' => "&#xD;",
        _ => null,
    };
}
