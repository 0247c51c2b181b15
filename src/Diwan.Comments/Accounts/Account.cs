namespace Diwan.Comments.Accounts;

/// <summary>A person (or the publisher's own system) that may act at the desk.</summary>
public sealed record Account
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Name to sign in with; unique without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>What the account may do.</summary>
    public required Role Role { get; init; }

    /// <summary>Password hash of ASP.NET Core Identity; null when none was set (one-time links only).</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Changes whenever earlier sign-ins must end.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>Wrong passwords in a row.</summary>
    public int FailedSignIns { get; init; }

    /// <summary>Until when it is locked; null when it is not.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What an account or token may do. Stored: append only, never renumber.</summary>
public enum Role : byte
{
    /// <summary>Decides on comments.</summary>
    Moderator = 1,

    /// <summary>A moderator who also closes threads, reopens others' decisions and publishes policies.</summary>
    Editor = 2,

    /// <summary>An editor who also manages accounts and tokens.</summary>
    Admin = 3,

    /// <summary>Scores texts through the API; sees no comment.</summary>
    Scorer = 4,

    /// <summary>The publisher's own CMS: registers articles.</summary>
    Site = 5,
}
