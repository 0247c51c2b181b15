using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Doubles;

/// <summary>Fails on every text.</summary>
internal sealed class ThrowingLanguageIdentifier : ILanguageIdentifier
{
    public IdentifiedLanguage Identify(string text) => throw new InvalidOperationException(text);
}
