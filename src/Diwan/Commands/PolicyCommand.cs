using System.CommandLine;
using Diwan.Comments.Policies;
using Diwan.Moderation.Policy;

namespace Diwan.Commands;

/// <summary><c>diwan policy check|publish</c>: the house rules as data.</summary>
internal static class PolicyCommand
{
    public static Command Create() => new("policy", "Checks and publishes the policy: guidelines, rules and thresholds.\n\nExample: diwan policy check policy.yaml") { Check(), Publish() };

    private static Command Check()
    {
        var file = FileArgument();
        var command = new Command("check", "Validates a policy and names everything that is wrong with it.\n\nExample: diwan policy check policy.yaml") { file };
        command.SetAction(async (parsed, ct) =>
        {
            var (policy, _) = await ReadAsync(parsed.GetValue(file)!, ct);
            Console.WriteLine($"{policy.Name} {policy.Version}: {policy.Guidelines.Count} guidelines, {policy.Rules.Count} rules, in order");
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Publish()
    {
        var file = FileArgument();
        var data = SiteOptions.Data();
        var command = new Command("publish", "Makes a policy current; a running server takes it up within a second.\n\nExample: diwan policy publish policy.yaml") { file, data };
        command.SetAction(async (parsed, ct) =>
        {
            var (policy, yaml) = await ReadAsync(parsed.GetValue(file)!, ct);
            await using var store = await SiteOptions.OpenAsync(parsed, data, ct);
            if (!await store.Policies.PublishAsync(policy.Version, yaml, TimeProvider.System.GetUtcNow(), ct))
                throw new CommandException($"version {policy.Version} was published before with another text; give the changed policy a new version");
            Console.WriteLine($"{policy.Name} {policy.Version} is now in force");
            return CommandLine.Done;
        });
        return command;
    }

    private static Argument<FileInfo> FileArgument() => new("FILE") { Description = "A policy in YAML." };

    private static async Task<(ModerationPolicy Policy, string Yaml)> ReadAsync(FileInfo file, CancellationToken ct)
    {
        if (!file.Exists) throw new CommandException($"there is no file {file.FullName}");
        var yaml = await File.ReadAllTextAsync(file.FullName, ct);
        return PolicyYaml.Read(yaml) switch
        {
            PolicyReading.Valid(var policy) => (policy, yaml),
            PolicyReading.Invalid(var problems) => throw new CommandException(
                $"{file.Name} is no valid policy:\n" + string.Join('\n', problems.Select(problem => $"  {problem}"))),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }
}
