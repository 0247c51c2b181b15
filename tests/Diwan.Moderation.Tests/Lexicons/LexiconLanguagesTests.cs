using Diwan.Moderation.Signals;

namespace Diwan.Moderation.Tests.Lexicons;

public sealed class LexiconLanguagesTests
{
    [Theory]
    [InlineData("en", "This report is weak, your numbers are wrong and the editor shows a bias towards the ministry. Correct it.")]
    [InlineData("en", "A gay refugee, a Jewish doctor, a black Kurd and a Muslim woman spoke; why did the paper print one of them?")]
    [InlineData("tr", "Bu haber zayıf, rakamlar yanlış, gazeteniz hükümetten yana; sık sık aynı hatayı yapıyorsunuz.")]
    [InlineData("tr", "Allah rahmet eylesin, annen ve baban mal mülk peşinde değildi, çok sıkılmış ama çalışmıştı.")]
    [InlineData("ar", "هذا التقرير ضعيف والأرقام خاطئة والصحيفة منحازة إلى الوزارة، صححوا الخبر.")]
    [InlineData("ar", "فرج الله عن اللاجئين الأكراد والعرب واليهود، وليفهم المسؤول أن الكون واسع.")]
    [InlineData("fa", "این گزارش ضعیف است، آمارها اشتباه است و روزنامه جانبدارانه می‌نویسد؛ کسی پاسخ نمی‌دهد.")]
    [InlineData("fa", "مردم ترک و عرب و کرد و لر و افغان نیک می‌دانند که تاکنون کسی کاری نکرده است.")]
    [InlineData("ckb", "ئەم هەواڵە لاوازە، ژمارەکان هەڵەن و ڕۆژنامەکە لایەنگری حکوومەت دەکات، ڕاستی بکەنەوە.")]
    [InlineData("ckb", "کەرتی تایبەت و کۆنترین بازاڕی شارەکە بە هێزی خەڵکی عەرەب و کورد و تورک ئاوەدان بووەوە.")]
    [InlineData("kmr", "Ev nûçe qels e, hejmar şaş in û rojname alîgirê hikûmetê ye; rast bikin.")]
    [InlineData("kmr", "Wî got ku ez çûm malê û min kar kir; Kurdo jî piçekî alîkarî kir.")]
    public void Criticism_of_the_publisher_and_everyday_words_yield_nothing(string language, string text) =>
        Assert.Empty(Shipped.Detect(text, language: language));

    [Theory]
    [InlineData("en", "Watch it, I know where you live.", "I know where you live")]
    [InlineData("tr", "Dikkat et, evini biliyorum.", "evini biliyorum")]
    [InlineData("ar", "انتبه، أعرف أين تسكن يا سيد.", "أعرف أين تسكن")]
    [InlineData("fa", "حواست باشد، می‌دانم کجا زندگی می‌کنی.", "می‌دانم کجا زندگی می‌کنی")]
    [InlineData("ckb", "وریا بە، دەزانم ماڵت لە کوێیە!", "دەزانم ماڵت لە کوێیە")]
    [InlineData("kmr", "Haydar be, ez dizanim mala te li ku ye.", "ez dizanim mala te li ku ye")]
    public void A_threat_is_found_in_each_language_of_the_site(string language, string text, string quoted)
    {
        var threat = Assert.Single(Shipped.Detect(text, language: language), signal => signal.Attribute == Attributes.Threat);
        Assert.Equal(quoted, threat.Evidence!.Value.Quote(text));
        Assert.True(threat.Score >= 0.5);
    }

    [Theory]
    [InlineData("tr", "Bunlar APTALLAR", "APTALLAR")]
    [InlineData("tr", "gerizekali herif", "gerizekali")]
    [InlineData("ar", "انتم أغــبياء فعلا", "أغــبياء")]
    [InlineData("fa", "چقدر بی‌شعوری", "بی‌شعوری")]
    [InlineData("ckb", "ئەم گەوجانە", "گەوجانە")]
    [InlineData("ckb", "ئەم بي عه\u200Cقڵ", "بي عه\u200Cقڵ")]
    [InlineData("kmr", "ev EHMEQÊN han", "EHMEQÊN")]
    [InlineData("kmr", "ew beaqil e", "beaqil")]
    public void An_insult_is_found_with_endings_and_as_it_is_typed_in_a_hurry(string language, string text, string quoted)
    {
        var insult = Assert.Single(Shipped.Detect(text, language: language), signal => signal.Attribute == Attributes.Insult);
        Assert.Equal(quoted, insult.Evidence!.Value.Quote(text));
    }
}
