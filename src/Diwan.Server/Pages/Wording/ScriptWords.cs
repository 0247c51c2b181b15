using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diwan.Comments.Submitting;
using Diwan.Server.Pages.Answers;
using Diwan.Server.Public;

namespace Diwan.Server.Pages.Wording;

/// <summary>What scripts must say by themselves: it comes with the thread, in its language, so that no script knows a language.</summary>
internal static class ScriptWords
{
    // A script counts while somebody reads, so it needs every form of the plural.
    private const string Counted = "thread.newComments.";

    private static readonly string[] Live = ["number.digits", "thread.removed"];

    private static readonly string[] Embedded =
        ["form.heading", "form.headingReply", "form.cancelReply", "form.submit", "form.sending", "form.notSent", "refusal.heading", "refusal.rate_limited", "refusal.token_invalid", "report.heading", "report.thanks", "report.already", "desk.cancel"];

    /// <summary>For an article's page, as a JSON object: what arrives while it is open.</summary>
    public static string ForPage(Words words) => Json(At(words, Live));

    /// <summary>For the embed, as a JSON object: also what its form says. Refusals stand under the API's codes.</summary>
    public static string ForEmbed(Words words)
    {
        var texts = At(words, [.. Live, .. Embedded]);
        foreach (var code in Enum.GetValues<RefusalCode>()) texts["refusal." + Problems.Code(code)] = words[RefusalWords.Key(code)];
        return Json(texts);
    }

    private static Dictionary<string, string> At(Words words, string[] keys) =>
        keys.Concat(words.Keys.Where(key => key.StartsWith(Counted, StringComparison.Ordinal))).ToDictionary(key => key, key => words[key]);

    private static string Json(Dictionary<string, string> texts) => JsonSerializer.Serialize(texts, ScriptWordsJson.Instance.DictionaryStringString);
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ScriptWordsJson : JsonSerializerContext
{
    public static ScriptWordsJson Instance { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
