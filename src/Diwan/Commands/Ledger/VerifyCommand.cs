using System.CommandLine;
using Diwan.Comments.Ledger;

namespace Diwan.Commands.Ledger;

/// <summary><c>diwan verify</c>: the promise, checked: the whole store, a ledger in tiles, or one receipt.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var ledger = new Option<string?>("--ledger") { Description = "Check this ledger instead: a folder that 'diwan export' made, or the address of a site.", HelpName = "DIR|URL" };
        var receipt = new Option<FileInfo?>("--receipt") { Description = "Check this proof (downloaded from a receipt), offline; with --ledger also against that ledger.", HelpName = "FILE" };
        var published = new Option<FileInfo?>("--published") { Description = "The comment as published, as a text file, to be compared with the receipt.", HelpName = "FILE" };
        var keys = new Option<FileInfo?>("--keys") { Description = "Keys to trust, a line each, kept from /ledger/keys; else those of the receipt or ledger itself.", HelpName = "FILE" };
        var old = new Option<FileInfo[]>("--checkpoint") { Description = "A checkpoint kept from before; its ledger must be the beginning of this one.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var data = SiteOptions.Data();
        var command = new Command(
            "verify",
            "Checks the ledger and everything it records, and names what was altered. Exit status 1 when anything was.\n\nExample: diwan verify --data ./diwan-data\nExample: diwan verify --receipt diwan-proof.json --ledger https://news.example")
        { ledger, receipt, published, keys, old, data };
        command.SetAction(async (parsed, ct) =>
        {
            var trusted = await KeysAsync(parsed.GetValue(keys), ct);
            var known = new List<SignedCheckpoint>();
            foreach (var file in parsed.GetValue(old) ?? []) known.Add(SignedCheckpoint.Read(await TextAsync(file, ct)) ?? throw new CommandException($"{file.Name} is no checkpoint"));

            if (parsed.GetValue(receipt) is { } proof)
            {
                var checkedProof = await ReceiptChecking.RunAsync(await TextAsync(proof, ct), proof.Name, parsed.GetValue(published), trusted, ct);
                if (parsed.GetValue(ledger) is null) return CommandLine.Done;
                known.Add(SignedCheckpoint.Read(checkedProof.Checkpoint)!);
            }
            else if (parsed.GetValue(published) is not null) throw new CommandException("--published needs --receipt", CommandLine.WrongUsage);

            return parsed.GetValue(ledger) is { } where
                ? await TiledLedger.VerifyAsync(where, trusted, known, ct)
                : await StoreAsync(parsed, data, known, ct);
        });
        return command;
    }

    internal static async Task<string> TextAsync(FileInfo file, CancellationToken ct) =>
        file.Exists ? await File.ReadAllTextAsync(file.FullName, ct) : throw new CommandException($"there is no file {file.FullName}");

    private static async Task<IReadOnlyList<VerifierKey>?> KeysAsync(FileInfo? file, CancellationToken ct) => file is null
        ? null
        : [.. (await TextAsync(file, ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => VerifierKey.Read(line) ?? throw new CommandException($"{file.Name} holds a line that is no key"))];

    private static async Task<int> StoreAsync(ParseResult parsed, Option<DirectoryInfo> data, List<SignedCheckpoint> known, CancellationToken ct)
    {
        await using var store = await SiteOptions.OpenExistingAsync(parsed, data, ct);
        var report = await new VerifyLedger(store.Ledger, known).RunAsync(ct: ct);
        foreach (var finding in report.Findings) Console.WriteLine(finding);
        if (report.Findings.Count > 0) throw new CommandException($"{report.Findings.Count} finding(s) in {report.Size} entries: the store is not as its ledger says");
        Console.WriteLine($"{report.Size} entries, root {Convert.ToHexStringLower(report.Root)}: everything is as it was recorded");
        return CommandLine.Done;
    }
}
