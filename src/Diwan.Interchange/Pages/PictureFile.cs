using System.Buffers.Binary;

namespace Diwan.Interchange.Pages;

/// <summary>Tells a picture by its bytes, never by its name, and reads its size from its head.</summary>
public static class PictureFile
{
    /// <summary>The extension pictures of this kind have (<c>jpg png webp avif gif</c>); null when the bytes are no such picture.
    /// SVG is a program and is not among them.</summary>
    public static string? KindOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "jpg";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return "png";
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return "gif";
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8)) return "webp";
        return bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8) && bytes[8..12].StartsWith("avi"u8) ? "avif" : null;
    }

    /// <summary>Width and height in pixels; 0 and 0 when the head does not say.</summary>
    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> bytes) => KindOf(bytes) switch
    {
        "png" when bytes.Length >= 24 => (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
        "gif" when bytes.Length >= 10 => (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
        "webp" when bytes.Length >= 30 => SizeOfWebP(bytes),
        "jpg" => SizeOfJpeg(bytes),
        _ => (0, 0),
    };

    // The three forms of WebP: lossy, lossless, extended.
    private static (int Width, int Height) SizeOfWebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes[12..16].SequenceEqual("VP8 "u8))
            return (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        if (bytes[12..16].SequenceEqual("VP8L"u8))
        {
            var packed = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return ((int)(packed & 0x3FFF) + 1, (int)((packed >> 14) & 0x3FFF) + 1);
        }

        if (!bytes[12..16].SequenceEqual("VP8X"u8)) return (0, 0);
        return ((bytes[24] | bytes[25] << 8 | bytes[26] << 16) + 1, (bytes[27] | bytes[28] << 8 | bytes[29] << 16) + 1);
    }

    // A JPEG is a row of segments with their lengths; the one that starts a frame holds the size.
    private static (int Width, int Height) SizeOfJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return (0, 0);
    }
}
