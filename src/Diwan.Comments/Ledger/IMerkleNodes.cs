namespace Diwan.Comments.Ledger;

/// <summary>The complete subtrees of the ledger's tree, wherever they are kept.</summary>
public interface IMerkleNodes
{
    /// <summary>Root of the complete subtree over entries <c>index * 2^height</c> to <c>(index + 1) * 2^height</c>, which must all be there.</summary>
    /// <param name="height">0 for the hash of an entry.</param>
    /// <param name="index">Which subtree of that height, from 0.</param>
    byte[] Hash(int height, long index);
}
