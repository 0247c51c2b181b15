

namespace Diwan.Server.Readers;

/// <summary>How readers whom the publisher has signed in are known: the part <c>signIn</c> of <c>site.yaml</c>.</summary>
public sealed class SignInSettings
{
    /// <summary>File of the data folder with the publisher's public keys, PEM or JWKS. Required.</summary>
    public string Keys { get; set; } = "";

    /// <summary>What the tokens name as their issuer (<c>iss</c>), letter by letter. Required.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>What the tokens name as their audience (<c>aud</c>).</summary>
    public string Audience { get; set; } = "diwan";

    /// <summary>True when guests may not comment.</summary>
    public bool Required { get; set; }

    /// <summary>The publisher's page where readers sign in; null when pages shall not lead there.</summary>
    public string? Url { get; set; }

    /// <summary>The keys, once read.</summary>
    internal PublisherKeys? Read { get; private set; }

    /// <summary>What is wrong with it, in words for whoever wrote it; null when nothing is.</summary>
    public string? Wrong() =>
        string.IsNullOrWhiteSpace(Keys) ? "signIn needs keys: a file in the data folder with the publisher's public keys"
        : Path.GetFileName(Keys) != Keys ? "signIn: keys takes the name of a file in the data folder"
        : string.IsNullOrWhiteSpace(Issuer) ? "signIn needs issuer: what the tokens name as iss"
        : string.IsNullOrWhiteSpace(Audience) ? "signIn: audience takes what the tokens name as aud"
        : Url is not null && !(Uri.TryCreate(Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") ? "signIn: url is no address such as https://news.example/sign-in"
        : null;

    /// <summary>Reads the keys from the data folder.</summary>
    /// <exception cref="InvalidDataException">They cannot be read; the message says why.</exception>
    public void ReadKeys(string dataFolder)
    {
        var path = Path.Combine(dataFolder, Keys);
        if (!File.Exists(path)) throw new InvalidDataException($"site.yaml: signIn: there is no {Keys} in the data folder");
        Read = PublisherKeys.Parse(File.ReadAllText(path), Keys);
    }
}
