using System.Text.RegularExpressions;
using Diwan.Server.Pages.Answers;

namespace Diwan.Server.Embed;

/// <summary>Makes links of a fragment lead to this site from whatever page it is put into.</summary>
internal static partial class FragmentLinks
{
    /// <summary>The fragment with the site's public address before each path; unchanged when that is not known, and then the script resolves them.</summary>
    public static string Complete(string html, PublicLinks links) => RootedAddress.Replace(html, address => address.Value + links.Site);

    // Texts cannot hold it: in them a quotation mark is written as an entity.
    [GeneratedRegex(@" (?:href|action)=""(?=/)")]
    private static partial Regex RootedAddress { get; }
}
