using System.Text.RegularExpressions;
using Diwan.Moderation.Signals;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Diwan.Onnx.Configuration;

/// <summary>Reads and checks the settings of a publisher's own model.</summary>
internal static partial class OwnModelYaml
{
    private const int MostThreads = 64;

    /// <summary>The settings, as written and found usable.</summary>
    /// <exception cref="InvalidDataException">They are not; the message says which line or key.</exception>
    public static OwnModelSettings Read(string yaml)
    {
        OwnModelSettings? settings;
        try
        {
            settings = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking()
                .Build().Deserialize<OwnModelSettings>(yaml);
        }
        catch (YamlException exception)
        {
            var unknown = UnknownKey.Match(exception.Message);
            var reason = unknown.Success ? $"there is no key '{unknown.Groups[1].Value}'" : (exception.InnerException ?? exception).Message;
            throw new InvalidDataException($"line {exception.Start.Line}: {reason}", exception);
        }

        return (settings is null ? "it is empty" : Problem(settings)) is { } problem ? throw new InvalidDataException(problem) : settings!;
    }

    private static string? Problem(OwnModelSettings settings) => settings switch
    {
        { Name: var name } when !Names.IsMatch(name ?? "") => "'name' is missing or has other signs than letters, digits, points and dashes",
        { File: null or "" } => "'file' is missing: the ONNX file",
        { Threads: < 1 or > MostThreads } => $"'threads' lies between 1 and {MostThreads}",
        { Languages: null } => "'languages' is a list of codes such as [en, ar]; leave it out for every language",
        { Tokenizer: null or { File: null or "" } } => "'tokenizer: file' is missing: the vocabulary",
        { Tokenizer.MaxTokens: < 8 or > 8192 } => "'tokenizer: maxTokens' lies between 8 and 8192",
        { Scores: null or { Count: 0 } } => "'scores' is missing: which output number is which attribute",
        _ => settings.Scores.Select(Problem).FirstOrDefault(problem => problem is not null) ?? Twice(settings.Scores),
    };

    private static string? Problem(OutputSettings score) => score switch
    {
        { Attribute: Attributes.Unavailable } => "'UNAVAILABLE' is no score",
        { Attribute: var name } when !AttributeKinds.All.Contains(name ?? "") => $"there is no attribute '{name}'; there are {string.Join(", ", AttributeKinds.All.Order(StringComparer.Ordinal).Where(known => known != Attributes.Unavailable))}",
        { Index: < 0 } => $"{score.Attribute}: 'index' counts from 0",
        { Slope: not (> 0 and < double.PositiveInfinity) } => $"{score.Attribute}: 'slope' is a number above 0",
        { Shift: var shift } when !double.IsFinite(shift) => $"{score.Attribute}: 'shift' is a number",
        _ => null,
    };

    private static string? Twice(IEnumerable<OutputSettings> scores) =>
        scores.GroupBy(score => score.Attribute).FirstOrDefault(group => group.Count() > 1) is { } group ? $"{group.Key} is named twice" : null;

    [GeneratedRegex(@"^[A-Za-z0-9.\-]{1,60}$")]
    private static partial Regex Names { get; }

    // YamlDotNet's own words name our class, which is nothing to a publisher.
    [GeneratedRegex("^Property '([^']*)' not found")]
    private static partial Regex UnknownKey { get; }
}
