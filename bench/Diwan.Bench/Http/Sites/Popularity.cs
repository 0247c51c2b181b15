namespace Diwan.Bench.Http.Sites;

/// <summary>How attention falls off: the article in place n gets a share of 1 / (n + 10) to the power of 0.9, as pages of news and their threads do to within a small factor.</summary>
internal sealed class Popularity
{
    private readonly double[] _upTo;

    /// <summary>For so many articles.</summary>
    public Popularity(int articles)
    {
        _upTo = new double[articles];
        var sum = 0.0;
        for (var place = 0; place < articles; place++) _upTo[place] = sum += 1 / Math.Pow(place + 10, 0.9);
        for (var place = 0; place < articles; place++) _upTo[place] /= sum;
    }

    /// <summary>The article for a random number from 0 to below 1.</summary>
    public int Draw(double random)
    {
        var found = Array.BinarySearch(_upTo, random);
        return Math.Min(found >= 0 ? found + 1 : ~found, _upTo.Length - 1);
    }

    /// <summary>The share of the article in a place.</summary>
    public double Share(int place) => _upTo[place] - (place == 0 ? 0 : _upTo[place - 1]);
}
