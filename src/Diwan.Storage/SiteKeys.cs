namespace Diwan.Storage;

/// <summary>The site's secret keys: made at random on first use, the same for every process of the site, and never in the clear where the comments lie.</summary>
public abstract class SiteKeys
{
    /// <summary>Length of every key in bytes: what HMAC-SHA256 wants.</summary>
    public const int Length = 32;

    /// <summary>The key with this name (lower case, digits, hyphens), made at random on first use; the same for every process that asks.</summary>
    public abstract byte[] Get(string name);

    /// <summary>True when there is a key with this name.</summary>
    public abstract bool Has(string name);

    /// <summary>Destroys every key whose name begins so, but for those to keep. What was made with them can no longer be made again.</summary>
    public abstract void DestroyAll(string prefix, params ReadOnlySpan<string> keep);

    /// <summary>Throws when this can be no key's name.</summary>
    /// <exception cref="ArgumentException">It holds something else than lower case, digits and hyphens, or nothing.</exception>
    private protected static void CheckName(string name)
    {
        if (name.Length == 0 || name.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
            throw new ArgumentException("Lower case, digits and hyphens.", nameof(name));
    }
}
