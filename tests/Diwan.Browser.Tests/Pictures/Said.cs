namespace Diwan.Browser.Tests.Pictures;

/// <summary>What readers might say under an article about a bridge, in each language, with names of there.</summary>
internal static class Said
{
    private static readonly Dictionary<string, string[]> Texts = new()
    {
        ["en"] =
        [
            "I crossed it every day on my way to school. Good to see somebody care for it at last.",
            "What will happen to the fruit sellers on the east side while the work goes on? The article does not say.",
            "The stones of the second arch were replaced in 1974, as far as I remember, and not very well.\n\nI hope the masons have the old drawings this time.",
            "Until spring is optimistic. They said the same of the station.",
            "My grandfather laid some of those stones. Thank you for the photograph.",
            "Could the council publish what it costs? A bridge that belongs to everybody should have a bill that everybody can read.",
        ],
        ["ckb"] =
        [
            "منداڵ بووم هەموو ڕۆژێک بەسەریدا دەڕۆیشتم بۆ قوتابخانە. دڵخۆشم کەسێک ئاوڕی لێ دایەوە.",
            "میوەفرۆشەکانی ئەوبەری پردەکە لە ماوەی کارەکاندا چی بکەن؟ بابەتەکە باسی نەکردووە.",
            "ئەوەندەی لە بیرم بێت بەردەکانی کەوانی دووەم ساڵی ١٩٧٤ گۆڕدران، بەڵام کارێکی باش نەکرا.\n\nهیوادارم ئەمجارە وەستاکان نەخشە کۆنەکانیان لەبەردەست بێت.",
            "تا بەهار زۆر گەشبینانەیە. هەمان شتیان بۆ وێستگەکەش گوت.",
            "باپیرم یەکێک بوو لەو وەستایانەی ئەو بەردانەیان دانا. سوپاس بۆ وێنەکە.",
            "باشتر نییە شارەوانی تێچووەکەی بڵاو بکاتەوە؟ پردێک هی هەمووان بێت، با هەمووان بزانن چەندی تێچووە.",
        ],
        ["kmr"] =
        [
            "Ez her roj di ser re diçûm dibistanê. Kêfxweş im ku axir yek lê xwedî derket.",
            "Dema ku xebat didome, fêkîfiroşên wî aliyî dê çi bikin? Nûçe behs nake.",
            "Wek ku tê bîra min, kevirên kevana duyem di 1974an de hatin guhertin, lê ne baş.\n\nHêvî dikim vê carê xêzkirinên kevn li ber destê hosteyan bin.",
            "Heta biharê? Ji bo îstasyonê jî wisa gotibûn.",
        ],
        ["ar"] =
        [
            "كنت أعبره كل يوم في طريقي إلى المدرسة. من الجميل أن يهتم به أحد أخيراً.",
            "ماذا سيحدث لباعة الفاكهة في الجانب الشرقي أثناء العمل؟ المقال لا يذكر ذلك.",
            "على ما أذكر، استُبدلت حجارة القوس الثاني عام ١٩٧٤، ولم يكن العمل متقناً.\n\nأرجو أن تكون المخططات القديمة بين أيدي البنّائين هذه المرة.",
            "حتى الربيع؟ قالوا الكلام نفسه عن المحطة.",
        ],
        ["tr"] =
        [
            "Her gün okula giderken üzerinden geçerdim. Sonunda birilerinin ilgilenmesi güzel.",
            "Çalışmalar sürerken doğu yakasındaki meyveciler ne olacak? Haberde yazmıyor.",
            "Hatırladığım kadarıyla ikinci kemerin taşları 1974’te değiştirilmişti, pek de iyi olmamıştı.\n\nUmarım ustaların elinde bu kez eski çizimler vardır.",
            "İlkbahara kadar mı? Gar için de aynısını söylemişlerdi.",
        ],
        ["fa"] =
        [
            "هر روز در راه مدرسه از رویش می‌گذشتم. خوب است که سرانجام کسی به فکرش افتاد.",
            "در مدت کار، میوه‌فروش‌های سمت شرقی چه کنند؟ در مطلب چیزی گفته نشده است.",
            "تا جایی که یادم هست سنگ‌های طاق دوم را سال ۱۹۷۴ عوض کردند و کار خوبی هم نشد.\n\nامیدوارم این بار نقشه‌های قدیمی دست استادکارها باشد.",
            "تا بهار؟ دربارهٔ ایستگاه هم همین را گفتند.",
        ],
    };

    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["en"] = ["Dilan", "Rojda Karim", "Hawar", "Miran Aziz", "Shilan", "A. Baran"],
        ["ckb"] = ["دیلان", "ڕۆژدا کەریم", "هاوار", "میران عەزیز", "شیلان", "ئا. باران"],
        ["kmr"] = ["Dîlan", "Rojda Kerîm", "Hawar", "Mîran Ezîz"],
        ["ar"] = ["سارة", "عمر كريم", "هدى", "يوسف العاني"],
        ["tr"] = ["Elif", "Baran Demir", "Zeynep", "Mert A."],
        ["fa"] = ["نسرین", "آرش کریمی", "مینا", "کاوه"],
    };

    /// <summary>The name of the newsroom's own.</summary>
    public static string Staff(string language) => language switch { "ckb" => "نەرمین جەمال", "ar" => "نرمين جمال", "fa" => "نرمین جمال", _ => "Nermîn Cemal" };

    public static string Text(string language, int number) => Texts[language][number % Texts[language].Length];

    public static string Name(string language, int number) => Names[language][number % Names[language].Length];
}
