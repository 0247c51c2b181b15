using Diwan.Learning.Languages;
using Diwan.Moderation.Text.Languages;

namespace Diwan.Learning.Tests.Languages;

public sealed class LanguageTrainingTests
{
    private static readonly LanguageRow[] Rows =
    [
        new("en", "Latn", "own", "Nobody believes these promises any more."),
        new("tr", "Latn", "own", "Artık kimse bu sözlere inanmıyor."),
        new("ckb", "Arab", "own", "چیتر کەس باوەڕ بەم بەڵێنانە ناکات."),
        new("ar", "Arab", "own", "ما عاد أحد يصدق هذه الوعود."),
    ];

    private static readonly Lazy<byte[]> Trained = new(() => LanguageTraining.Train(Rows, 200));

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Assert.Equal(Trained.Value, LanguageTraining.Train(Rows, 200));

    [Fact]
    public void Other_rows_give_other_bytes() =>
        Assert.NotEqual(Trained.Value, LanguageTraining.Train([.. Rows, new("ur", "Arab", "own", "اب کوئی ان وعدوں پر یقین نہیں کرتا")], 200));

    [Fact]
    public void What_was_learned_is_recognised()
    {
        var confusion = LanguageEvaluation.Measure(Rows, int.MaxValue, LanguageIdentifier.Load(Trained.Value));
        Assert.Equal(1, confusion.MacroRecall);
    }
}
