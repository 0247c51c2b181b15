using Diwan.Moderation.Policy;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Diwan.Comments.Policies;

/// <summary>Reads a policy written as a YAML document, so that a publisher can change rules without a programmer.</summary>
public static class PolicyYaml
{
    // A policy in six languages is 20,000 characters and four levels deep; more is a mistake or an attack on the recursive reader.
    private const int MostCharacters = 1 << 20;
    private const int DeepestLevel = 16;

    /// <summary>Reads and validates <paramref name="yaml"/>. Every problem is named with its line; unknown keys are problems.</summary>
    public static PolicyReading Read(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        try
        {
            if (yaml.Length > MostCharacters || Depth(yaml) > DeepestLevel)
            {
                return Broken(1, "The document is too large or too deeply nested to be a policy.");
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
            {
                return Broken(1, "A policy is one YAML document with keys and values.");
            }

            return Read(root);
        }
        catch (YamlException exception)
        {
            return Broken(Math.Max(1, exception.Start.Line), exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // Some ill-formed documents, a '{' in the middle of a plain text for one, end so in YamlDotNet 18.1, without a line.
            return Broken(1, "The document is not well-formed YAML.");
        }
    }

    private static PolicyReading Read(YamlMappingNode root)
    {
        var reader = new PolicyDocument(root);
        var policy = reader.Read();
        // A line that could not be read is named once: what the validator says of its stand-in would only confuse.
        var unread = reader.Problems.Select(problem => problem.Line).ToHashSet();
        var problems = PolicyValidator.Validate(policy)
            .Select(problem => new PolicyDocumentProblem(reader.LineOf(problem.Where), problem.What))
            .Where(problem => !unread.Contains(problem.Line))
            .Concat(reader.Problems)
            .OrderBy(problem => problem.Line)
            .ToList();
        return problems.Count == 0 ? new PolicyReading.Valid(policy) : new PolicyReading.Invalid(problems);
    }

    private static int Depth(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var (depth, deepest) = (0, 0);
        while (deepest <= DeepestLevel && parser.MoveNext())
        {
            depth += parser.Current switch
            {
                MappingStart or SequenceStart => 1,
                MappingEnd or SequenceEnd => -1,
                _ => 0,
            };
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static PolicyReading.Invalid Broken(long line, string what) => new([new(line, what)]);
}
