namespace Diwan.Server.Pages.Rendering;

/// <summary>How much finished answers may take.</summary>
public sealed class PageCacheOptions
{
    /// <summary>Bytes kept at most, all articles together; those not asked for longest go first. Default 16 MiB.</summary>
    public long MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Answers kept for one article at most: sizes of text, orders, pages. Default 64; more are made anew each time.</summary>
    public int MaxVariants { get; init; } = 64;
}
