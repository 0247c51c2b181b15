namespace Diwan.Server.Live;

/// <summary>How many readers may follow threads at the same time, and how their connections are kept.</summary>
public sealed record LiveOptions
{
    /// <summary>Connections of all readers together. Default 2,000: one takes some 20 KB.</summary>
    public int MaxConnections { get; init; } = 2_000;

    /// <summary>Connections from one address. Default 30, a school class behind one. The machine itself and private networks are not counted: a proxy speaks from there.</summary>
    public int MaxPerAddress { get; init; } = 30;

    /// <summary>How often a silent connection shows that it lives. Default 25 seconds: many proxies cut off after 30 or 60.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(25);
}
