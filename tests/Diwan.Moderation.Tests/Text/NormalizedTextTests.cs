using CsCheck;
using Diwan.Moderation.Text;

namespace Diwan.Moderation.Tests.Text;

public sealed class NormalizedTextTests
{
    [Theory]
    [InlineData("Good ARTICLE", "good article")]
    [InlineData("ÍD\u200BÎO\u0300T\u0301", "idiot")]               // accents, zero-width space, combining marks
    [InlineData("𝐢𝐝𝐢𝐨𝐭 ⓘⓓⓘⓞⓣ ｉｄｉｏｔ", "idiot idiot idiot")]    // mathematical, circled, full-width
    [InlineData("İstanbul ısırgan ŞİŞLİ", "istanbul isirgan sisli")] // Turkish, both letters i
    [InlineData("شـــكـــرا", "شکرا")]                              // tatweel, and the Arabic kaf as the Persian one
    [InlineData("مُحَمَّد", "محمد")]                                   // harakat
    [InlineData("علي على علی", "علی علی علی")]                      // three letters that type alike
    [InlineData("مدرسة مدرسه مدرسە", "مدرسه مدرسه مدرسه")]
    [InlineData("می\u200Cخواهم", "میخواهم")]                        // zero-width non-joiner
    [InlineData("ﻻ ﷲ", "لا الله")]                                  // presentation forms
    [InlineData("دڵ ڕۆژ ئێمە", "دل روژ یی\u0645ه")]                  // Kurdish signs, which many leave out
    [InlineData("٢٠٢١ ۲۰۲۱", "2021 2021")]
    [InlineData("Straße Øl", "strasse ol")]
    [InlineData("ɪᴅɪᴏᴛ", "idiot")]                                   // small capitals
    [InlineData("id\u00ADi\u2066o\u2069\uDB40\uDC74t\uFE0F", "idiot")]  // soft hyphen, direction, tag and variation selector
    [InlineData("हिन्दी ไม่", "हिन्दी ไม่")]                              // marks that are vowels
    [InlineData("한국어", "한국어")]
    [InlineData("", "")]
    public void Folds(string text, string folded) => Assert.Equal(folded, NormalizedText.From(text).Folded);

    [Theory]
    [InlineData("You ÍD\u200BÎO\u0300T\u0301!", "idiot", "ÍD\u200BÎO\u0300T\u0301")]
    [InlineData("a 𝐢𝐝𝐢𝐨𝐭 b", "idiot", "𝐢𝐝𝐢𝐨𝐭")]
    [InlineData("die Straße", "strasse", "Straße")]
    [InlineData("او ﷲ است", "الله", "ﷲ")]
    public void Quotes_the_authors_own_characters(string text, string folded, string quote)
    {
        var normalized = NormalizedText.From(text);

        var span = normalized.ToOriginal(normalized.Folded.IndexOf(folded, StringComparison.Ordinal), folded.Length);

        Assert.Equal(quote, span.Quote(text));
    }

    [Theory]
    [InlineData("what an 1d10t", "idiot", "1d10t")]
    [InlineData("you are an i d i o t.", "idiot", "i d i o t")]
    [InlineData("i.d.i.o.t", "idiot", "i.d.i.o.t")]
    [InlineData("i - d - 1 - 0 - t", "idiot", "i - d - 1 - 0 - t")]
    [InlineData("IDIOOOOOT!!!", "idiot", "IDIOOOOOT")]
    [InlineData("іdіоt", "idiot", "іdіоt")]                          // Cyrillic letters within a Latin word
    [InlineData("$tup1d", "stupid", "$tup1d")]
    [InlineData("1oser", "loser", "1oser")]
    [InlineData("coooool", "cool", "coooool")]
    [InlineData("u i d i o t", "idiot", "i d i o t")]                  // the first letter is a word by itself
    [InlineData("y o u  i d i o t", "you  idiot", "y o u  i d i o t")] // a wider gap is one between words
    [InlineData("y.o.u i.d.i.o.t", "you idiot", "y.o.u i.d.i.o.t")]    // and so is a blank one after points
    [InlineData("i.diot", "idiot", "i.diot")]
    [InlineData("d*rn it", "drn", "d*rn")]
    [InlineData("@$$", "ass", "@$$")]
    [InlineData("ѕех", "sex", "ѕех")]                                  // Cyrillic letters alone
    public void Reads_through_a_disguise_and_quotes_it(string text, string word, string quote)
    {
        var found = NormalizedText.From(text).Readings
            .Select(reading => (Reading: reading, At: reading.Folded.IndexOf(word, StringComparison.Ordinal)))
            .First(hit => hit.At >= 0);

        Assert.Equal(quote, found.Reading.ToOriginal(found.At, word.Length).Quote(text));
    }

