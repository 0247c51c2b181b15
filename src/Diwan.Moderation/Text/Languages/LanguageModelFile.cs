using System.Runtime.InteropServices;
using System.Text;

namespace Diwan.Moderation.Text.Languages;

/// <summary>Reads and writes language models as bytes: a short header, then for each script its languages and their weights.</summary>
/// <remarks>
/// <c>DWLI</c>, format version (1 byte), number of scripts (1); then for each script: its number (1), number of languages (1),
/// each code as length (1) and ASCII, and 65,536 rows of one signed byte a language.
/// </remarks>
public static class LanguageModelFile
{
    private static ReadOnlySpan<byte> Magic => "DWLI"u8;

    /// <summary>Reads all models of a file.</summary>
    /// <exception cref="FormatException">The bytes are no language model of this format version, or are cut short.</exception>
    public static IReadOnlyList<LanguageModel> Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Magic))
        {
            throw new FormatException("This is not a language model.");
        }

        bytes = bytes[Magic.Length..];
        if (Byte(ref bytes) is var version && version != LanguageModel.FormatVersion)
        {
            throw new FormatException($"The language model has format {version}; this program reads format {LanguageModel.FormatVersion}.");
        }

        var models = new LanguageModel[Byte(ref bytes)];
        for (var i = 0; i < models.Length; i++)
        {
            models[i] = ReadModel(ref bytes);
        }

        return bytes.IsEmpty ? models : throw new FormatException("The language model is followed by bytes that do not belong to it.");
    }

    /// <summary>Writes models in the given order.</summary>
    public static byte[] Write(IReadOnlyList<LanguageModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        using var stream = new MemoryStream();
        stream.Write(Magic);
        stream.WriteByte(LanguageModel.FormatVersion);
        stream.WriteByte((byte)models.Count);
        foreach (var model in models)
        {
            WriteModel(stream, model);
        }

        return stream.ToArray();
    }

    private static LanguageModel ReadModel(ref ReadOnlySpan<byte> bytes)
    {
        var system = (WritingSystem)Byte(ref bytes);
        var languages = new string[Byte(ref bytes)];
        for (var i = 0; i < languages.Length; i++)
        {
            languages[i] = Encoding.ASCII.GetString(Take(ref bytes, Byte(ref bytes)));
        }

        var weights = Take(ref bytes, languages.Length << LanguageFeatures.BucketBits);
        return languages.Length is >= 2 and <= LanguageModel.MaximumLanguages
            ? new(system, languages, MemoryMarshal.Cast<byte, sbyte>(weights))
            : throw new FormatException($"The language model names {languages.Length} languages for one script.");
    }

    private static void WriteModel(MemoryStream stream, LanguageModel model)
    {
        stream.WriteByte((byte)model.System);
        stream.WriteByte((byte)model.Languages.Count);
        foreach (var language in model.Languages)
        {
            stream.WriteByte((byte)language.Length);
            stream.Write(Encoding.ASCII.GetBytes(language));
        }

        for (var bucket = 0; bucket < 1 << LanguageFeatures.BucketBits; bucket++)
        {
            stream.Write(MemoryMarshal.AsBytes(model.WeightsOf(bucket)));
        }
    }

    private static byte Byte(ref ReadOnlySpan<byte> bytes) => Take(ref bytes, 1)[0];

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        if (bytes.Length < count)
        {
            throw new FormatException("The language model is cut short.");
        }

        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }
}
