using System.Globalization;
using System.Text;
using Diwan.Comments.Ledger;
using Diwan.Comments.Stores;
using Diwan.Server.Public;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Ledger;

/// <summary>The ledger for everybody, in the layout that witnesses and other tools follow (C2SP tlog-tiles): a leaf gives nothing away.</summary>
internal sealed class LedgerEndpoints(ILedgerStore ledger)
{
    // A tile, full or not, never changes: its width is part of its address.
    private const string ForEver = "public, max-age=31536000, immutable";

    public async Task CheckpointAsync(HttpContext http)
    {
        if (await ledger.LatestAsync(http.RequestAborted) is { } latest) await TextAsync(http, latest.Note);
        else await Problems.NotFound("The ledger is empty.").WriteAsync(http);
    }

    public async Task KeysAsync(HttpContext http) => await TextAsync(
        http, string.Concat((await ledger.KeysAsync(http.RequestAborted)).Select(key => key.Verifier.Line + "\n")));

    public async Task TileAsync(HttpContext http, string level, string path)
    {
        var isLevel = level.Length <= 2 && int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        if (!isLevel || TilePath.Read(path) is not { } tile)
            await Problems.NotFound("There is no such tile.").WriteAsync(http);
        else
            await BytesAsync(http, await ledger.TileAsync(int.Parse(level, CultureInfo.InvariantCulture), tile.Index, tile.Width, http.RequestAborted));
    }

    public async Task EntriesAsync(HttpContext http, string path)
    {
        if (TilePath.Read(path) is not { } tile) await Problems.NotFound("There is no such bundle.").WriteAsync(http);
        else await BytesAsync(http, await ledger.BundleAsync(tile.Index, tile.Width, http.RequestAborted));
    }

    private static async Task TextAsync(HttpContext http, string text)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted);
    }

    private static async Task BytesAsync(HttpContext http, byte[]? bytes)
    {
        if (bytes is null)
        {
            await Problems.NotFound("The ledger does not reach so far.").WriteAsync(http);
            return;
        }

        http.Response.ContentType = "application/octet-stream";
        http.Response.Headers.CacheControl = ForEver;
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
