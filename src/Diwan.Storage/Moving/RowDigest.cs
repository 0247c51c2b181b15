using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Diwan.Storage.Moving;

/// <summary>A digest over the rows of a table in whatever order they come: the SHA-256 of each row, one over the other.</summary>
internal sealed class RowDigest
{
    private readonly byte[] _sum = new byte[SHA256.HashSizeInBytes];
    private readonly ArrayBufferWriter<byte> _row = new();

    /// <summary>Rows taken in.</summary>
    public long Rows { get; private set; }

    /// <summary>Digest of all of them, hexadecimal.</summary>
    public string Value => Convert.ToHexStringLower(_sum);

    /// <summary>Takes a row in: numbers, texts, bytes and nothing, each with its length, so that no two rows look alike.</summary>
    public void Add(ReadOnlySpan<object?> row)
    {
        _row.ResetWrittenCount();
        Span<byte> eight = stackalloc byte[8];
        foreach (var value in row)
        {
            switch (value)
            {
                case null: Put('-', []); break;
                case long number:
                    BinaryPrimitives.WriteInt64BigEndian(eight, number);
                    Put('n', eight);
                    break;
                case string text: Put('t', Encoding.UTF8.GetBytes(text)); break;
                case byte[] bytes: Put('b', bytes); break;
                default: throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(row));
            }
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_row.WrittenSpan, hash);
        for (var place = 0; place < hash.Length; place++) _sum[place] ^= hash[place];
        Rows++;
    }

    private void Put(char kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[5];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
        _row.Write(head);
        _row.Write(bytes);
    }
}
