using System.Runtime.InteropServices;
using System.Text;

namespace Diwan.Moderation.Signals.Classifier;

/// <summary>The parts of a trained model, as they lie in its file. Little-endian; arrays are a count and their numbers.</summary>
internal sealed record ClassifierModel(
    string Version, string[] Outputs, int[] Shared, int[] Own, string[] Domains,
    string[] CalibrationNames, float[] CalibrationSlopes, float[] CalibrationShifts,
    sbyte[] NgramTable, float[] NgramScales, HiddenLayerWeights NgramLayer,
    uint[] Words, sbyte[] WordTable, float[] WordScales, float[] WordBias, HiddenLayerWeights WordLayer,
    float[] SpanWeights, uint[] IdentityNames)
{
    private const uint Magic = 0x4E575744;
    private const int Format = 2, WithoutNames = 1;

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">It is not a model of this format, or cut short, or its parts do not fit together.</exception>
    public static ClassifierModel Read(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            var (magic, format) = (reader.ReadUInt32(), reader.ReadInt32());
            if (magic != Magic || format is not (WithoutNames or Format))
            {
                throw new InvalidDataException("Not a classifier model of a format this version reads.");
            }

            var model = new ClassifierModel(
                reader.ReadString(), Names(reader), Numbers<int>(reader), Numbers<int>(reader), Names(reader),
                Names(reader), Numbers<float>(reader), Numbers<float>(reader),
                Numbers<sbyte>(reader), Numbers<float>(reader), Layer(reader),
                Numbers<uint>(reader), Numbers<sbyte>(reader), Numbers<float>(reader), Numbers<float>(reader), Layer(reader),
                Numbers<float>(reader), format == WithoutNames ? [] : Numbers<uint>(reader));
            return model.Fits() ? model : throw new InvalidDataException("The parts of the classifier model do not fit together.");
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException("The classifier model is cut short.", error);
        }
    }

    /// <summary>Writes the file that <see cref="Read"/> reads.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Format);
        writer.Write(Version);
        Put(writer, Outputs);
        Put(writer, Shared);
        Put(writer, Own);
        Put(writer, Domains);
        Put(writer, CalibrationNames);
        Put(writer, CalibrationSlopes);
        Put(writer, CalibrationShifts);
        Put(writer, NgramTable);
        Put(writer, NgramScales);
        Put(writer, NgramLayer);
        Put(writer, Words);
        Put(writer, WordTable);
        Put(writer, WordScales);
        Put(writer, WordBias);
        Put(writer, WordLayer);
        Put(writer, SpanWeights);
        Put(writer, IdentityNames);
    }

    private bool Fits()
        => NgramScales.Length % NgramTower.Block == 0 && NgramTable.Length == NgramScales.Length << TextFeatures.TableBits
        && NgramLayer.Fits(NgramScales.Length * 3) && WordLayer.Fits(WordFilters.Count)
        && NgramLayer.Outputs == WordLayer.Outputs && Domains.Length > 0
        && WordScales.Length == WordFilters.Count && WordBias.Length == WordFilters.Count
        && WordTable.Length % WordFilters.Columns == 0 && WordTable.Length / WordFilters.Columns > Words.Length && Words.Length < ushort.MaxValue
        && Shared.Length == Outputs.Length && Own.Length == Outputs.Length * Domains.Length
        && Shared.Concat(Own).All(head => head >= -1 && head < NgramLayer.Outputs - Domains.Length)
        && CalibrationSlopes.Length == CalibrationNames.Length && CalibrationShifts.Length == CalibrationNames.Length
        && SpanWeights.Length == SpanHead.Weights(NgramScales.Length);

    private static HiddenLayerWeights Layer(BinaryReader reader)
        => new(Numbers<float>(reader), Numbers<float>(reader), Numbers<float>(reader), Numbers<float>(reader));

    private static string[] Names(BinaryReader reader)
    {
        var names = new string[Length(reader, 1)];
        for (var index = 0; index < names.Length; index++)
        {
            names[index] = reader.ReadString();
        }

        return names;
    }

    private static T[] Numbers<T>(BinaryReader reader)
        where T : unmanaged
    {
        var numbers = new T[Length(reader, Marshal.SizeOf<T>())];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    // A damaged file must not ask for more memory than a model may have.
    private static int Length(BinaryReader reader, int size)
    {
        var length = reader.ReadInt32();
        return length >= 0 && (long)length * size <= 64 << 20 ? length : throw new InvalidDataException("The classifier model is damaged.");
    }

    private static void Put(BinaryWriter writer, HiddenLayerWeights layer)
    {
        Put(writer, layer.Weights1);
        Put(writer, layer.Bias1);
        Put(writer, layer.Weights2);
        Put(writer, layer.Bias2);
    }

    private static void Put(BinaryWriter writer, string[] names)
    {
        writer.Write(names.Length);
        foreach (var name in names)
        {
            writer.Write(name);
        }
    }

    private static void Put<T>(BinaryWriter writer, T[] numbers)
        where T : unmanaged
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }
}
