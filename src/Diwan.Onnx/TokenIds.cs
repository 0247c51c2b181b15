using System.Text;
using Diwan.Onnx.Configuration;
using Microsoft.ML.Tokenizers;

namespace Diwan.Onnx;

/// <summary>Turns text into rows of token numbers as a model was trained on them; long text into several overlapping rows.</summary>
internal sealed class TokenIds
{
    private readonly Tokenizer tokenizer;
    private readonly int first, last, room;
    private readonly bool fromXlmRoberta;

    private TokenIds(Tokenizer tokenizer, int first, int last, TokenizerSettings settings) =>
        (this.tokenizer, this.first, this.last, room, fromXlmRoberta) =
        (tokenizer, first, last, settings.MaxTokens - 2, settings.Kind is TokenizerKind.XlmRoberta);

    /// <summary>Loads the vocabulary.</summary>
    public static TokenIds Load(TokenizerSettings settings, string file)
    {
        using var stream = File.OpenRead(file);
        if (settings.Kind is TokenizerKind.WordPiece)
        {
            var bert = BertTokenizer.Create(stream, new BertOptions { LowerCaseBeforeTokenization = settings.LowerCase });
            return new(bert, bert.ClassificationTokenId, bert.SeparatorTokenId, settings);
        }

        var pieces = SentencePieceTokenizer.Create(stream, addBeginningOfSentence: false, addEndOfSentence: false);
        return settings.Kind is TokenizerKind.XlmRoberta
            ? new(pieces, 0, 2, settings)
            : new(pieces, pieces.BeginningOfSentenceId, pieces.EndOfSentenceId, settings);
    }

    /// <summary>Rows of at most the model's length, each with its first and last sign. A quarter of a row stands in the next one too, so
    /// that no sentence is cut in both. One row for a text without tokens.</summary>
    public IEnumerable<long[]> Rows(string text)
    {
        var ids = Encode(WellFormed(text));
        var step = Math.Max(1, room - (room / 4));
        for (var start = 0; ; start += step)
        {
            var end = Math.Min(ids.Count, start + room);
            yield return [first, .. ids.Skip(start).Take(end - start), last];
            if (end == ids.Count) yield break;
        }
    }

    private List<long> Encode(string text)
    {
        var ids = tokenizer is BertTokenizer bert ? bert.EncodeToIds(text, addSpecialTokens: false) : tokenizer.EncodeToIds(text);
        return [.. ids.Select(id => (long)(fromXlmRoberta ? XlmRoberta(id) : id))];
    }

    // XLM-RoBERTa puts <s> <pad> </s> <unk> first where SentencePiece has <unk> <s> </s>: everything after moves up by one.
    private static int XlmRoberta(int id) => id switch { 0 => 3, 1 => 0, 2 => 2, _ => id + 1 };

    // Half a surrogate pair and U+FFFE cannot be normalised; NUL is no letter anywhere. The model sees the sign for "unreadable".
    private static string WellFormed(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append((rune.Value is 0 or 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune).ToString());
        }

        return result.ToString();
    }
}
