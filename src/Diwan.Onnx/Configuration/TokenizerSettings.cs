namespace Diwan.Onnx.Configuration;

/// <summary>How text becomes the numbers a model was trained on. It must be the tokenizer of that training.</summary>
public sealed class TokenizerSettings
{
    /// <summary>Which family.</summary>
    public TokenizerKind Kind { get; set; } = TokenizerKind.WordPiece;

    /// <summary>The vocabulary, beside the settings: <c>vocab.txt</c> for word pieces, the <c>.model</c> file for SentencePiece.</summary>
    public string File { get; set; } = "";

    /// <summary>Word pieces only: true for models called "uncased".</summary>
    public bool LowerCase { get; set; } = true;

    /// <summary>Longest row of tokens the model takes, its first and last sign included, 8 to 8,192. Longer text is read in overlapping pieces.</summary>
    public int MaxTokens { get; set; } = 256;
}

/// <summary>Families of tokenizers.</summary>
public enum TokenizerKind
{
    /// <summary>BERT's, DistilBERT's, AraBERT's.</summary>
    WordPiece,

    /// <summary>SentencePiece with its own numbering.</summary>
    SentencePiece,

    /// <summary>SentencePiece with the numbering of XLM-RoBERTa.</summary>
    XlmRoberta,
}
