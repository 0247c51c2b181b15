namespace Diwan.Commands;

/// <summary>A command cannot go on, for a reason that its user can understand: printed as one line on stderr.</summary>
/// <param name="message">The line, without the program's name.</param>
/// <param name="status">Exit status.</param>
public sealed class CommandException(string message, int status = CommandLine.Failed) : Exception(message)
{
    /// <summary>Exit status of the process.</summary>
    public int Status { get; } = status;
}
