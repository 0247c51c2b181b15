namespace Diwan.Learning.Training;

/// <summary>The settings a model is trained with. Each was chosen on the development sets; <c>eval/</c> says what else was tried.</summary>
internal static class TrainingPlan
{
    public const int NgramSize = 64, NgramHidden = 192, WordHidden = 96, NgramPasses = 4, WordPasses = 3, JointPasses = 4;
    public const float DropNgrams = 0.6f, DropWords = 0.1f, DropFilters = 0.3f, DomainWeight = 0.3f, TableRate = 0.1f, Rate = 0.02f, LeastRate = 0.02f, JointRate = 0.04f;

    /// <summary>One row in twenty is held back to calibrate on.</summary>
    public const int HeldBack = 20;

    /// <summary>Times a row is learnt in one pass: small sets would drown in the large ones.</summary>
    public static int Repeats(string set) => set is "mpold" or "mlma-ar" or "sudahate" or "hatemoji" or "youtube-spam" or "sms-spam" or "misogyny" ? 3 : 1;
}
