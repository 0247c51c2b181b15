namespace Diwan.Interchange.Pages;

/// <summary>The names of months on the pages of the region, from general knowledge of each language's newspapers.</summary>
internal static class MonthNames
{
    // In the order of the year; names of one month apart by a stroke. The last line is the Persian solar year, from Farvardin.
    private static readonly Dictionary<string, int> Gregorian = Table(
        "january|jan, february|feb, march|mar, april|apr, may, june|jun, july|jul, august|aug, september|sep|sept, october|oct, november|nov, december|dec",
        "ocak, şubat, mart, nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık",
        "rêbendan|çileya paşîn|çile, sibat|reşemî, adar, nîsan, gulan, hezîran|pûşper, tîrmeh|temûz, tebax, îlon|rezber, cotmeh|çiriya pêşîn, mijdar|çiriya paşîn, kanûn|berfanbar|çileya pêşîn",
        "يناير|كانون الثاني, فبراير|شباط, مارس|آذار, أبريل|ابريل|إبريل|نيسان, مايو|أيار|ايار, يونيو|حزيران, يوليو|تموز, أغسطس|اغسطس|آب, سبتمبر|أيلول|ايلول, أكتوبر|اكتوبر|تشرين الأول, نوفمبر|تشرين الثاني, ديسمبر|كانون الأول",
        "کانوونی دووەم|کانونی دووەم, شوبات, ئازار|مارت, نیسان, ئایار|مایس, حوزەیران, تەممووز|تەمووز|تەمموز, ئاب, ئەیلوول|ئەیلول, تشرینی یەکەم, تشرینی دووەم, کانوونی یەکەم|کانونی یەکەم",
        "ژانویه, فوریه, مارس, آوریل, مه, ژوئن, ژوئیه|جولای, اوت, سپتامبر, اکتبر, نوامبر, دسامبر");

    private static readonly Dictionary<string, int> Persian = Table("فروردین, اردیبهشت, خرداد, تیر, مرداد, شهریور, مهر, آبان, آذر, دی, بهمن, اسفند");

    /// <summary>The number of a month, 1 to 12; null when the words are no month. <paramref name="isPersian"/>: of the Persian solar year.</summary>
    public static int? Find(string words, out bool isPersian)
    {
        var key = words.ToLowerInvariant().Replace("i\u0307", "i", StringComparison.Ordinal);
        return Known(key, out isPersian) ?? (key is [_, _, .., 'ی' or 'ê' or 'a'] ? Known(key[..^1], out isPersian) : null);
    }

    // Kurdish joins the month to the year with a letter: تەممووزی ٢٠٢١, Tîrmeha 2021. Known takes the name without it.
    private static int? Known(string key, out bool isPersian)
    {
        isPersian = false;
        if (Gregorian.TryGetValue(key, out var month)) return month;
        isPersian = Persian.TryGetValue(key, out month);
        return isPersian ? month : null;
    }

    private static Dictionary<string, int> Table(params string[] years)
    {
        var table = new Dictionary<string, int>();
        foreach (var year in years)
        {
            var month = 0;
            foreach (var names in year.Split(", "))
            {
                month++;
                foreach (var name in names.Split('|')) table.TryAdd(name, month);
            }
        }

        return table;
    }
}
