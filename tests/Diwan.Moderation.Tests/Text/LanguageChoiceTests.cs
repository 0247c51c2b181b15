using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Text;

public sealed class LanguageChoiceTests
{
    [Theory]
    [InlineData("ar", "Arab", 0.99, "en", "ar")]    // Coral says "en" for every text
    [InlineData("ar", "Arab", 0.40, "en", "ar")]    // English is not written so, however unsure the detector is
    [InlineData("tr", "Latn", 0.97, "en", "tr")]
    [InlineData("zza", "Latn", 0.50, "kmr", "kmr")] // two words: the claim decides
    [InlineData("und", "Latn", 0.00, "en", "en")]
    [InlineData("und", "Zyyy", 0.00, "tr", "tr")]
    [InlineData("fa", "Arab", 0.60, "ckb", "ckb")]
    [InlineData("fa", "Arab", 0.60, "ku", "ckb")]   // one code for all Kurdish: the script tells which
    [InlineData("tr", "Latn", 0.60, "ku", "kmr")]
    [InlineData("en", "Latn", 0.60, "en-GB", "en")]
    [InlineData("en", "Latn", 0.60, null, "en")]
    [InlineData("en", "Latn", 0.60, "und", "en")]
    [InlineData("en", "Latn", 0.60, "", "en")]
    public void A_claim_counts_where_script_and_detector_allow_it(string code, string script, double confidence, string? claimed, string chosen) =>
        Assert.Equal(chosen, LanguageChoice.Of(new(code, script, confidence), claimed).Code);
}
