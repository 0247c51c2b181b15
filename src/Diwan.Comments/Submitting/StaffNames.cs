using Diwan.Comments.Accounts;
using Diwan.Comments.Stores;
using Diwan.Moderation.Text;

namespace Diwan.Comments.Submitting;

/// <summary>Names that readers take for the newsroom's: the publication's own, those the publisher lists, and those of the desk's accounts.</summary>
/// <param name="publication">Its name. One of several words may stand in no guest's name; one of a single word may be a person's too, and is taken like theirs.</param>
/// <param name="listed">Names of its people.</param>
/// <param name="accounts">Where the desk's accounts are, looked up once a second at most.</param>
/// <param name="clock">Tells how long ago.</param>
public sealed class StaffNames(string publication, IEnumerable<string> listed, IAccountStore accounts, TimeProvider clock)
{
    // What sets a title apart from a name: "Dilan Ahmed (editor)". No blank, since "Dilan Ahmed Karim" is somebody else.
    private static readonly char[] Apart = [.. "()[]{}<>,;:|/\\·•–—«»،؛"];

    private readonly string _publication = publication.Trim().Contains(' ', StringComparison.Ordinal) ? Skeleton.Of(publication) : "";
    private readonly string[] _listed = [.. listed.Append(publication).Select(Skeleton.Of).Where(bones => bones.Length > 0)];
    private readonly Lately<Task<HashSet<string>>> _known = new(1, clock, _ => Task.Run(() => LoadAsync(accounts)));

    /// <summary>True when a guest of this name would be taken for one of the newsroom.</summary>
    public async Task<bool> IncludeAsync(string name)
    {
        var whole = Skeleton.Of(name);
        if (whole.Length == 0) return false;
        if (_publication.Length > 0 && whole.Contains(_publication, StringComparison.Ordinal)) return true;
        var desk = await DeskAsync();
        return IsKnown(whole) || name.Split(Apart).Any(part => IsKnown(Skeleton.Of(part)));

        bool IsKnown(string bones) => desk.Contains(bones) || _listed.Contains(bones);
    }

    private async Task<HashSet<string>> DeskAsync()
    {
        const string key = "";
        try
        {
            return await _known.Get(key);
        }
        catch
        {
            // The next one tries again.
            _known.Forget(key);
            throw;
        }
    }

    private static async Task<HashSet<string>> LoadAsync(IAccountStore accounts) =>
        [.. (await accounts.ListAsync())
            .Where(account => account.Role is Role.Moderator or Role.Editor or Role.Admin)
            .Select(account => Skeleton.Of(account.Name)).Where(bones => bones.Length > 0)];
}
