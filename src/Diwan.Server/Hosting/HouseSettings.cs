using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Diwan.Server.Hosting;

/// <summary>What the publisher promises readers: the file <c>house.yaml</c> in the data folder, read at start. Without it, the defaults.</summary>
public sealed class HouseSettings
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "house.yaml";

    /// <summary>Months in which a rejection can be appealed, 1 to 120. Six by default, as the Digital Services Act asks of platforms (EU 2022/2065, Article 20).</summary>
    public int AppealMonths { get; set; } = 6;

    /// <summary>True to show everybody the moderation log at <c>/log</c>: counts alone, nothing of anybody's.</summary>
    public bool PublicLog { get; set; } = true;

    /// <summary>Reads the settings of a data folder.</summary>
    /// <exception cref="InvalidDataException">The file cannot be understood; the message says where.</exception>
    public static HouseSettings Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : new();
    }

    /// <summary>Reads the text of the file.</summary>
    /// <exception cref="InvalidDataException">It cannot be understood; the message says where.</exception>
    public static HouseSettings Parse(string yaml)
    {
        try
        {
            var settings = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build()
                .Deserialize<HouseSettings?>(yaml) ?? new();
            return settings.AppealMonths is >= 1 and <= 120 ? settings : throw new InvalidDataException($"{FileName}: appealMonths takes 1 to 120");
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"{FileName}, line {exception.Start.Line}: {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }
}
