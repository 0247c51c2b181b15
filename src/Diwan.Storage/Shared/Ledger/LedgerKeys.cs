using System.Globalization;
using System.Security.Cryptography;
using Diwan.Comments.Ledger;

namespace Diwan.Storage.Shared.Ledger;

/// <summary>The ledger's signing keys: public halves in the database, private ones in <c>keys/</c> of the data folder.</summary>
internal sealed class LedgerKeys(SiteKeys keys, TimeProvider clock)
{
    /// <summary>The signer in force; makes the first key of a new ledger, inside the writer's transaction.</summary>
    /// <exception cref="LedgerKeyLostException">The private half is not there, or is another key's.</exception>
    public LedgerSigner Current(Session session)
    {
        if (session.All(LedgerSql.Keys, Read).LastOrDefault() is not { } last) return Add(session, NewName(), 1, "first", clock.GetUtcNow());
        return Load(last) ?? throw new LedgerKeyLostException(last.Number);
    }

    /// <summary>Makes a new key and records it; nothing is signed with it before the transaction is committed.</summary>
    public LedgerSigner Rotate(Session session, bool isLost, DateTimeOffset at)
    {
        var last = session.All(LedgerSql.Keys, Read)[^1];
        if (!isLost && !HasPrivateHalf(last)) throw new LedgerKeyLostException(last.Number);
        return Add(session, last.Verifier.Name, last.Number + 1, isLost ? "lost" : "rotated", at);
    }

    /// <summary>The signer of a stored key; null when its private half is lost.</summary>
    public LedgerSigner? Load(LedgerKey key)
    {
        if (!keys.Has(FileOf(key.Number))) return null;
        var signer = new LedgerSigner(key.Verifier.Name, keys.Get(FileOf(key.Number)));
        if (signer.Verifier.Line == key.Verifier.Line) return signer;
        signer.Dispose();
        return null;
    }

    /// <summary>A stored key.</summary>
    public static LedgerKey Read(Row row) => new(
        row.Count(0), VerifierKey.Read(row.Text(1)) ?? throw new InvalidDataException("A stored key of the ledger is none."), row.Text(2), row.Time(3));

    private bool HasPrivateHalf(LedgerKey key)
    {
        using var signer = Load(key);
        return signer is not null;
    }

    private LedgerSigner Add(Session session, string name, int number, string cause, DateTimeOffset at)
    {
        var signer = new LedgerSigner(name, keys.Get(FileOf(number)));
        session.Execute(LedgerSql.AddKey, ("@number", number), ("@verifier", signer.Verifier.Line), ("@cause", cause), ("@at", at.UtcTicks));
        LedgerWriter.Append(
            session, LedgerKind.SigningKey, number.ToString(CultureInfo.InvariantCulture), LedgerRecord.SigningKey(signer.Verifier.Line, cause, at));
        return signer;
    }

    // A name that stays for ever and that no other ledger has; the site's address may change.
    private static string NewName() => $"diwan-ledger/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";

    private static string FileOf(int number) => string.Create(CultureInfo.InvariantCulture, $"ledger-signing-{number}");
}
