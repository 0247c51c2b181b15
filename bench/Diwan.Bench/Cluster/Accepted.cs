using Diwan.Comments.Ledger;
using Diwan.Storage;

namespace Diwan.Bench.Cluster;

/// <summary>Whether what was accepted is there: a fast wrong answer fails.</summary>
internal static class Accepted
{
    /// <summary>Looks for each comment of <paramref name="ids"/>, and through the ledger.</summary>
    /// <param name="store">The site's store.</param>
    /// <param name="ids">What the nodes said they have.</param>
    /// <returns>How many.</returns>
    /// <exception cref="InvalidDataException">Two answers named one comment, so that nothing was written for one of them; or a comment is missing; or the ledger is not sound.</exception>
    public static async Task<int> CheckAsync(SiteStore store, IReadOnlyCollection<string> ids)
    {
        var distinct = ids.ToHashSet();
        if (distinct.Count != ids.Count) throw new InvalidDataException($"{ids.Count} accepted, but only {distinct.Count} comments.");
        foreach (var id in distinct)
        {
            if (await store.Comments.FindAsync(id) is null) throw new InvalidDataException($"{id} was accepted and is not there.");
        }

        var findings = (await new VerifyLedger(store.Ledger).RunAsync()).Findings;
        return findings.Count == 0 ? ids.Count : throw new InvalidDataException($"The ledger: {findings[0]}");
    }
}
