using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Diwan.Server.Ledger;

/// <summary>The moderation log as the API shows it: the counts of the first <c>ledgerSize</c> entries of the ledger.</summary>
/// <param name="LedgerSize">Entries of the ledger at the moment of counting.</param>
/// <param name="CountedAt">When it was counted.</param>
/// <param name="Received">Comments received.</param>
/// <param name="Decisions">Decisions by month, outcome, who decided and guideline.</param>
/// <param name="Appeals">Appeals and what came of them.</param>
/// <param name="MedianMinutes">Half of all comments that a person decided first waited no longer; absent when there is none.</param>
public sealed record LogShape(
    long LedgerSize, DateTimeOffset CountedAt, int Received, IReadOnlyList<LogCountShape> Decisions, LogAppealsShape Appeals, double? MedianMinutes);

/// <summary>How often something was decided.</summary>
/// <param name="Month">Year and month in UTC.</param>
/// <param name="Outcome"><c>held approved rejected reopened withdrawn erased</c>.</param>
/// <param name="DecidedBy"><c>person rule author</c>.</param>
/// <param name="Guideline">The guideline a rejection cites.</param>
/// <param name="Count">How often.</param>
public sealed record LogCountShape(string Month, string Outcome, string DecidedBy, string? Guideline, int Count);

/// <summary>Appeals and what came of them.</summary>
public sealed record LogAppealsShape(int Made, int Upheld, int Overturned);

[JsonSerializable(typeof(LogShape))]
internal sealed partial class LogJson : JsonSerializerContext
{
    public static LogJson Instance { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
