using System.CommandLine;

namespace Diwan.Commands.Ledger;

/// <summary><c>diwan ledger rotate</c>: another key for the ledger.</summary>
internal static class LedgerCommand
{
    public static Command Create() => new("ledger", "Looks after the ledger's signing key.\n\nExample: diwan ledger rotate") { Rotate() };

    private static Command Rotate()
    {
        var lost = new Option<bool>("--lost") { Description = "The old key is gone: begin another without its signature. The ledger says so for ever." };
        var data = SiteOptions.Data();
        var command = new Command(
            "rotate", "Makes a new signing key; the change is signed by both, so that who follows the old one is led to the new. A running server takes it up with its next write.\n\nExample: diwan ledger rotate --data ./diwan-data")
        { lost, data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var store = await SiteOptions.OpenExistingAsync(parsed, data, ct);
            var key = await store.Ledger.RotateAsync(parsed.GetValue(lost), TimeProvider.System.GetUtcNow(), ct);
            Console.WriteLine(key.Verifier.Line);
            return CommandLine.Done;
        });
        return command;
    }
}
