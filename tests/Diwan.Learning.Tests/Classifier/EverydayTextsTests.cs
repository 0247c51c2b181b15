using System.IO.Compression;
using Diwan.Learning.Sets;
using Diwan.Learning.Training;

namespace Diwan.Learning.Tests.Classifier;

public sealed class EverydayTextsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("diwan-everyday").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_sentence_is_harmless_as_it_stands_and_harmful_with_a_listed_term()
    {
        Directory.CreateDirectory(Path.Combine(folder, "language"));
        using (var file = new GZipStream(File.Create(Path.Combine(folder, "language", "train.jsonl.gz")), CompressionLevel.Fastest))
        {
            file.Write("""{"language":"ckb","script":"Arab","set":"made","text":"ئەمڕۆ باران دەبارێت"}"""u8);
        }

        var rows = EverydayTexts.From(folder).ToArray();

        Assert.Equal(2, rows.Length);
        Assert.Equal((0, "ئەمڕۆ باران دەبارێت"), (rows[0].Labels["toxic"], rows[0].Text));
        Assert.Equal(1, rows[1].Labels["toxic"]);
        Assert.NotEqual(rows[0].Text, rows[1].Text);
    }

    [Fact]
    public void Without_language_sets_there_are_none() => Assert.Empty(EverydayTexts.From(folder));

    [Fact]
    public void Only_harmless_Arabic_comments_get_a_listed_term_and_stay_in_their_set()
    {
        var rows = Enumerable.Range(0, 100).Select(number => new LabelledRow(
            $"{number}", "mpold", number % 3 == 0 ? "en" : "ar", "clean", $"شكرا على الخبر {number}", new Dictionary<string, double> { ["offensive"] = number % 2 }, null, null));

        var listed = EverydayTexts.From(rows).ToArray();

        Assert.NotEmpty(listed);
        Assert.All(listed, row =>
        {
            Assert.Equal(("mpold", "ar", 1.0), (row.Set, row.Language, row.Labels["offensive"]));
            Assert.Equal(0, int.Parse(row.Id["listed-".Length..], System.Globalization.CultureInfo.InvariantCulture) % 2);
        });
    }

    [Fact]
    public void A_term_without_a_bent_form_lends_its_plain_one()
    {
        var term = IdentityTerm.Read(["ar", "religion", "المسلمين", "مسلم", "kind.f=مسلمة"]);
        Assert.Equal(("مسلمة", "المسلمين", null), (term.Form("kind.f"), term.Form("groups.n"), term.Form("place")));
    }
}
