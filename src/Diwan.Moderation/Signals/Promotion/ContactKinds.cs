namespace Diwan.Moderation.Signals.Promotion;

/// <summary>The kinds of contact, stored as a signal's detail: append only, never rename.</summary>
public static class ContactKinds
{
    /// <summary>An address with a scheme or <c>www.</c>.</summary>
    public const string Url = "url";
    /// <summary>A domain alone, such as <c>example.com</c>.</summary>
    public const string Domain = "domain";
    /// <summary>A domain written so that software overlooks it: <c>example dot com</c>.</summary>
    public const string SpokenDomain = "spoken-domain";
    /// <summary>An e-mail address.</summary>
    public const string Email = "email";
    /// <summary>A telephone number.</summary>
    public const string Telephone = "telephone";
    /// <summary>An account's name: <c>@name</c>. Readers also address each other so.</summary>
    public const string Handle = "handle";
    /// <summary>An address of a channel, page or chat of somebody's own.</summary>
    public const string Profile = "profile";
    /// <summary>An address of a shop.</summary>
    public const string Shop = "shop";
    /// <summary>An address that hides where it leads.</summary>
    public const string Shortener = "shortener";
    /// <summary>An address of a news source or work of reference.</summary>
    public const string Reference = "reference";
}
