using Diwan.Comments.Retaining;
using Diwan.Server.Hosting;

namespace Diwan.Server.Tests;

/// <summary>The file that says what the site is called, where it is and whose pages may send comments.</summary>
public sealed class SiteSettingsTests
{
    [Fact]
    public void A_site_without_a_file_is_the_sample_site_and_takes_comments_from_its_own_pages_only()
    {
        var settings = SiteSettings.Read(Path.GetTempPath());

        Assert.Null(settings.Name);
        Assert.Null(settings.PublicUrl);
        Assert.Empty(settings.Origins);
    }

    [Fact]
    public void Everything_it_may_hold_is_read()
    {
        var settings = SiteSettings.Parse("name: رۆژنامە\npublicUrl: https://news.example/comments\norigins:\n  - https://news.example\n  - http://localhost:8081\n");

        Assert.Equal("رۆژنامە", settings.Name);
        Assert.Equal("https://news.example/comments", settings.PublicUrl);
        Assert.Equal(["https://news.example", "http://localhost:8081"], settings.Origins);
    }

    private const string Url = "publicUrl: https://news.example\n";

    [Fact]
    public void Mail_and_retention_are_read()
    {
        var settings = SiteSettings.Parse(Url + "mail: {host: m.example, from: a@b.example}\nretention: {traceDays: 7, addressMonths: ~, rejectedMonths: 24}\n");

        Assert.Equal(("m.example", 587), (settings.Mail!.Host, settings.Mail.PortInUse));
        Assert.Equal(new RetentionRules { TraceDays = 7, AddressMonths = null, RejectedMonths = 24 }, settings.Retention);
    }

    [Theory]
    [InlineData("origins: [https://news.example/]", "'https://news.example/'")]
    [InlineData("origins: ['*']", "'*'")]
    [InlineData("origins:", "origins")]
    [InlineData("publicUrl: news.example", "publicUrl")]
    [InlineData("publicUrl: https://news.example/?a=b", "publicUrl")]
    [InlineData("name: a\norigin: [x]", "line 2")]
    [InlineData("mail: {host: m.example, from: a@b.example}", "publicUrl")]
    [InlineData(Url + "mail: {from: a@b.example}", "mail.host")]
    [InlineData(Url + "mail: {host: 'm example', from: a@b.example}", "mail.host")]
    [InlineData(Url + "mail: {host: m.example}", "mail.from")]
    [InlineData(Url + "mail: {host: m.example, from: nobody}", "mail.from")]
    [InlineData(Url + "mail: {host: m.example, from: a@b.example, port: 0}", "mail.port")]
    [InlineData(Url + "mail: {host: m.example, from: a@b.example, security: ssl}", "mail.security")]
    [InlineData(Url + "mail: {host: m.example, from: a@b.example, user: u}", "mail.passwordFile")]
    [InlineData(Url + "mail: {host: m.example, from: a@b.example, user: u, passwordFile: f, security: none}", "readable")]
    [InlineData("retention: {traceDays: 0}", "retention.traceDays")]
    [InlineData("retention: {rejectedMonths: 3}", "rejectedMonths is shorter")]
    [InlineData("appealMonths: 24", "addressMonths (12) is shorter")]
    [InlineData("retention:", "retention")]
    [InlineData("pageCacheMegabytes: 0", "pageCacheMegabytes takes 1 to 65536")]
    [InlineData("metrics: perhaps", "metrics")]
    [InlineData("proxies:", "proxies")]
    [InlineData("proxies: [10.0.0.7/40]", "'10.0.0.7/40'")]
    [InlineData("proxies: [proxy.example]", "'proxy.example'")]
    [InlineData("digits: roman", "digits takes native or latin")]
    [InlineData("solarDates: [fr]", "solarDates takes a list of languages")]
    [InlineData("staff: ['']", "staff takes a list of names")]
    [InlineData("signIn: {issuer: https://news.example}", "signIn needs keys")]
    [InlineData("signIn: {keys: ../k.pem, issuer: x}", "keys takes the name of a file")]
    [InlineData("signIn: {keys: k.pem}", "signIn needs issuer")]
    [InlineData("signIn: {keys: k.pem, issuer: x, url: sign-in}", "url is no address")]
    [InlineData("signIn: {keys: k.pem, issuer: x, secret: y}", "secret")]
    public void A_slip_of_the_pen_is_named(string yaml, string named) =>
        Assert.Contains(named, Assert.Throws<InvalidDataException>(() => SiteSettings.Parse(yaml)).Message, StringComparison.Ordinal);
}
