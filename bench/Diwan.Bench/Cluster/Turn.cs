namespace Diwan.Bench.Cluster;

/// <summary>How long a writer has the turn among all nodes: a part that each commit takes, and a part for each write in it.</summary>
/// <param name="Fixed">Microseconds of a commit: beginning, waiting for the disk of the primary and of the standby.</param>
/// <param name="Each">Microseconds of a write.</param>
/// <param name="Gathered">Share of those who wait that the next commit holds: the others came while it was on its way.</param>
internal sealed record Turn(double Fixed, double Each, double Gathered)
{
    /// <summary>The most writes that a commit takes.</summary>
    private const double MostInCommit = 256;

    /// <summary>The turn that two measured rates tell of, the first of one writer alone.</summary>
    public static Turn Of((int AtOnce, double Rate, double Held) alone, (int AtOnce, double Rate, double Held) many)
    {
        var (one, group) = (1e6 * alone.Held / alone.Rate, 1e6 * many.Held / many.Rate);
        var each = (group - one) / (many.Held - alone.Held);
        return new(one - (each * alone.Held), each, many.Held / many.AtOnce);
    }

    /// <summary>Writes a second when so many are sent at once, each followed by the next as soon as it is done.</summary>
    public double Rate(int atOnce)
    {
        var held = Math.Clamp(atOnce * Gathered, 1, MostInCommit);
        return held * 1e6 / (Fixed + (Each * held));
    }

    /// <summary>The share of time that writers have the turn when so many writes come a second: each commit takes what has come since the last, so only the part for each write has a bound.</summary>
    public double Busy(double perSecond) => perSecond * (Each + (Fixed / MostInCommit)) / 1e6;
}
