using System.Text.RegularExpressions;

namespace Diwan.Architecture.Tests;

/// <summary>The tree in the README is true, and files stay small.</summary>
public sealed partial class TreeTests
{
    [Fact]
    public void Every_folder_of_the_readmes_tree_exists_and_no_project_is_missing_from_it()
    {
        var tree = TreeOf(File.ReadAllText(Path.Combine(Repository.Root, "README.md")));

        Assert.True(tree.Count > 20, "the README's tree was not found");
        Assert.All(tree, path => Assert.True(
            Directory.Exists(Path.Combine(Repository.Root, path)) || File.Exists(Path.Combine(Repository.Root, path)), $"the README names {path}, which is not there"));
        Assert.All(Repository.Projects, project => Assert.Contains(Repository.Relative(Path.GetDirectoryName(project)!), tree));
        Assert.All(
            Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
                .Where(folder => Repository.Relative(folder).Split('/') is [_, _, not ("bin" or "obj")])
                .Select(Repository.Relative),
            folder => Assert.Contains(folder, tree));
    }

    [Fact]
    public void No_source_file_is_longer_than_300_lines() => Assert.Empty(
        Repository.SourceFiles.Where(path => File.ReadLines(path).Count() > 300).Select(Repository.Relative));

    [Fact]
    public void Half_of_the_source_files_are_within_100_lines()
    {
        var lengths = Repository.SourceFiles.Select(path => File.ReadLines(path).Count()).Order().ToArray();

        Assert.InRange(lengths[lengths.Length / 2], 1, 100);
    }

    [Fact]
    public void Nothing_is_left_unfinished() => Assert.Empty(
        Repository.SourceFiles.Where(path => Unfinished.IsMatch(File.ReadAllText(path))).Select(Repository.Relative));

    // Lines such as "  Text/   ① folding", two spaces a level, below a line that names the parent.
    private static List<string> TreeOf(string readme)
    {
        var block = TreeBlock.Match(readme).Groups[1].Value;
        var parents = new List<string>();
        var paths = new List<string>();
        foreach (var line in block.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var entry = TreeEntry.Match(line);
            if (!entry.Success) continue;
            var depth = entry.Groups[1].Length / 2;
            parents.RemoveRange(Math.Min(depth, parents.Count), Math.Max(0, parents.Count - depth));
            parents.Add(entry.Groups[2].Value.TrimEnd('/'));
            paths.Add(string.Join('/', parents));
        }

        return paths;
    }

    [GeneratedRegex(@"```\n(README\.md[\s\S]*?)```")]
    private static partial Regex TreeBlock { get; }

    [GeneratedRegex(@"^( *)([\w.\-]+/?)(?:\s|$)")]
    private static partial Regex TreeEntry { get; }

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex Unfinished { get; }
}
