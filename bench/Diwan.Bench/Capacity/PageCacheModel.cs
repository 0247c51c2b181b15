namespace Diwan.Bench.Capacity;

/// <summary>The page cache of a node as the server keeps it: answers belong to their article's group, a change drops the group, and when it is full the groups asked for longest ago go until a tenth is free.</summary>
/// <param name="bytes">How much it may keep.</param>
internal sealed class PageCacheModel(double bytes)
{
    private const double Room = 0.9;

    private readonly Dictionary<int, Group> _groups = [];
    private long _turn;
    private double _kept;

    /// <summary>Bytes kept now.</summary>
    public double Kept => _kept;

    /// <summary>Answers asked for, and of these the ones that had to be made.</summary>
    public (int Asked, int Made) Figures { get; private set; }

    /// <summary>Counts from here on.</summary>
    public void CountAnew() => Figures = (0, 0);

    /// <summary>Asks for an answer. False when it had to be made.</summary>
    /// <param name="article">Its group.</param>
    /// <param name="variant">Which of the group's answers.</param>
    /// <param name="size">Bytes it takes.</param>
    public bool Ask(int article, int variant, double size)
    {
        if (!_groups.TryGetValue(article, out var group)) _groups[article] = group = new();
        group.LastTurn = ++_turn;
        var isKept = !group.Variants.Add(variant);
        Figures = (Figures.Asked + 1, Figures.Made + (isKept ? 0 : 1));
        if (isKept) return true;
        group.Bytes += size;
        _kept += size;
        if (_kept > bytes) Evict();
        return false;
    }

    /// <summary>A decision under an article.</summary>
    public void Drop(int article)
    {
        if (_groups.Remove(article, out var group)) _kept -= group.Bytes;
    }

    private void Evict()
    {
        foreach (var (article, _) in _groups.OrderBy(entry => entry.Value.LastTurn).ToList())
        {
            if (_kept <= bytes * Room) return;
            Drop(article);
        }
    }

    private sealed class Group
    {
        public HashSet<int> Variants { get; } = [];

        public double Bytes { get; set; }

        public long LastTurn { get; set; }
    }
}
