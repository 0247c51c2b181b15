namespace Diwan.Moderation.Text;

/// <summary>Chooses the language to judge a text in, from what was detected and what somebody claims.</summary>
/// <remarks>Clients claim wrongly (Coral says <c>en</c> for every text), and detectors are unsure of two words: a claim counts only where the
/// script allows it and the detector is not sure of another.</remarks>
public static class LanguageChoice
{
    // From the measured confusions of short texts (eval/language-*.md): above it, fewer than one in a hundred is wrong.
    private const double Sure = 0.9;

    /// <summary>The language to use.</summary>
    /// <param name="detected">What the detector says.</param>
    /// <param name="claimed">ISO 639 or BCP 47 code that a client or the article gives; null when none does.</param>
    public static IdentifiedLanguage Of(IdentifiedLanguage detected, string? claimed)
    {
        var code = claimed?.Split('-', '_')[0].ToLowerInvariant();
        if (code is "ku") code = detected.Script == "Arab" ? "ckb" : "kmr";
        if (string.IsNullOrEmpty(code) || code == detected.Code || code == "und") return detected;
        if (detected.Code != "und" && detected.Confidence >= Sure) return detected;
        return CanBeWritten(code, detected.Script) ? detected with { Code = code } : detected;
    }

    // A text without letters may be of any language; Sorani, Kurmanji and Arabic are typed in both scripts.
    private static bool CanBeWritten(string code, string script) => script switch
    {
        "Latn" => code is not ("fa" or "ur" or "sdh" or "hac"),
        "Arab" => code is "ar" or "fa" or "ckb" or "kmr" or "ur" or "sdh" or "hac",
        "Zyyy" => true,
        _ => false,
    };
}
