using System.Text.RegularExpressions;

namespace Diwan.Server.Pages.Rendering;

/// <summary>Moves links that begin at the root of this site to where its readers find it: components write them as if the site had its address to itself.</summary>
internal static partial class RootedLinks
{
    /// <summary>The HTML with <paramref name="prefix"/>, a path or a whole address without a slash at its end, before each such link.</summary>
    public static string Prefix(string html, string prefix) => prefix.Length == 0 ? html : Rooted.Replace(html, link => link.Value + prefix);

    // Texts cannot hold it: in them a quotation mark is written as an entity.
    [GeneratedRegex(@" (?:href|action|src)=""(?=/)")]
    private static partial Regex Rooted { get; }
}
