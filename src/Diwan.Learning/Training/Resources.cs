using System.Reflection;

namespace Diwan.Learning.Training;

/// <summary>The word lists and sentences that training brings along (<c>data/models/training</c>), so that a model can be
/// rebuilt from the data sets alone.</summary>
internal static class Resources
{
    /// <summary>Opens one of them.</summary>
    public static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new FileNotFoundException($"The program was built without {name}.");

    /// <summary>The lines of one of them that are not remarks, cut at tabs.</summary>
    public static List<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open(name));
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                rows.Add(line.Split('\t'));
            }
        }

        return rows;
    }
}
