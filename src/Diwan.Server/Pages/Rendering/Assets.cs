using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Diwan.Server.Pages.Rendering;

/// <summary>Style sheets, scripts and drawings of the pages, read once at the start and named by their content, so that browsers keep them for ever.</summary>
public sealed class Assets
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, string> _addresses;
    private readonly FrozenDictionary<string, Asset> _assets;

    private Assets(Dictionary<string, string> addresses, Dictionary<string, Asset> assets) =>
        (_addresses, _assets) = (addresses.ToFrozenDictionary(), assets.ToFrozenDictionary());

    /// <summary>Reads every file of a known kind in a folder; a script with the modules it imports, which lie in folders below.</summary>
    public static Assets Load(string folder)
    {
        var addresses = new Dictionary<string, string>();
        var assets = new Dictionary<string, Asset>();
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var extension = Path.GetExtension(path);
            if (!Types.TryGetValue(extension, out var type)) continue;
            var content = extension == ".js" ? Encoding.UTF8.GetBytes(ScriptBundle.Join(path)) : File.ReadAllBytes(path);
            // 48 bits tell apart all versions there will ever be of one file.
            var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
            var name = $"{Path.GetFileNameWithoutExtension(path)}.{hash}{extension}";
            addresses.Add(Path.GetFileName(path), "/assets/" + name);
            assets[name] = new(type, OpenEnded.Lasting(content));
        }

        return new(addresses, assets);
    }

    /// <summary>The address of a file, by its name: <c>reader.css</c> → <c>/assets/reader.0123456789ab.css</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file: a mistake in the code.</exception>
    public string this[string file] => _addresses[file];

    /// <summary>The file behind the last part of an address; null when there is none.</summary>
    public Asset? Find(string name) => _assets.GetValueOrDefault(name);
}

/// <summary>One file that pages load.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record Asset(string ContentType, OpenEnded Content);
