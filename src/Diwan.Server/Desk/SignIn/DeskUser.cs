using Diwan.Comments.Accounts;

namespace Diwan.Server.Desk.SignIn;

/// <summary>An account in the hands of ASP.NET Core Identity, which changes it piece by piece before it is saved.</summary>
public sealed class DeskUser(Account account)
{
    /// <summary>The account as it will be saved.</summary>
    public Account Account { get; set; } = account;
}
