using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Diwan.Architecture.Tests;

/// <summary>Arrows, all one way: Diwan → Server, Interchange, Learning → Storage → Comments → Moderation → (base library).</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Diwan.Moderation"] = [],
        ["Diwan.Client"] = [],
        ["Diwan.Comments"] = ["Diwan.Moderation"],
        ["Diwan.Onnx"] = ["Diwan.Moderation"],
        ["Diwan.Storage"] = ["Diwan.Comments", "Diwan.Moderation"],
        ["Diwan.Learning"] = ["Diwan.Storage", "Diwan.Comments", "Diwan.Moderation"],
        ["Diwan.Interchange"] = ["Diwan.Storage", "Diwan.Comments", "Diwan.Moderation"],
        ["Diwan.Server"] = ["Diwan.Storage", "Diwan.Comments", "Diwan.Moderation"],
        ["Diwan"] = ["Diwan.Onnx", "Diwan.Server", "Diwan.Interchange", "Diwan.Learning", "Diwan.Storage", "Diwan.Comments", "Diwan.Moderation"],
    };

    private static readonly ArchUnitNET.Domain.Architecture Architecture = new ArchLoader().LoadAssemblies(
        typeof(Moderation.ModerationPipeline).Assembly,
        typeof(Comments.Submitting.SubmitComment).Assembly,
        typeof(Storage.Sqlite.SqliteStore).Assembly,
        typeof(Server.Hosting.DiwanServer).Assembly).Build();

    [Fact]
    public void Every_project_points_only_where_its_arrow_may()
    {
        Assert.All(Repository.Projects, path =>
        {
            var project = System.IO.Path.GetFileNameWithoutExtension(path);
            Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} has no place in the tree: give it one here and in the README");
            Assert.Subset(allowed.ToHashSet(), Repository.References(path, "ProjectReference").ToHashSet());
        });
    }

    [Fact]
    public void The_engine_stands_on_the_base_library_alone() =>
        Assert.Empty(Repository.References(System.IO.Path.Combine(Repository.Root, "src/Diwan.Moderation/Diwan.Moderation.csproj"), "PackageReference"));

    [Theory]
    [InlineData("Diwan.Moderation", "System.IO.File", "System.IO.Directory", "System.Threading.Tasks", "System.Net.", "Microsoft.Extensions", "System.TimeProvider", "System.Random")]
    [InlineData("Diwan.Comments", "Microsoft.Data", "Dapper", "Microsoft.AspNetCore", "System.Net.Http", "AngleSharp", "System.IO.File")]
    [InlineData("Diwan.Storage", "Microsoft.AspNetCore", "Diwan.Moderation.Decisions.PolicyEvaluation", "System.Net.Http")]
    [InlineData("Diwan.Server", "Microsoft.Data", "Dapper", "Diwan.Moderation.Decisions.PolicyEvaluation")]
    public void A_layer_keeps_out_what_is_not_its_business(string layer, params string[] foreign)
    {
        var offences =
            from type in Architecture.Types.Where(type => type.Assembly.Name.Split(',')[0] == layer)
            from dependency in type.Dependencies
            where foreign.Any(name => dependency.Target.FullName.StartsWith(name, StringComparison.Ordinal))
            select $"{type.FullName} → {dependency.Target.FullName}";

        Assert.Empty(offences.Distinct());
    }
}
