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

    /// <summary>A key nobody can guess: 43 characters of base64url.</summary>
    public static string Next()
    {
        _ready ??= new byte[KeyBytes * AtOnce];
        if (_left == 0)
        {
            RandomNumberGenerator.Fill(_ready);
            _left = AtOnce;
        }

        return Base64Url.EncodeToString(_ready.AsSpan(--_left * KeyBytes, KeyBytes));
    }
}
