using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Diwan.Server.Pages.Rendering;
using Microsoft.AspNetCore.Components;

namespace Diwan.Server.Pages.Wording;

/// <summary>What the pages say, in one language: sentences, plurals, numbers and dates.</summary>
public sealed class Words
{
    private static readonly PersianCalendar Solar = new();

    private readonly FrozenDictionary<string, string> _texts;
    private readonly string _digits;
    private readonly bool _isSolar;

    internal Words(string language, FrozenDictionary<string, string> texts, bool isSolar = false)
    {
        (Language, _texts, _digits, _isSolar) = (language, texts, texts["number.digits"], isSolar);
        IsRightToLeft = texts["language.direction"] == "rtl";
    }

    /// <summary>ISO 639 code: <c>en ckb kmr ar tr fa</c>.</summary>
    public string Language { get; }

    /// <summary>True when it is written from right to left.</summary>
    public bool IsRightToLeft { get; }

    /// <summary>Value of the <c>dir</c> attribute: <c>rtl</c> or <c>ltr</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Every key there is.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The sentence of a key, placeholders and all.</summary>
    /// <exception cref="KeyNotFoundException">No such key: a mistake in the code, found by a test.</exception>
    public string this[string key] => _texts.TryGetValue(key, out var text)
        ? text : throw new KeyNotFoundException($"There is no word \"{key}\".");

    /// <summary>A sentence with its placeholders filled in, as plain text.</summary>
    public string Format(string key, params ReadOnlySpan<(string Name, object Value)> values) => Fill(this[key], values, PlainText);

    /// <summary>The same as HTML: texts are encoded and stand in <c>bdi</c>, since names and headlines may be of another script than the sentence.</summary>
    public MarkupString Html(string key, params ReadOnlySpan<(string Name, object Value)> values) =>
        new(Fill(ExactHtmlEncoder.Instance.Encode(this[key]), values, Markup));

    /// <summary>A sentence that counts, in the form the language wants; <c>{n}</c> is the number.</summary>
    public string Count(string key, long count)
    {
        var form = $"{key}.{PluralRules.Category(Language, count)}";
        return Fill(_texts.TryGetValue(form, out var text) ? text : this[key + ".other"], [("n", Number(count))], PlainText);
    }

    /// <summary>A whole number in the digits of the language.</summary>
    public string Number(long number) => Digits(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number between 0 and 1 with two places, in the digits of the language.</summary>
    public string Share(double number) => Digits(number.ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>What is read from left to right in every language, such as a version, for a sentence of plain text.</summary>
    public string LeftToRight(string text) => IsRightToLeft ? $"\u2066{text}\u2069" : text;

    /// <summary>A day in words: of the Gregorian calendar, or of the solar one of Iran where the publisher wants it.</summary>
    public string Date(DateTimeOffset time)
    {
        var (day, month, year) = _isSolar
            ? (Solar.GetDayOfMonth(time.DateTime), $"solar.{Solar.GetMonth(time.DateTime)}", Solar.GetYear(time.DateTime))
            : (time.Day, $"month.{time.Month}", time.Year);
        return Format("date.full", ("day", Number(day)), ("month", this[month]), ("year", Number(year)));
    }

    /// <summary>A day and the time of day, as the clock of <paramref name="zone"/> shows it.</summary>
    public string DateAndTime(DateTimeOffset time, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        return Format("date.withTime", ("date", Date(local)), ("time", Digits(local.ToString("HH:mm", CultureInfo.InvariantCulture))));
    }

    private string Digits(string ascii) => _digits == "0123456789"
        ? ascii : string.Concat(ascii.Select(character => char.IsAsciiDigit(character) ? _digits[character - '0'] : character));

    private static string PlainText(object value) => value.ToString() ?? "";

    private static string Markup(object value) => value is MarkupString markup
        ? markup.Value : $"<bdi>{ExactHtmlEncoder.Instance.Encode(PlainText(value))}</bdi>";

    // In one pass, so that a name that looks like a placeholder stays a name.
    private static string Fill(string text, ReadOnlySpan<(string Name, object Value)> values, Func<object, string> write)
    {
        var filled = new StringBuilder(text.Length + 32);
        var rest = text.AsSpan();
        for (int open; (open = rest.IndexOf('{')) >= 0;)
        {
            filled.Append(rest[..open]);
            var close = rest.IndexOf('}');
            var name = rest[(open + 1)..close];
            foreach (var (key, value) in values)
            {
                if (name.SequenceEqual(key)) filled.Append(write(value));
            }

            rest = rest[(close + 1)..];
        }

        return filled.Append(rest).ToString();
    }
}
