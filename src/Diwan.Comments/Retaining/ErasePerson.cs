using Diwan.Comments.Notifying;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Stores;

namespace Diwan.Comments.Retaining;

/// <summary>Erases all that is stored of whoever confirmed an address: every comment sent with it, and the address itself.</summary>
public sealed class ErasePerson(IMailStore mail, EraseComment erase)
{
    /// <summary>Erases; doing it twice is doing it once.</summary>
    /// <param name="token">Token of the mailed link.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when the token is unknown or its address was not confirmed.</returns>
    public async Task<ErasedPerson?> RunAsync(string token, CancellationToken ct = default)
    {
        var digest = AddressTokens.Hash(token);
        if (await mail.FindAsync(digest, ct) is not { State: AddressState.Confirmed }) return null;
        var (erased, kept) = (0, 0);
        foreach (var sent in await mail.CommentsOfAsync(digest, ct))
        {
            if (await erase.RunAsync(sent.Id, DecidedBy.Author, ct) is EraseResult.Erased) erased++;
            else kept++;
        }

        // With its last comment the address went too; one that had none is forgotten here.
        if (kept == 0) await mail.ForgetAsync(digest, ct);
        return new(erased, kept);
    }
}

/// <summary>What came of erasing a person.</summary>
/// <param name="Erased">Comments destroyed.</param>
/// <param name="Kept">Comments that a legal hold keeps, with the address; asking again later is right.</param>
public sealed record ErasedPerson(int Erased, int Kept);
