using Diwan.Moderation.Signals;
using Diwan.Moderation.Signals.Promotion;

namespace Diwan.Moderation.Tests.Promotion;

public sealed class ContactTests
{
    private static readonly PromotionDetector Detector = new(PromotionTable.Parse(
        "kind\tlanguage\tweight\ttext\nprofile\tund\t0\tt.me\nprofile\tund\t0\tyoutube.com/@\nreference\tund\t0\tbbc.com\nshortener\tund\t0\tbit.ly\n"));

    private static IEnumerable<Signal> ContactsOf(string text)
    {
        var signals = new List<Signal>();
        Detector.Detect(Some.Subject(text), signals);
        return signals.Where(signal => signal.Attribute == Attributes.Contact && signal.Field == TextField.Text);
    }

    [Theory]
    [InlineData("url", "see https://example.org/a?b=c for more", "https://example.org/a?b=c")]
    [InlineData("url", "(www.example.org).", "www.example.org")]
    [InlineData("url", "seehttps://example.org/x", "https://example.org/x")]
    [InlineData("url", "hxxp://example.org", "hxxp://example.org")]
    [InlineData("url", "HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG")]
    [InlineData("domain", "go to example.com, friends", "example.com")]
    [InlineData("domain", "example.com.Then we left", "example.com")]
    [InlineData("domain", "سەردانی example.krd بکەن", "example.krd")]
    [InlineData("domain", "shop.example.iq/offer!", "shop.example.iq/offer")]
    [InlineData("domain", "example.com.tr", "example.com.tr")]
    [InlineData("domain", "مثال.ایران", "مثال.ایران")]
    [InlineData("domain", "ｅｘａｍｐｌｅ．ｃｏｍ", "ｅｘａｍｐｌｅ．ｃｏｍ")]
    [InlineData("domain", "exam\u200Bple.com", "exam\u200Bple.com")]
    [InlineData("domain", "example.news/today", "example.news/today")]
    [InlineData("spoken-domain", "buy at example dot com", "example dot com")]
    [InlineData("spoken-domain", "buy at example (dot) com", "example (dot) com")]
    [InlineData("spoken-domain", "example[.]net", "example[.]net")]
    [InlineData("spoken-domain", "example . com", "example . com")]
    [InlineData("spoken-domain", "ornek nokta com", "ornek nokta com")]
    [InlineData("email", "write to shop.one+a@example.co.uk.", "shop.one+a@example.co.uk")]
    [InlineData("handle", "follow @ornek_hesap!", "@ornek_hesap")]
    [InlineData("profile", "t.me/example", "t.me/example")]
    [InlineData("profile", "https://m.youtube.com/@example", "https://m.youtube.com/@example")]
    [InlineData("reference", "https://www.bbc.com/news/1", "https://www.bbc.com/news/1")]
    [InlineData("shortener", "bit.ly/abc", "bit.ly/abc")]
    [InlineData("telephone", "call +964 750 123 4567 now", "+964 750 123 4567")]
    [InlineData("telephone", "0750 123 45 67", "0750 123 45 67")]
    [InlineData("telephone", "٠٧٥٠١٢٣٤٥٦٧", "٠٧٥٠١٢٣٤٥٦٧")]
    [InlineData("telephone", "۰۹۱۲ ۱۲۳ ۴۵۶۷", "۰۹۱۲ ۱۲۳ ۴۵۶۷")]
    [InlineData("telephone", "0532-123-45-67", "0532-123-45-67")]
    [InlineData("telephone", "(212) 555-0100", "212) 555-0100")]
    [InlineData("telephone", "00964 66 123 4567", "00964 66 123 4567")]
    [InlineData("telephone", "7501234567", "7501234567")]
    public void A_contact_is_found_in_the_authors_own_characters(string kind, string text, string quote)
    {
        var contact = Assert.Single(ContactsOf(text));
        Assert.Equal((kind, quote), (contact.Detail, contact.Evidence!.Value.Quote(text)));
    }

    [Theory]
    [InlineData("They left Erbil.The road was closed.In the end it.is so.")]
    [InlineData("e.g. the U.S.A and i.e. the U.K. at 3.5 p.m., a.k.a. J.K")]
    [InlineData("I wrote it in file.txt and readme.md.")]
    [InlineData("From 1991 to 2003, and 1918-1939, 01.02.2024, 2024-01-02 and 22/11/2026")]
    [InlineData("It cost $1,000,000,000 or 1.500.000.000 dinars, 25% of 0.1234567891")]
    [InlineData("12 500 people, 100 200 300 and 5 000 000 000")]
    [InlineData("The dot com bubble burst; ask a @ me...")]
    [InlineData("Geldi.ki demedi ki.ne olsun")]
    [InlineData("wait...what.. no.")]
    [InlineData("http:// www. .com @ +964")]
    public void What_only_looks_like_a_contact_is_none(string text) =>
        Assert.Equal([], ContactsOf(text).Select(contact => contact.Evidence!.Value.Quote(text)));

    [Fact]
    public void A_number_within_an_address_is_one_contact() => Assert.Single(ContactsOf("https://example.org/07501234567"));

    [Fact]
    public void A_contact_in_the_name_is_found_there()
    {
        var signals = new List<Signal>();
        Detector.Detect(Some.Subject("A remark.", "www.example.org"), signals);
        Assert.All(signals, signal => Assert.Equal(TextField.Author, signal.Field));
        Assert.Contains(signals, signal => signal.Attribute == Attributes.Contact);
    }
}
