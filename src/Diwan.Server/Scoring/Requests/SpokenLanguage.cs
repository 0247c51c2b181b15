using Diwan.Moderation.Text;

namespace Diwan.Server.Scoring.Requests;

/// <summary>The languages of one request.</summary>
/// <param name="Requested">As the client names them; empty when it names none.</param>
/// <param name="Detected">What the text is taken to be in; empty when that cannot be told.</param>
/// <param name="Used">The one that is scored in.</param>
internal sealed record SpokenLanguage(IReadOnlyList<string> Requested, IReadOnlyList<string> Detected, IdentifiedLanguage Used)
{
    /// <summary>Languages in effect: the client's where it names any, else the detected one.</summary>
    public IReadOnlyList<string> Effective => Requested.Count > 0 ? Requested : Detected;

    /// <summary>Settles the language to score <paramref name="text"/> in.</summary>
    /// <remarks>A text that is clearly Arabic is scored as Arabic whatever is claimed, unless the publisher says otherwise.</remarks>
    public static SpokenLanguage Of(string text, IReadOnlyList<string> requested, ILanguageIdentifier identifier, ScoringSettings settings)
    {
        var detected = identifier.Identify(text);
        var claimed = requested.Count > 0 ? requested[0] : null;
        var used = claimed is not null && settings.TrustClaimedLanguage ? Claimed(claimed, detected) : LanguageChoice.Of(detected, claimed);
        return new(requested, detected.Code == "und" ? [] : [detected.Code], used);
    }

    /// <summary>The language a code stands for: <c>en-US</c> is <c>en</c>, <c>ku</c> is the Kurdish that the script tells.</summary>
    public static IdentifiedLanguage Claimed(string code, IdentifiedLanguage detected)
    {
        if (code == detected.Code) return detected;
        var plain = code.Split('-', '_')[0].ToLowerInvariant();
        return detected with { Code = plain is "ku" ? (detected.Script == "Arab" ? "ckb" : "kmr") : plain };
    }
}
