namespace Diwan.Bench.Capacity;

/// <summary>The busy hour of newsrooms like the one of results/site-2026-11-24.md: 200,000 requests, 4,000 comments and as many decisions.</summary>
/// <param name="Count">How many.</param>
internal sealed record Newsrooms(int Count)
{
    /// <summary>Articles of one that are still read.</summary>
    public const int Articles = 10_000;

    /// <summary>Requests of one in its busy hour.</summary>
    public const int HourOfOne = 200_000;

    // A day has as much as eight busy hours, a year as many days.
    private const double BusyHours = 8 * 365;

    /// <summary>Requests a second in the busy hour, of all.</summary>
    public double Requests => Count * HourOfOne / 3_600.0;

    /// <summary>Comments a second, and as many decisions.</summary>
    public double Comments => Requests * 0.02;

    /// <summary>Comments a year.</summary>
    public double CommentsOfYear => Count * HourOfOne * 0.02 * BusyHours;

    /// <summary>Bytes a second to readers.</summary>
    public double BytesOut => Requests * ((0.60 * Measured.PageBytes) + (0.25 * Measured.ThreadBytes) + (0.13 * Measured.CountsBytes));
}
