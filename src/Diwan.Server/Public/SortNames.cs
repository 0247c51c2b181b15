using Diwan.Comments.Publishing;

namespace Diwan.Server.Public;

/// <summary>The order of a thread as addresses name it: <c>newest oldest replies</c>.</summary>
internal static class SortNames
{
    /// <summary>Reads a name; no name is newest first. False when there is no such order.</summary>
    public static bool TryRead(string? name, out ThreadSort sort)
    {
        sort = ThreadSort.Newest;
        return name is null || (name.All(char.IsAsciiLetterLower) && Enum.TryParse(name, ignoreCase: true, out sort));
    }
}
