using System.CommandLine;
using Diwan.Comments.Retaining;
using Diwan.Server.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Diwan.Commands;

/// <summary><c>diwan retain</c>: drops what has been kept long enough, or says what would go.</summary>
internal static class RetainCommand
{
    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Count alone, drop nothing." };
        var data = SiteOptions.Data();
        var command = new Command(
            "retain",
            "Drops what has been kept long enough, by the rules in site.yaml, as a running site does every day; and erases again what a restored database brought back, by its list of erasures and erasures.txt of the data folder.\n\nExample: diwan retain --dry-run --data ./diwan-data") { dryRun, data };
        command.SetAction(async (parsed, ct) =>
        {
            var rules = SiteSettings.Read(parsed.GetValue(data)!.FullName).Retention;
            await using var store = await SiteOptions.OpenExistingAsync(parsed, data, ct);
            var erase = new EraseComment(store.Comments, store.Erasures, store.Mail, TimeProvider.System, NullLogger<EraseComment>.Instance);
            var isDryRun = parsed.GetValue(dryRun);
            // Nothing to do unless a backup of the database was put back by its own programs.
            var erased = isDryRun ? 0 : await erase.ReplayAsync(ct);
            if (erased > 0) Console.WriteLine($"erased again what a backup had brought back: {erased}");
            var report = await new ApplyRetention(store.Retention, store.Erasures, erase, rules, TimeProvider.System, NullLogger<ApplyRetention>.Instance)
                .RunAsync(isDryRun, ct);
            Console.WriteLine($"""
                {(isDryRun ? "would be dropped" : "dropped")}
                  reader keys, fingerprints, idempotency keys  {report.Traces,8}   after {rules.TraceDays} days
                  unconfirmed addresses                        {report.UnconfirmedAddresses,8}   after {rules.UnconfirmedDays} days
                  addresses of comments                        {report.Addresses,8}   {After(rules.AddressMonths)}
                  rejected comments                            {report.Rejected,8}   {After(rules.RejectedMonths)}
                  withdrawn comments                           {report.Withdrawn,8}   {After(rules.WithdrawnMonths)}
                """);
            return CommandLine.Done;
        });
        return command;
    }

    private static string After(int? months) => months is null ? "kept" : $"after {months} months";
}
