namespace Diwan.Bench.Cluster;

/// <summary>How long a writer has the turn: a part that each commit takes, and a part for each write in it.</summary>
/// <param name="Fixed">Microseconds of a commit: beginning, waiting for the disk of the primary and of the standby.</param>
/// <param name="Each">Microseconds of a write.</param>
internal sealed record Turn(double Fixed, double Each)
{
    /// <summary>The turn that two measured rates tell of, each with what a commit then held on average.</summary>
    public static Turn Of(double rateAlone, double writesAlone, double rateOfMany, double writesOfMany)
    {
        var (alone, many) = (1e6 * writesAlone / rateAlone, 1e6 * writesOfMany / rateOfMany);
        var each = (many - alone) / (writesOfMany - writesAlone);
        return new(alone - (each * writesAlone), each);
    }

    /// <summary>Writes a second when so many are sent at once, each followed by the next as soon as it is done: played through, commit by commit.</summary>
    /// <param name="atOnce">How many.</param>
    /// <param name="nodes">Among how many nodes, which take their turns.</param>
    /// <param name="mostInGroup">How many a commit takes at most.</param>
    public double Rate(int atOnce, int nodes = 1, int mostInGroup = 256)
    {
        const int Commits = 10_000;
        var waiting = new int[nodes];
        for (var number = 0; number < atOnce; number++) waiting[number % nodes]++;
        double time = 0, done = 0;
        var groups = new int[nodes];
        for (var commit = 0; commit < Commits; commit++)
        {
            var node = commit % nodes;
            // Whoever was answered in this node's last turn has sent again while the others had theirs; alone it has to be waited for half of the time.
            var group = nodes > 1 || commit == 0 ? Math.Min(waiting[node], mostInGroup) : Math.Min(Gathered(waiting[node], groups[node]), mostInGroup);
            groups[node] = Math.Max(1, group);
            time += Fixed + (Each * groups[node]);
            done += groups[node];
        }

        return done * 1e6 / time;
    }

    // While a group is on its way to disk the next gathers: those that were not in it. With all in one group each time, the next is all of them again.
    private static int Gathered(int all, int last) => Math.Max(1, all - last) is var others && others > all / 4 ? others : all;
}
