using System.Text;
using Diwan.Server.Hosting;
using Diwan.Server.Pages.Rendering;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Embed;

/// <summary>The scripts and the style sheet that pages of other sites load, under names that never change.</summary>
public sealed class EmbedFiles
{
    /// <summary>Names of the files, as they stand in addresses.</summary>
    public static readonly IReadOnlyList<string> Names = ["embed.js", "counts.js", "embed.css"];

    // Their names stay, so browsers must ask again; those of a busy page need not ask for every article that is read.
    private const string ShortWhile = "public, max-age=600, stale-while-revalidate=86400";

    private readonly Dictionary<string, Asset> _files;

    /// <summary>Joins and compresses them once.</summary>
    public EmbedFiles(ServeOptions options)
    {
        var web = Path.Combine(options.ContentFolder, "..", "web", "embed");
        _files = new()
        {
            ["embed.js"] = new("text/javascript; charset=utf-8", Lasting(ScriptBundle.JoinClosed(Path.Combine(web, "embed.js")))),
            ["counts.js"] = new("text/javascript; charset=utf-8", Lasting(ScriptBundle.JoinClosed(Path.Combine(web, "counts.js")))),
            ["embed.css"] = new("text/css; charset=utf-8", Lasting(ScriptBundle.Style(File.ReadAllText(Path.Combine(web, "embed.css"))))),
        };
    }

    /// <summary>Sends the file with this name.</summary>
    public Task SendAsync(HttpContext http, string name)
    {
        var file = _files[name];
        http.Response.Headers.CacheControl = ShortWhile;
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Answer.SendAsync(http, file.Content, file.ContentType, "Accept-Encoding");
    }

    private static OpenEnded Lasting(string text) => OpenEnded.Lasting(Encoding.UTF8.GetBytes(text));
}
