using System.CommandLine;
using System.Text.Json;
using Diwan.Comments.Accounts;

namespace Diwan.Commands.Accounts;

/// <summary><c>diwan token create|list|revoke</c>: bearer tokens for the API.</summary>
internal static class TokenCommand
{
    public static Command Create() => new("token", "Makes, lists and revokes bearer tokens for the API.\n\nExample: diwan token create --role moderator --account rojin --days 90")
    {
        CreateToken(), List(), Revoke(),
    };

    private static Command CreateToken()
    {
        var role = new Option<Role>("--role") { Description = "moderator, editor, admin, scorer or site.", Required = true };
        var account = new Option<string?>("--account") { Description = "Whose decisions the token makes; made when it is new.", HelpName = "NAME" };
        var days = new Option<int?>("--days") { Description = "Days until it expires; without it, never.", HelpName = "N" };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is <= 0 or > 3_650) result.AddError("--days takes 1 to 3650.");
        });
        var perMinute = new Option<int?>("--per-minute") { Description = "Scoring requests it may make in a minute; without it, what scoring.yaml says (3000).", HelpName = "N" };
        perMinute.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is <= 0) result.AddError("--per-minute takes 1 or more.");
        });
        var data = SiteOptions.Data();
        var command = new Command("create", "Makes a token and prints it, alone, on stdout. It is stored hashed and never shown again.\n\nExample: diwan token create --role scorer") { role, account, days, perMinute, data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var store = await SiteOptions.OpenAsync(parsed, data, ct);
            var tokens = new ManageTokens(store.Accounts, TimeProvider.System);
            Console.WriteLine(await tokens.CreateAsync(parsed.GetValue(role), parsed.GetValue(account), parsed.GetValue(days), parsed.GetValue(perMinute), ct));
            return CommandLine.Done;
        });
        return command;
    }

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "For programs." };
        var data = SiteOptions.Data();
        var command = new Command("list", "Lists tokens, newest first; never the tokens themselves.\n\nExample: diwan token list --json") { json, data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var store = await SiteOptions.OpenAsync(parsed, data, ct);
            foreach (var token in await store.Accounts.ListTokensAsync(ct))
            {
                var account = await store.Accounts.FindAsync(token.AccountId, ct);
                var role = token.Role.ToString().ToLowerInvariant();
                var state = token.RevokedAt is not null ? "revoked" : token.ExpiresAt <= TimeProvider.System.GetUtcNow() ? "expired" : "valid";
                Console.WriteLine(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(new { id = token.Id, role, account = account?.Name, created = token.CreatedAt, expires = token.ExpiresAt, state })
                    : $"{token.Id}  {role,-9}  {state,-7}  {account?.Name,-20}  created {token.CreatedAt:yyyy-MM-dd}{(token.ExpiresAt is { } end ? $", expires {end:yyyy-MM-dd}" : "")}");
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("ID") { Description = "The token's id, from 'diwan token list'." };
        var data = SiteOptions.Data();
        var command = new Command("revoke", "Ends a token at once.\n\nExample: diwan token revoke 3fa85f64") { id, data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var store = await SiteOptions.OpenAsync(parsed, data, ct);
            return await store.Accounts.RevokeTokenAsync(parsed.GetValue(id)!, TimeProvider.System.GetUtcNow(), ct)
                ? CommandLine.Done
                : throw new CommandException($"there is no token with the id '{parsed.GetValue(id)}'; see 'diwan token list'");
        });
        return command;
    }
}
