namespace Diwan.Moderation.Text;

/// <summary>What language a text was taken to be in.</summary>
/// <param name="Code">ISO 639 code (<c>en ar tr fa ckb kmr sdh hac zza ur</c>, others), or <c>und</c> when undetermined.</param>
/// <param name="Script">ISO 15924 code of the prevailing script: <c>Latn</c>, <c>Arab</c>, …, <c>Zyyy</c> when there is none.</param>
/// <param name="Confidence">0 to 1.</param>
public readonly record struct IdentifiedLanguage(string Code, string Script, double Confidence)
{
    /// <summary>The answer when nothing is known of a text.</summary>
    public static readonly IdentifiedLanguage Undetermined = new("und", "Zyyy", 0);
}
