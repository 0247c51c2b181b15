using System.Text;

namespace Diwan.Onnx.Tests;

/// <summary>Writes protocol buffers by hand, as far as a tiny ONNX graph and a tiny vocabulary need it.</summary>
internal sealed class Protobuf
{
    private readonly List<byte> bytes = [];

    public byte[] ToArray() => [.. bytes];

    public Protobuf Number(int field, long value)
    {
        Varint((ulong)(field << 3));
        Varint((ulong)value);
        return this;
    }

    public Protobuf Float(int field, float value)
    {
        Varint((ulong)((field << 3) | 5));
        bytes.AddRange(BitConverter.GetBytes(value));
        return this;
    }

    public Protobuf Bytes(int field, byte[] value)
    {
        Varint((ulong)((field << 3) | 2));
        Varint((ulong)value.Length);
        bytes.AddRange(value);
        return this;
    }

    public Protobuf Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public Protobuf Message(int field, Protobuf value) => Bytes(field, value.ToArray());

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
    }
}
