using Diwan.Comments.Ledger;

namespace Diwan.Commands.Ledger;

/// <summary>Checks an author's proof without asking anybody.</summary>
internal static class ReceiptChecking
{
    /// <summary>Checks, and says what was sent; throws when anything is wrong.</summary>
    public static async Task<ReceiptProof> RunAsync(
        string json, string name, FileInfo? published, IReadOnlyList<VerifierKey>? trusted, CancellationToken ct)
    {
        var proof = ReceiptProof.Read(json) ?? throw new CommandException($"{name} is no proof of the format {ReceiptProof.CurrentFormat}");
        if (proof.Check(trusted) is { } wrong) throw new CommandException($"the proof does not hold. {wrong}");

        var fields = LedgerRecord.Fields(proof.Record)!;
        var checkpoint = SignedCheckpoint.Read(proof.Checkpoint)!.Checkpoint;
        Console.WriteLine($"the proof holds: entry {proof.Index} of {checkpoint.Size} in {checkpoint.Origin}{(trusted is null ? " (signed by a key the proof itself names; trust it by --keys)" : "")}");
        Console.WriteLine($"comment {fields[1]} under article {fields[2]}, received {fields[4]}");
        if (published is null) return proof;

        if (Lines(await VerifyCommand.TextAsync(published, ct)) != Lines(fields[6])) throw new CommandException($"{published.Name} is not the text that was sent");
        Console.WriteLine($"{published.Name} is the text that was sent");
        return proof;
    }

    // A copied text loses nothing but its line ends and what stands around it.
    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();
}
