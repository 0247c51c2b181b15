using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Doubles;

/// <summary>Takes every text to be in one language.</summary>
internal sealed class FixedLanguage(string code = "en") : ILanguageIdentifier
{
    public IdentifiedLanguage Identify(string text) => new(code, "Latn", 1);
}
