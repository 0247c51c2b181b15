using AngleSharp.Dom;

namespace Diwan.Interchange.Pages;

/// <summary>Guards the walks over a page, which call themselves, against pages nested to bring them down.</summary>
internal static class HtmlDepth
{
    /// <summary>Deepest element of a page that is read. News pages stay under 60.</summary>
    public const int Most = 400;

    /// <summary>True when no element is deeper than <see cref="Most"/>. Does not call itself.</summary>
    public static bool IsSafe(INode root)
    {
        var depth = 0;
        for (var node = root; ;)
        {
            if (node.FirstChild is { } child)
            {
                if (++depth > Most) return false;
                node = child;
                continue;
            }

            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                depth--;
            }

            if (node == root) return true;
            node = node.NextSibling!;
        }
    }
}
