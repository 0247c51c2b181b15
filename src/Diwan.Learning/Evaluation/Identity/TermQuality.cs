namespace Diwan.Learning.Evaluation.Identity;

/// <summary>What a model makes of texts that name one identity: whether harmless ones are taken for harmful.</summary>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Texts"><c>templates</c> (sentences made around the term) or <c>comments</c> (what people wrote).</param>
/// <param name="Term">The identity term.</param>
/// <param name="Harmless">Texts with the term that people judged fine.</param>
/// <param name="Over">Of these, how many lie at or above the score that finds 80 % of all harmful texts of the kind.</param>
/// <param name="FalsePositives">Their share, with Wilson's interval.</param>
/// <param name="AboveMean">True when even the lower end lies above the share over all harmless texts of the kind.</param>
/// <param name="SubgroupAuc">ROC-AUC within the texts that name the term; NaN with fewer than ten harmful or harmless ones.</param>
public sealed record TermQuality(
    string Language, string Texts, string Term, int Harmless, int Over, Interval FalsePositives, bool AboveMean, Interval SubgroupAuc);
