using Diwan.Moderation.Text.Languages;

namespace Diwan.Moderation.Tests.Languages;

/// <summary>The language model of the repository, copied beside the tests by the build.</summary>
internal static class ShippedModel
{
    public static readonly byte[] Bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "models", "language-1.bin"));

    public static readonly LanguageIdentifier Identifier = LanguageIdentifier.Load(Bytes);
}
