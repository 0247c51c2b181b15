using Diwan.Server.Pages.Rendering;

namespace Diwan.Server.Tests.Pages;

/// <summary>Modules joined into one script.</summary>
public sealed class ScriptBundleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("diwan-").FullName;

    [Fact]
    public void What_a_module_imports_stands_once_before_it_and_comments_are_left_out()
    {
        Write("a.js", "import { b } from './b.js';\nimport { c } from './sub/c.js';\n\n// Says it.\nb(c); // here\n");
        Write("b.js", "import { c } from './sub/c.js';\nexport function b() {\n  return c;\n}\n");
        Write("sub/c.js", "export const c = 1;\n");

        Assert.Equal("const c = 1;\nfunction b() {\nreturn c;\n}\nb(c); // here\n", ScriptBundle.Join(Path.Combine(_folder, "a.js")));
    }

    [Fact]
    public void A_style_sheet_is_a_text_in_the_script()
    {
        Write("a.js", "import style from './a.css' with { type: 'text' };\nuse(style);\n");
        Write("a.css", "/* Quiet\n   colours */\na::after {\n  content: \"–\\201C\";\n}\n");

        Assert.Equal("const style=\"a::after { content: \\\"–\\\\201C\\\"; }\";\nuse(style);\n", ScriptBundle.Join(Path.Combine(_folder, "a.js")));
    }

    [Fact]
    public void A_module_that_is_not_there_stops_the_start()
    {
        Write("a.js", "import { b } from './b.js';\n");

        Assert.Throws<FileNotFoundException>(() => ScriptBundle.Join(Path.Combine(_folder, "a.js")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
