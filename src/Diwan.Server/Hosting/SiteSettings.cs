using System.Net;
using Diwan.Comments.Retaining;
using Diwan.Server.Mail;

namespace Diwan.Server.Hosting;

/// <summary>What the site is called, where it is, whose pages may send comments to it, and what it promises readers: the file <c>site.yaml</c> in the data folder, read at start.</summary>
public sealed class SiteSettings
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "site.yaml";

    /// <summary>Name of the publication, as readers see it; null for the sample site's.</summary>
    public string? Name { get; set; }

    /// <summary>Where browsers reach this server, such as <c>https://comments.news.example</c> or <c>https://news.example/comments</c>; null when that is not known.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Origins whose pages may send comments and reports, such as <c>https://news.example</c>. Reading is open to all.</summary>
    public IList<string> Origins { get; set; } = [];

    /// <summary>Months in which a rejection can be appealed, 1 to 120. Six by default, as the Digital Services Act asks of platforms (EU 2022/2065, Article 20).</summary>
    public int AppealMonths { get; set; } = 6;

    /// <summary>True to show everybody the moderation log at <c>/log</c>: counts alone, nothing of anybody's.</summary>
    public bool PublicLog { get; set; } = true;

    /// <summary>Megabytes (of 2^20 bytes) of finished pages and answers kept in memory at most, 1 to 65,536. What is not kept is made anew.</summary>
    public int PageCacheMegabytes { get; set; } = 16;

    /// <summary>True to answer at <c>/metrics</c>: figures of the service, nothing of anybody's.</summary>
    public bool Metrics { get; set; } = true;

    /// <summary>Addresses and networks (<c>10.0.0.7</c>, <c>10.0.0.0/8</c>) of proxies that say in <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> who asks, and how.
    /// Others are not believed. This machine's by default.</summary>
    public IList<string> Proxies { get; set; } = ["127.0.0.0/8", "::1"];

    /// <summary>Address of the PostgreSQL database that keeps the site (<c>postgres://name:password@host,host/database</c>); null for SQLite in the data folder.</summary>
    public string? Store { get; set; }

    /// <summary>Address of a copy of that database from which readers are served; null to read from the primary alone.</summary>
    public string? Replica { get; set; }

    /// <summary>Where Redis is (<c>host:6379,password=…</c>), to wake the other nodes with; null to do it by the database.</summary>
    public string? Redis { get; set; }

    /// <summary>How mail leaves; null to send none.</summary>
    public MailSettings? Mail { get; set; }

    /// <summary>How long what is about a person is kept.</summary>
    public RetentionRules Retention { get; set; } = new();

    /// <summary>Reads the settings of a data folder; the defaults when it has none.</summary>
    /// <exception cref="InvalidDataException">The file cannot be understood; the message says where.</exception>
    public static SiteSettings Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path)) return new();
        var settings = Parse(File.ReadAllText(path));
        settings.Mail?.ReadPassword(dataFolder);
        return settings;
    }

    /// <summary>Reads the text of the file.</summary>
    /// <exception cref="InvalidDataException">It cannot be understood; the message says where.</exception>
    public static SiteSettings Parse(string yaml)
    {
        var settings = SettingsFile.Parse<SiteSettings>(yaml, FileName);
        if (settings.Origins is null) throw new InvalidDataException($"{FileName}: origins takes a list");
        if (settings.AppealMonths is < 1 or > 120) throw new InvalidDataException($"{FileName}: appealMonths takes 1 to 120");
        if (settings.PageCacheMegabytes is < 1 or > 65_536) throw new InvalidDataException($"{FileName}: pageCacheMegabytes takes 1 to 65536");
        if (settings.Origins.FirstOrDefault(origin => !WebOrigin.Is(origin)) is { } wrong)
            throw new InvalidDataException($"{FileName}: '{wrong}' is no origin such as https://news.example");
        if (settings.Proxies is null) throw new InvalidDataException($"{FileName}: proxies takes a list");
        if (settings.Proxies.FirstOrDefault(proxy => Network(proxy) is null) is { } unknown)
            throw new InvalidDataException($"{FileName}: proxies: '{unknown}' is no address such as 10.0.0.7 and no network such as 10.0.0.0/8");
        if (settings.PublicUrl is not null && !IsAddress(settings.PublicUrl))
            throw new InvalidDataException($"{FileName}: publicUrl is no address such as https://news.example/comments");
        if (settings.Mail is { } mail && (mail.Wrong() ?? (settings.PublicUrl is null ? "mail needs publicUrl: what is mailed leads back to this site" : null)) is { } what)
            throw new InvalidDataException($"{FileName}: {what}");
        if (settings.Retention is null) throw new InvalidDataException($"{FileName}: retention takes days and months");
        return settings.Retention.Wrong(settings.AppealMonths) is { } rule ? throw new InvalidDataException($"{FileName}: {rule}") : settings;
    }

    /// <summary>What <see cref="Proxies"/> names.</summary>
    public IReadOnlyList<IPNetwork> ProxyNetworks() => [.. Proxies.Select(proxy => Network(proxy)!.Value)];

    private static IPNetwork? Network(string text)
    {
        if (IPAddress.TryParse(text, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var network) ? network : null;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
}
