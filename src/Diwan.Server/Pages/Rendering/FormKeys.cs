using System.Buffers.Text;
using System.Security.Cryptography;

namespace Diwan.Server.Pages.Rendering;

/// <summary>Random keys for forms, one for every page that is sent. The operating system is asked for many at once: asking for each costs more than all else about its page.</summary>
internal static class FormKeys
{
    private const int KeyBytes = 32, AtOnce = 128;

    [ThreadStatic]
    private static byte[]? _ready;

    [ThreadStatic]
    private static int _left;

    /// <summary>Characters of a key.</summary>
    public const int Length = 43;

    /// <summary>Writes a key nobody can guess, in base64url.</summary>
    /// <param name="into">Takes it: room for <see cref="Length"/> bytes.</param>
    public static void Next(Span<byte> into)
    {
        _ready ??= new byte[KeyBytes * AtOnce];
        if (_left == 0)
        {
            RandomNumberGenerator.Fill(_ready);
            _left = AtOnce;
        }

        Base64Url.EncodeToUtf8(_ready.AsSpan(--_left * KeyBytes, KeyBytes), into);
    }
}
