using CsCheck;
using Diwan.Moderation.Text;
using Diwan.Moderation.Text.Languages;

namespace Diwan.Moderation.Tests.Languages;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("2026 ... !!! 👍👍")]
    [InlineData("\0\uFFFE\uD800")]
    [InlineData("ـــ")]
    [InlineData("https://example.org/path @name www.example.org")]
    public void A_text_without_words_is_undetermined(string text) =>
        Assert.Equal(IdentifiedLanguage.Undetermined, ShippedModel.Identifier.Identify(text));

    [Fact]
    public void No_text_throws_and_every_confidence_is_between_0_and_1() =>
        Gen.Char.Array[0, 600].Select(units => new string(units)).Sample(text =>
            ShippedModel.Identifier.Identify(text).Confidence is >= 0 and <= 1);

    [Fact]
    public void A_mention_or_a_link_does_not_outweigh_the_words_beside_it()
    {
        Assert.Equal("ckb", ShippedModel.Identifier.Identify("@some_very_long_english_name سوپاس https://example.org/an/english/path").Code);
    }

    [Fact]
    public void A_megabyte_is_judged_by_its_whole_length()
    {
        var filler = new string('.', 1 << 19);
        Assert.Equal("tr", ShippedModel.Identifier.Identify(filler + " Artık kimse bu sözlere inanmıyor. " + filler).Code);
    }

    [Fact]
    public void The_prevailing_script_decides_in_a_mixed_text() =>
        Assert.Equal("Arab", ShippedModel.Identifier.Identify("ئەم هەواڵە زۆر باشە بەڵام ok").Script);

    [Fact]
    public void Bytes_that_are_no_whole_model_are_refused()
    {
        Assert.Throws<FormatException>(() => LanguageIdentifier.Load("not a model"u8));
        Assert.Throws<FormatException>(() => LanguageIdentifier.Load(ShippedModel.Bytes.AsSpan(0, 1000)));
        Assert.Throws<FormatException>(() => LanguageIdentifier.Load([.. ShippedModel.Bytes, 0]));
    }

    [Fact]
    public void A_written_model_reads_back_to_the_same_bytes() =>
        Assert.Equal(ShippedModel.Bytes, LanguageModelFile.Write(LanguageModelFile.Read(ShippedModel.Bytes)));

    // The bits of the shipped model's answers: they change with a new model, never with the machine.
    [Theory]
    [InlineData("Nobody believes these promises any more.", "en", 0.9999364422240126)]
    [InlineData("Artık kimse bu sözlere inanmıyor.", "tr", 0.9999663801290885)]
    [InlineData("Êdî kes bi van sozan bawer nake.", "kmr", 0.7120016685301249)]
    [InlineData("Îtir kes bawer bem bełênane nakat.", "ckb", 0.9695581243235651)]
    [InlineData("wallah ya3ni ma fi 7ada byefham", "ar", 0.999964117783662)]
    [InlineData("چیتر کەس باوەڕ بەم بەڵێنانە ناکات.", "ckb", 0.9871952344314587)]
    [InlineData("چو کەس باوەریێ ب ڤان سۆزان ناکەت.", "kmr", 0.9861043433286735)]
    [InlineData("ما عاد أحد يصدق هذه الوعود", "ar", 0.999930857517611)]
    [InlineData("دیگر هیچ کس این وعده‌ها را باور نمی‌کند.", "fa", 0.999947142644393)]
    [InlineData("اب کوئی ان وعدوں پر یقین نہیں کرتا", "ur", 0.9999940610062744)]
    public void The_answer_is_the_same_to_the_bit_on_every_machine(string text, string language, double confidence)
    {
        var identified = ShippedModel.Identifier.Identify(text);
        Assert.Equal((language, confidence), (identified.Code, identified.Confidence));
    }
}
