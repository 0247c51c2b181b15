using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Diwan.Interchange.Pages;

/// <summary>Reads the line of a page that is a date and nothing else, in the forms newspapers of the region write it.</summary>
public static partial class PageDate
{
    /// <summary>The date of a line such as <c>25-07-2021</c>, <c>٢٥/٧/٢٠٢١</c>, <c>July 25, 2021</c>, <c>25 Temmuz 2021</c> or
    /// <c>2021-07-25T10:00+03:00</c>; null when the line is anything else.</summary>
    /// <param name="line">One line; any text is allowed.</param>
    /// <param name="hasTimeOfDay">True when the line gives a moment: a time with its offset. A time without offset names no moment, so the day alone is kept.</param>
    public static DateTimeOffset? Read(string line, out bool hasTimeOfDay)
    {
        hasTimeOfDay = false;
        if (line.Length is < 6 or > 80) return null;
        var plain = WithPlainDigits(line);
        if (Iso.IsMatch(plain))
        {
            hasTimeOfDay = DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
            return hasTimeOfDay && moment.Year is >= 1900 and <= 2200 ? moment.ToUniversalTime() : null;
        }

        var bare = Label.Replace(Time.Replace(plain, " "), "").Trim(' ', ',', '،', '|', '-', '–', '—');
        if (Numbers.Match(bare) is { Success: true } numbers) return FromNumbers(numbers);
        return FromWords(bare);
    }

    private static DateTimeOffset? FromNumbers(Match match)
    {
        var (first, second, third) = (Number(match, "a"), Number(match, "b"), Number(match, "c"));
        if (match.Groups["a"].Length == 4) return Day(first, second, third);
        if (match.Groups["c"].Length != 4) return null;

        // Day first, as the region writes it; month first only where day first is no date.
        return second > 12 ? Day(third, first, second) : Day(third, second, first);
    }

    private static DateTimeOffset? FromWords(string text)
    {
        int? month = null, day = null, year = null;
        var isPersian = false;
        var words = Word.Matches(text);
        if (words.Count is < 3 or > 6) return null;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Value;
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (word.Length == 4 && year is null) year = number;
                else if (word.Length <= 2 && day is null) day = number;
                else return null;
            }
            else if (month is null && MonthNames.Find(word, out isPersian) is { } known)
            {
                month = known;
            }
            else if (month is null && i + 1 < words.Count && MonthNames.Find($"{word} {words[i + 1].Value}", out isPersian) is { } pair)
            {
                month = pair;
                i++;
            }
            else if (i > 0 && month is null && day is null)
            {
                return null;   // More than one word, of which none is a month, before the date: a sentence.
            }
        }

        if (month is null || day is null || year is null) return null;
        return isPersian ? PersianDay(year.Value, month.Value, day.Value) : Day(year.Value, month.Value, day.Value);
    }

    private static DateTimeOffset? Day(int year, int month, int day)
    {
        // 1300 to 1500 can only be the Persian calendar on a news page.
        if (year is >= 1300 and <= 1500) return PersianDay(year, month, day);
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return new(year, month, day, 0, 0, 0, TimeSpan.Zero);
    }

    private static DateTimeOffset? PersianDay(int year, int month, int day)
    {
        var calendar = new PersianCalendar();
        if (year is < 1300 or > 1500 || month is < 1 or > 12 || day < 1 || day > calendar.GetDaysInMonth(year, month)) return null;
        return new(calendar.ToDateTime(year, month, day, 0, 0, 0, 0), TimeSpan.Zero);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string WithPlainDigits(string line)
    {
        var plain = new StringBuilder(line.Length);
        foreach (var character in line)
        {
            if (character is '\u200E' or '\u200F' or '\u061C') continue;
            plain.Append(character is (>= '٠' and <= '٩') or (>= '۰' and <= '۹') ? (char)('0' + (character & 0xF)) : character);
        }

        return plain.ToString().Trim();
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,7})?)? ?(Z|[+-]\d\d:?\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso { get; }

    [GeneratedRegex(@"^(?<a>\d{1,4}) ?[-/.،] ?(?<b>\d{1,2}) ?[-/.،] ?(?<c>\d{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"[T ,|–—-]*\b\d{1,2}:\d\d(:\d\d)?( ?[AaPp]\.?[Mm]\b\.?)?( ?\(?(GMT|UTC)?([+-]\d{1,2}(:?\d\d)?)?\)?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Time { get; }

    [GeneratedRegex(@"^[\p{L}\p{M} ]{2,24}[:：] *", RegexOptions.CultureInvariant)]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"[\p{L}\p{M}\u200C]+|\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }
}
