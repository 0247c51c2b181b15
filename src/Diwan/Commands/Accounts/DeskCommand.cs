using System.CommandLine;
using Diwan.Comments.Accounts;

namespace Diwan.Commands.Accounts;

/// <summary><c>diwan desk invite</c>: one-time sign-in links.</summary>
internal static class DeskCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "The account; made when it is new.",
            DefaultValueFactory = _ => ManageAccounts.FirstName,
        };
        var role = new Option<Role>("--role") { Description = "Role of a new account: moderator, editor or admin.", DefaultValueFactory = _ => Role.Moderator };
        var url = new Option<string>("--url")
        {
            Description = "Address under which the desk is reached.",
            DefaultValueFactory = _ => ServeCommand.DefaultUrl,
            HelpName = "URL",
        };
        var data = SiteOptions.Data();
        var invite = new Command("invite", "Prints a one-time sign-in link, good for 15 minutes.\n\nExample: diwan desk invite rojin --role editor") { name, role, url, data };
        invite.SetAction(async (parsed, ct) =>
        {
            await using var store = await SiteOptions.OpenAsync(parsed, data, ct);
            var secret = await new ManageAccounts(store.Accounts, TimeProvider.System).InviteAsync(parsed.GetValue(name)!, parsed.GetValue(role), ct)
                ?? throw new CommandException($"the account '{parsed.GetValue(name)}' is for the API and has no desk");
            Console.WriteLine(SignInLink.For(parsed.GetValue(url)!, secret));
            return CommandLine.Done;
        });
        return new("desk", "Manages who may sign in at the desk.\n\nExample: diwan desk invite rojin --role moderator") { invite };
    }
}
