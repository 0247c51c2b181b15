using Diwan.Comments.Stores;

namespace Diwan.Comments.Notifying;

/// <summary>Whoever reads an address's mail says that it is right, or that no mail is wanted. Needs the token of a mailed link; never done by opening a page.</summary>
public sealed class SettleAddress(IMailStore mail, IErasureStore erasures, TimeProvider clock)
{
    /// <summary>What is known of the address a token stands for; null when it is unknown or ill-formed. Changes nothing.</summary>
    public Task<KnownAddress?> ReadAsync(string token, CancellationToken ct = default) => mail.FindAsync(AddressTokens.Hash(token), ct);

    /// <summary>The address is right. False when it is unknown or was refused.</summary>
    public Task<bool> ConfirmAsync(string token, CancellationToken ct = default) =>
        mail.ConfirmAsync(AddressTokens.Hash(token), clock.GetUtcNow(), ct);

    /// <summary>No mail is wanted: the address is destroyed wherever it is stored, in the database file too, and after the restore of a backup. False when it is unknown.</summary>
    public async Task<bool> RefuseAsync(string token, CancellationToken ct = default)
    {
        var digest = AddressTokens.Hash(token);
        if (await mail.FindAsync(digest, ct) is not { } known) return false;
        if (known.State is AddressState.Refused) return true;
        var now = clock.GetUtcNow();
        await erasures.NoteAsync(ErasedSubject.OfAddress(digest), now, ct);
        await mail.RefuseAsync(digest, now, ct);
        await erasures.ScrubAsync(ct);
        return true;
    }

    /// <summary>Takes a refusal back: the next comment that names the address has it asked anew. False when it was not refused.</summary>
    public async Task<bool> AllowAsync(string token, CancellationToken ct = default)
    {
        var digest = AddressTokens.Hash(token);
        if (await mail.FindAsync(digest, ct) is not { State: AddressState.Refused }) return false;
        await mail.ForgetAsync(digest, ct);
        return true;
    }
}
