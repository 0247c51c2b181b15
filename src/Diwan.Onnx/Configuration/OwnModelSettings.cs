namespace Diwan.Onnx.Configuration;

/// <summary>How a publisher's own model is to be used: the keys of <c>models/own.yaml</c> in the data folder.</summary>
public sealed class OwnModelSettings
{
    /// <summary>What decisions call the model: letters, digits, points and dashes.</summary>
    public string Name { get; set; } = "";

    /// <summary>The ONNX file, beside the settings.</summary>
    public string File { get; set; } = "";

    /// <summary>Whether ours is asked too.</summary>
    public OwnModelMode Mode { get; set; } = OwnModelMode.Beside;

    /// <summary>ISO 639 codes of the languages it speaks; empty for every text, also where no language could be told.</summary>
    public IList<string> Languages { get; set; } = [];

    /// <summary>How text becomes numbers.</summary>
    public TokenizerSettings Tokenizer { get; set; } = new();

    /// <summary>The output to read; empty for the first.</summary>
    public string Output { get; set; } = "";

    /// <summary>What the output's numbers are.</summary>
    public Activation Activation { get; set; } = Activation.Sigmoid;

    /// <summary>Processor threads for one text. Default 1: comments come many at a time.</summary>
    public int Threads { get; set; } = 1;

    /// <summary>Which number is which attribute.</summary>
    public IList<OutputSettings> Scores { get; set; } = [];
}

/// <summary>Whether the classifier that ships is asked as well.</summary>
public enum OwnModelMode
{
    /// <summary>Both are asked; a rule fires when either score reaches it.</summary>
    Beside,

    /// <summary>The own model takes the place of ours for the languages it speaks.</summary>
    Instead,
}

/// <summary>What a model's output numbers are before they become probabilities.</summary>
public enum Activation
{
    /// <summary>One number an attribute, each on its own.</summary>
    Sigmoid,

    /// <summary>Classes that exclude one another.</summary>
    Softmax,

    /// <summary>Probabilities already.</summary>
    None,
}
