using CsCheck;
using Diwan.Interchange.Pages;

namespace Diwan.Interchange.Tests.Pages;

public sealed class PageDateTests
{
    [Theory]
    [InlineData("25-07-2021")]
    [InlineData("25/7/2021")]
    [InlineData("25.07.2021 14:30")]
    [InlineData("07/25/2021")]
    [InlineData("2021-07-25")]
    [InlineData("٢٥-٠٧-٢٠٢١")]
    [InlineData("۲۵/۰۷/۲۰۲۱")]
    [InlineData("July 25, 2021")]
    [InlineData("Sunday, 25 July 2021")]
    [InlineData("Published: July 25, 2021, 2:30 PM (GMT+3)")]
    [InlineData("25 Temmuz 2021 Pazar")]
    [InlineData("25ê Tîrmeh 2021")]
    [InlineData("٢٥ يوليو ٢٠٢١")]
    [InlineData("الأحد 25 تموز 2021")]
    [InlineData("٢٥ی تەممووزی ٢٠٢١")]
    [InlineData("۳ مرداد ۱۴۰۰")]
    [InlineData("۱۴۰۰/۰۵/۰۳")]
    public void A_day_is_read_in_the_forms_papers_write_it(string line)
    {
        Assert.Equal(new DateTimeOffset(2021, 7, 25, 0, 0, 0, TimeSpan.Zero), PageDate.Read(line, out var hasTimeOfDay));
        Assert.False(hasTimeOfDay);
    }

    [Fact]
    public void A_time_with_its_offset_is_a_moment()
    {
        Assert.Equal(new DateTimeOffset(2021, 7, 25, 7, 0, 0, TimeSpan.Zero), PageDate.Read("2021-07-25T10:00:00+03:00", out var hasTimeOfDay));
        Assert.True(hasTimeOfDay);
    }

    [Theory]
    [InlineData("31-02-2021")]
    [InlineData("25-07-21")]
    [InlineData("00-00-2021")]
    [InlineData("The ferry sank on 25 July 2021")]
    [InlineData("3,500 soldiers")]
    [InlineData("Layal Shakir")]
    [InlineData("May")]
    public void What_is_no_date_is_none(string line) => Assert.Null(PageDate.Read(line, out _));

    [Fact]
    public void No_text_throws() => Gen.String.Sample(line => { _ = PageDate.Read(line, out _); });

    [Fact]
    public void Every_day_is_read_back() =>
        Gen.Date[new DateTime(1900, 1, 1), new DateTime(2200, 12, 31)].Sample(day => Assert.Equal(day.Date, PageDate.Read(day.ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture), out _)!.Value.DateTime));
}