    [Theory]
    [InlineData("You 1d10t, be quiet", "you idiot, be quiet")]
    [InlineData("y.o.u i.d.i.o.t", "you idiot")]
    [InlineData("sooooo goood", "so god")]                             // of a stretched letter one stays: likelier, not always right
    [InlineData("$tup1d аnd ѕаd", "stupid and sad")]
    [InlineData("In 2021 we were 3,500.", "in 2021 we were 3,500.")]
    [InlineData("", "")]
    public void Undoes_every_disguise_in_one_reading(string text, string undone) => Assert.Equal(undone, NormalizedText.From(text).Undone.Folded);

    [Theory]
    [InlineData("In 2021 we were 3,500.")]
    [InlineData("What a game!! Stop!")]
    [InlineData("A. B. met him")]
    [InlineData("Большой Петербург")]
    [InlineData("Закрой рот, сосед")]
    [InlineData("A well-known plan, 3.5 % of it")]
    [InlineData("I don't know")]
    [InlineData("سوپاس بۆ هەواڵەکە")]
    public void An_honest_text_has_one_reading(string text) => Assert.Single(NormalizedText.From(text).Readings);

    [Fact]
    public void No_text_throws_and_every_reading_finds_its_way_back() => Gen.Char.Array[0, 80].Sample(characters =>
    {
        var text = new string(characters);
        foreach (var reading in NormalizedText.From(text).Readings)
        {
            for (var at = 0; at < reading.Folded.Length; at++)
            {
                var span = reading.ToOriginal(at, 1);
                Assert.True(span.Start >= 0 && span.Length > 0 && span.End <= text.Length);
                Assert.True(at == 0 || span.Start >= reading.ToOriginal(at - 1, 1).Start, "the way back does not go forwards");
            }
        }
    }, iter: 20_000);

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uD800")]
    [InlineData("a\uDC00b\uD83D")]
    [InlineData("\0")]
    public void A_text_that_is_none_is_folded_too(string text) => Assert.NotNull(NormalizedText.From(text).Readings[0].Folded);

    [Fact]
    public void A_fold_of_a_fold_is_the_same() => Gen.String[0, 40].Where(text => !text.Any(char.IsSurrogate)).Sample(text =>
    {
        var once = NormalizedText.From(text).Folded;
        Assert.Equal(once, NormalizedText.From(once).Folded);
    }, iter: 5_000);

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("a ")]
    [InlineData("ﷺ")]
    [InlineData("a\u0301")]
    [InlineData("\uD800")]
    public void A_megabyte_is_read_in_one_go(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1024 * 1024 / piece.Length));

        Assert.All(NormalizedText.From(text).Readings, reading => Assert.InRange(reading.Folded.Length, 0, text.Length * 18));
    }

    [Fact]
    public void Normalisation_works_on_this_machine() => Assert.True(NormalizationCheck.Works);

    [Fact]
    public void English_in_small_letters_is_folded_and_read_without_a_copy_of_it()
    {
        var text = new string('x', 2) + string.Join(' ', Enumerable.Repeat("roads and bridges", 1_000));
        Assert.Same(text, NormalizedText.From(text).Undone.Folded);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var folded = NormalizedText.From(text);
        _ = folded.Readings;
        _ = folded.Undone;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400);
    }

    [Fact]
    public void Units_of_plain_English_lead_back_to_their_own_place_also_through_a_disguise()
    {
        var text = NormalizedText.From("You IDIOOOOT, 1 st4ge\nonly");
        Assert.Equal("you idioooot, 1 st4ge\nonly", text.Folded);
        Assert.Equal("you idiot, 1 stage\nonly", text.Undone.Folded);
        Assert.Equal(new TextSpan(4, 12), text.ToOriginal(4, 8));
        Assert.Equal(new TextSpan(4, 12), text.Undone.ToOriginal(4, 5));
        Assert.Equal(new TextSpan(26, 26), text.ToOriginal(26, 0));
    }

    [Fact]
    public void The_likeliest_reading_is_among_the_readings() =>
        Gen.String[Gen.Char["ab1!l@$ .i\u0430\u043E\n"], 0, 40].Sample(
            text => NormalizedText.From(text) is var read && read.Readings.Any(reading => reading.Folded == read.Undone.Folded));
}
