using Diwan.Comments.Notifying;

namespace Diwan.Comments.Stores;

/// <summary>Keeps addresses with what their readers said of them, and mails that are to be sent. Orders are written with what they tell of:
/// see <see cref="ICommentStore"/> and <see cref="IAppealStore"/>.</summary>
public interface IMailStore
{
    /// <summary>The address with this digest; null when there is none.</summary>
    Task<KnownAddress?> FindAsync(string digest, CancellationToken ct = default);

    /// <summary>Notes that an address is right. False when it is unknown or was refused; nothing is stored then.</summary>
    Task<bool> ConfirmAsync(string digest, DateTimeOffset at, CancellationToken ct = default);

    /// <summary>Notes that no mail is wanted: destroys the address wherever it is stored, and all that was to be sent to it. Also for one that is not known yet.</summary>
    Task RefuseAsync(string digest, DateTimeOffset at, CancellationToken ct = default);

    /// <summary>Forgets that an address was ever asked or refused; the next comment that names it has it asked anew.</summary>
    Task ForgetAsync(string digest, CancellationToken ct = default);

    /// <summary>The comments that were sent with an address, oldest first.</summary>
    Task<IReadOnlyList<SentComment>> CommentsOfAsync(string digest, CancellationToken ct = default);

    /// <summary>Orders whose time has come and whose address may be written to, longest waiting first.</summary>
    /// <param name="now">The time.</param>
    /// <param name="limit">1 to 200.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<MailOrder>> DueAsync(DateTimeOffset now, int limit, CancellationToken ct = default);

    /// <summary>Takes an order for this process alone until a moment: after it the order is due again, unless it was done.</summary>
    /// <returns>False when another process was faster, or the order is gone.</returns>
    Task<bool> TakeAsync(MailOrder order, DateTimeOffset until, CancellationToken ct = default);

    /// <summary>Removes an order: it was sent, or nobody needs it any more.</summary>
    Task DoneAsync(long number, CancellationToken ct = default);
}
