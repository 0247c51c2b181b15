using Diwan.Server.Scoring.Wire;

namespace Diwan.Server.Scoring.Requests;

/// <summary>What <c>comments:analyze</c> is asked.</summary>
/// <param name="Text">The comment, exactly as sent.</param>
/// <param name="Attributes">What to score.</param>
/// <param name="Languages">As the client names them.</param>
/// <param name="Spans">True for a score of each sentence too.</param>
/// <param name="DropUnsupported">True to leave out attributes that the language does not have, instead of an error.</param>
/// <param name="ClientToken">Given back as it is; null when none came.</param>
/// <param name="DoNotStore">True when the client forbids keeping it.</param>
internal sealed record AnalyzeRequest(
    string Text, IReadOnlyList<RequestedAttribute> Attributes, IReadOnlyList<string> Languages, bool Spans, bool DropUnsupported, string? ClientToken, bool DoNotStore)
{
    private const int MaxLanguages = 20;

    /// <summary>Reads a request; its errors are found in this order: comment, context, attributes, the rest.</summary>
    public static AnalyzeRequest Of(Message request, ScoringSettings settings, IReadOnlySet<string> known, string version)
    {
        if (settings.Strict)
        {
            request.Only(
                "comment", "context", "requestedAttributes", "spanAnnotations", "languages", "doNotStore", "clientToken", "sessionId", "communityId",
                "dropUnsupportedAttributes");
        }

        var text = TextEntry.Comment(request, settings);
        TextEntry.CheckContext(request, settings);
        var attributes = RequestedAttribute.Of(request, settings, known, version);
        _ = (request.Text("sessionId"), request.Text("communityId"));
        return new(
            text, attributes, LanguagesOf(request), request.Flag("spanAnnotations"), request.Flag("dropUnsupportedAttributes"), request.Text("clientToken"),
            request.Flag("doNotStore"));
    }

    /// <summary>The languages a request names.</summary>
    public static IReadOnlyList<string> LanguagesOf(Message request)
    {
        var languages = request.Texts("languages");
        return languages.Count <= MaxLanguages && languages.All(IsCode)
            ? languages
            : throw new WireException(WireError.Payload("Invalid value at 'languages': ISO 639 or BCP 47 codes are expected.", "languages"));
    }

    private static bool IsCode(string code) => code.Length is >= 2 and <= 35 && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
