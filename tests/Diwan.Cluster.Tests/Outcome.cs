using System.Globalization;

namespace Diwan.Cluster.Tests;

/// <summary>What one run of faults came to.</summary>
/// <param name="Seed">Draws the order of the faults and what each does.</param>
/// <param name="Comments">Acknowledged comments.</param>
/// <param name="Decisions">Acknowledged decisions.</param>
/// <param name="Reads">Answered reads.</param>
/// <param name="Wrong">What was lost, doubled or altered, and answers that nothing explains.</param>
/// <param name="Oldest">Seconds by which the oldest page was behind while a database answered.</param>
/// <param name="OldestOfAll">Seconds by which the oldest page was behind at all.</param>
/// <param name="Promotion">Seconds from the loss of the primary to the first acknowledged write.</param>
/// <param name="Faults">Each fault with the seconds in which readers saw errors, and those until writes were served.</param>
internal sealed record Outcome(
    int Seed, int Comments, int Decisions, int Reads, IReadOnlyList<string> Wrong, double Oldest, double OldestOfAll, double Promotion, IReadOnlyList<(string Name, int ErrorSeconds, double? Writes)> Faults)
{
    /// <summary>Heads of the columns of <see cref="Row"/>.</summary>
    public const string Head = """
        | seed | comments | decisions | reads | lost, doubled, altered | oldest page, s | with the database away, s | promotion, s | seconds in which readers saw errors (until writes were served), in order |
        |---:|---:|---:|---:|---:|---:|---:|---:|---|
        """;

    /// <summary>A row of the table.</summary>
    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Seed} | {Comments} | {Decisions} | {Reads} | {Wrong.Count} | {Oldest:F2} | {OldestOfAll:F2} | {Promotion:F1} | {string.Join(", ", Faults.Select(Text))} |");

    private static string Text((string Name, int ErrorSeconds, double? Writes) fault) =>
        string.Create(CultureInfo.InvariantCulture, $"{fault.Name} {fault.ErrorSeconds}{(fault.Writes is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" ({seconds:F1})") : "")}");
}
