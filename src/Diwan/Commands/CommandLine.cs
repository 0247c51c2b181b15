using System.CommandLine;
using System.CommandLine.Parsing;
using Diwan.Commands.Accounts;
using Diwan.Commands.Ledger;

namespace Diwan.Commands;

/// <summary>The command line: one verb a file, the same exit status everywhere.</summary>
public static class CommandLine
{
    /// <summary>Exit status: done.</summary>
    public const int Done = 0;

    /// <summary>Exit status: failed, with one clear line on stderr.</summary>
    public const int Failed = 1;

    /// <summary>Exit status: wrong usage.</summary>
    public const int WrongUsage = 2;

    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="Done"/>, <see cref="Failed"/>, <see cref="WrongUsage"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Diwan, the comment desk of a news site.\n\nExample: diwan serve --urls http://127.0.0.1:8080 --data ./diwan-data")
        {
            ServeCommand.Create(),
            ImportCommand.Create(),
            PolicyCommand.Create(),
            TokenCommand.Create(),
            DeskCommand.Create(),
            ScoreCommand.Create(), SuggestionsCommand.Create(),
            TrainCommand.Create(),
            EvaluateCommand.Create(),
            VerifyCommand.Create(),
            LedgerCommand.Create(),
            ExportCommand.Create(),
            RetainCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            MigrateCommand.Create(),
            SiteOptions.Store,
        };
        var parsed = root.Parse(args.Length == 0 ? ["serve"] : args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"diwan: {string.Join(' ', parsed.Errors.Select(error => error.Message.ReplaceLineEndings(" ").TrimEnd()))} See '{PathOf(parsed.CommandResult)} --help'.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (CommandException exception)
        {
            await Console.Error.WriteLineAsync($"diwan: {exception.Message}");
            return exception.Status;
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
#pragma warning disable CA1031 // A person at a terminal gets one line, not a stack; DIWAN_TRACE=1 shows the stack.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(Environment.GetEnvironmentVariable("DIWAN_TRACE") is "1" ? exception.ToString() : $"diwan: {exception.Message}");
            return Failed;
        }
    }

    // "diwan token create", from the inside out.
    private static string PathOf(CommandResult command) => command.Parent is CommandResult parent
        ? $"{PathOf(parent)} {command.Command.Name}" : "diwan";
}
