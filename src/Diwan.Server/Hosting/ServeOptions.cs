using System.Net;
using Diwan.Comments.Retaining;
using Diwan.Moderation.Signals.Own;
using Diwan.Server.Mail;
using Diwan.Server.Readers;
using Diwan.Server.Scoring;

namespace Diwan.Server.Hosting;

/// <summary>How to serve one site.</summary>
public sealed class ServeOptions
{
    /// <summary>Folder of the site's database, keys and media.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder of what ships with the program: policies, lexicons, models, words.</summary>
    public required string ContentFolder { get; init; }

    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:8080</c>; port 0 for any free one.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>True to take any number of requests from one address; loopback only, for tests and benches.</summary>
    public bool NoRateLimits { get; init; }

    /// <summary>True to score for any API key; loopback only, for tests and benches.</summary>
    public bool Keyless { get; init; }

    /// <summary>How programs that ask for scores are answered.</summary>
    public ScoringSettings Scoring { get; init; } = new();

    /// <summary>Months in which a rejection can be appealed.</summary>
    public int AppealMonths { get; init; } = 6;

    /// <summary>True to show everybody the moderation log.</summary>
    public bool HasPublicLog { get; init; } = true;

    /// <summary>Megabytes (of 2^20 bytes) of finished pages and answers that are kept at most.</summary>
    public int PageCacheMegabytes { get; init; } = 16;

    /// <summary>True to show everybody who asks what the service measures of itself.</summary>
    public bool HasMetrics { get; init; } = true;

    /// <summary>How mail leaves; null to send none. Needs <see cref="PublicUrl"/>.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>How long what is about a person is kept.</summary>
    public RetentionRules Retention { get; init; } = new();

    /// <summary>The publisher's own model, beside the one that ships or in its place; null where there is none.</summary>
    public IOwnModel? OwnModel { get; init; }

    /// <summary>What the sample site is called.</summary>
    public const string SampleName = "Diwan Daily";

    /// <summary>Name of the publication, as readers see it. Default: the sample site's.</summary>
    public string SiteName { get; init; } = SampleName;

    /// <summary>The site's address on the web, such as <c>https://news.example</c> or <c>https://news.example/comments</c>; null when unknown: links in pages are then relative.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Where the proxies are that say in <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> who asks, and how; others are not believed.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Origins of other sites whose pages may send comments and reports.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>True to write numbers as 0 to 9 in every language.</summary>
    public bool LatinDigits { get; init; }

    /// <summary>Languages whose dates follow the solar calendar of Iran; the others are Gregorian.</summary>
    public IReadOnlyList<string> SolarDates { get; init; } = [];

    /// <summary>Names of the newsroom's people, beside those of the desk's accounts: no guest may write under them.</summary>
    public IReadOnlyList<string> Staff { get; init; } = [];

    /// <summary>How readers whom the publisher has signed in are known, with its keys read; null when there are guests alone.</summary>
    public SignInSettings? SignIn { get; init; }
}
