namespace Diwan.Onnx.Configuration;

/// <summary>Which output number is which attribute, and what makes it mean "the share of readers who would say yes".</summary>
public sealed class OutputSettings
{
    /// <summary>One of the attributes, such as <c>TOXICITY</c>.</summary>
    public string Attribute { get; set; } = "";

    /// <summary>Place among the output's numbers, from 0.</summary>
    public int Index { get; set; }

    /// <summary>Factor on the log-odds, above 0. Default 1: as the model says.</summary>
    public double Slope { get; set; } = 1;

    /// <summary>Added to the log-odds. Default 0.</summary>
    public double Shift { get; set; }
}
