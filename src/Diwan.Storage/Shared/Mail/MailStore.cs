using Diwan.Comments.Notifying;
using Diwan.Comments.Stores;

namespace Diwan.Storage.Shared.Mail;

/// <summary>Keeps addresses and orders.</summary>
internal sealed class MailStore(Database database) : IMailStore
{
    /// <inheritdoc/>
    public Task<KnownAddress?> FindAsync(string digest, CancellationToken ct = default) => database.ReadAsync(
        session => session.First(
            MailSql.Find, row => new KnownAddress(row.Text(0), row.TextOrNull(1), (AddressState)row.Number(2), row.Time(3)), ("@digest", digest)),
        ct);

    /// <inheritdoc/>
    public Task<bool> ConfirmAsync(string digest, DateTimeOffset at, CancellationToken ct = default) =>
        database.WriteAsync(session => session.Execute(MailSql.Confirm, ("@digest", digest), ("@at", at.UtcTicks)) > 0, ct);

    /// <inheritdoc/>
    public Task RefuseAsync(string digest, DateTimeOffset at, CancellationToken ct = default) => database.WriteAsync(
        session =>
        {
            session.Execute(MailSql.CancelAddress, ("@digest", digest));
            session.Execute(MailSql.TakeOff, ("@digest", digest));
            return session.Execute(MailSql.Refuse, ("@digest", digest), ("@at", at.UtcTicks));
        },
        ct);

    /// <inheritdoc/>
    public Task ForgetAsync(string digest, CancellationToken ct = default) =>
        database.WriteAsync(session => session.Execute(MailSql.Forget, ("@digest", digest)), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SentComment>> CommentsOfAsync(string digest, CancellationToken ct = default) => database.ReadAsync<IReadOnlyList<SentComment>>(
        session => session.All(MailSql.CommentsOf, row => new SentComment(row.Text(0), row.TextOrNull(1)), ("@digest", digest)), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MailOrder>> DueAsync(DateTimeOffset now, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 200);
        return database.ReadAsync<IReadOnlyList<MailOrder>>(
            session => session.All(
                MailSql.Due,
                row => new MailOrder(row.Number(0), (MailKind)row.Number(1), row.Text(2), row.TextOrNull(3), row.Count(4), row.Time(5), row.Count(6)),
                ("@now", now.UtcTicks), ("@limit", limit)),
            ct);
    }

    /// <inheritdoc/>
    public Task<bool> TakeAsync(MailOrder order, DateTimeOffset until, CancellationToken ct = default) => database.WriteAsync(
        session => session.Execute(MailSql.Take, ("@seq", order.Number), ("@due", order.DueAt.UtcTicks), ("@until", until.UtcTicks)) > 0, ct);

    /// <inheritdoc/>
    public Task DoneAsync(long number, CancellationToken ct = default) =>
        database.WriteAsync(session => session.Execute(MailSql.Done, ("@seq", number)), ct);
}
