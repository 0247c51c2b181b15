using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Rendering;

/// <summary>A content coding the server has ready.</summary>
public enum Coding
{
    /// <summary>None.</summary>
    Identity,

    /// <summary><c>gzip</c>.</summary>
    Gzip,

    /// <summary><c>br</c>.</summary>
    Brotli,
}

/// <summary>Chooses the content coding of an answer.</summary>
public static class CodingChoice
{
    /// <summary>The best coding the client takes: brotli, else gzip, else none. A coding with <c>q=0</c> is not taken.</summary>
    public static Coding For(HttpRequest request)
    {
        var best = Coding.Identity;
        foreach (var header in request.Headers.AcceptEncoding)
        {
            foreach (var part in header.AsSpan().Split(','))
            {
                var coding = Read(header.AsSpan()[part]);
                if (coding > best) best = coding;
            }
        }

        return best;
    }

    /// <summary>The name of a coding in <c>Content-Encoding</c>; null for none.</summary>
    public static string? Name(Coding coding) => coding switch
    {
        Coding.Brotli => "br",
        Coding.Gzip => "gzip",
        Coding.Identity => null,
        _ => throw new ArgumentOutOfRangeException(nameof(coding), coding, null),
    };

    private static Coding Read(ReadOnlySpan<char> part)
    {
        var semicolon = part.IndexOf(';');
        var name = (semicolon < 0 ? part : part[..semicolon]).Trim();
        var coding = name.Equals("br", StringComparison.OrdinalIgnoreCase) ? Coding.Brotli
            : name.Equals("gzip", StringComparison.OrdinalIgnoreCase) ? Coding.Gzip : Coding.Identity;
        return semicolon >= 0 && IsRefused(part[(semicolon + 1)..]) ? Coding.Identity : coding;
    }

    private static bool IsRefused(ReadOnlySpan<char> parameter)
    {
        parameter = parameter.Trim();
        return parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality)
            && quality <= 0;
    }
}
