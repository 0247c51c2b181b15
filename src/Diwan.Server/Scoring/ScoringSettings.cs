using Diwan.Server.Hosting;

namespace Diwan.Server.Scoring;

/// <summary>How the scoring service answers: the file <c>scoring.yaml</c> in the data folder, read at start. Without it, the defaults.</summary>
public sealed class ScoringSettings
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "scoring.yaml";

    /// <summary>True to refuse unknown fields, as Google did; false to ignore them.</summary>
    public bool Strict { get; set; }

    /// <summary>True to score in the language a client claims, whatever the text is in; false to believe the text where it is clear (Coral claims <c>en</c> for everything).</summary>
    public bool TrustClaimedLanguage { get; set; }

    /// <summary>True to name model, version and hash in every answer's body too, not in its header alone.</summary>
    public bool ModelInBody { get; set; }

    /// <summary>Requests a minute for keys made without a quota of their own; at least 1.</summary>
    public int PerMinute { get; set; } = 3_000;

    /// <summary>True to keep what <c>comments:suggestscore</c> sends, as labelled decisions to learn from.</summary>
    public bool KeepSuggestions { get; set; }

    /// <summary>Days that a suggestion is kept, 1 to 3,650.</summary>
    public int KeepDays { get; set; } = 180;

    /// <summary>Origins whose pages may call from a browser, such as <c>https://news.example</c>; none by default, since a key in a page is public.</summary>
    public IList<string> Origins { get; set; } = [];

    /// <summary>Signing secrets of Coral's external moderation phase; without one its address answers nobody.</summary>
    public IList<string> CoralSigningSecrets { get; set; } = [];

    /// <summary>Reads the settings of a data folder.</summary>
    /// <exception cref="InvalidDataException">The file cannot be understood; the message says where.</exception>
    public static ScoringSettings Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : new();
    }

    /// <summary>Reads the text of the file.</summary>
    /// <exception cref="InvalidDataException">It cannot be understood; the message says where.</exception>
    public static ScoringSettings Parse(string yaml)
    {
        var settings = SettingsFile.Parse<ScoringSettings>(yaml, FileName);
        if (settings is not { PerMinute: >= 1, KeepDays: >= 1 and <= 3_650, Origins: not null, CoralSigningSecrets: not null })
            throw new InvalidDataException($"{FileName}: perMinute takes 1 or more, keepDays 1 to 3650, origins and coralSigningSecrets a list");
        return settings.Origins.FirstOrDefault(origin => origin != "*" && !WebOrigin.Is(origin)) is { } wrong
            ? throw new InvalidDataException($"{FileName}: '{wrong}' is no origin such as https://news.example")
            : settings;
    }
}
