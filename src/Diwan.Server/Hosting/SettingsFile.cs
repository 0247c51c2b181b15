using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Diwan.Server.Hosting;

/// <summary>Reads a file of settings from the data folder, so that a slip of the pen stops the start with the line it is on.</summary>
internal static class SettingsFile
{
    /// <summary>The settings in a YAML text; the defaults when it is empty.</summary>
    /// <param name="yaml">Its names in camel case, each once.</param>
    /// <param name="fileName">What the message of an error calls it.</param>
    /// <exception cref="InvalidDataException">It cannot be understood; the message says where.</exception>
    public static T Parse<T>(string yaml, string fileName) where T : class, new()
    {
        try
        {
            return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build()
                .Deserialize<T?>(yaml) ?? new();
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException(
                $"{fileName}, line {exception.Start.Line} ({NameOn(yaml, exception.Start.Line)}): {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    // What stands before the colon; the value may be nobody's business.
    private static string NameOn(string yaml, long line) =>
        yaml.Split('\n').ElementAtOrDefault((int)line - 1)?.Split(':')[0].Trim() ?? "";
}
