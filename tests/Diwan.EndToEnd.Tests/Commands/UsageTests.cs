using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Commands;

/// <summary>Every verb: help with an example, 2 for wrong usage, 1 with one line for failure.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("import articles")]
    [InlineData("policy")]
    [InlineData("policy check")]
    [InlineData("policy publish")]
    [InlineData("token")]
    [InlineData("token create")]
    [InlineData("token list")]
    [InlineData("token revoke")]
    [InlineData("suggestions")]
    [InlineData("suggestions list")]
    [InlineData("suggestions erase")]
    [InlineData("desk")]
    [InlineData("desk invite")]
    [InlineData("score")]
    [InlineData("train")]
    [InlineData("evaluate")]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Help_shows_an_example(string verb)
    {
        var help = await DiwanProgram.RunAsync([.. verb.Split(' '), "--help"]);

        Assert.Equal(0, help.Status);
        Assert.Contains($"diwan {verb}", help.Output, StringComparison.Ordinal);
        Assert.Contains("Example:", help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("serve --wings")]
    [InlineData("serve --urls nowhere")]
    [InlineData("serve --urls http://0.0.0.0:8080 --no-rate-limits")]
    [InlineData("serve --urls http://0.0.0.0:8080 --keyless")]
    [InlineData("import articles")]
    [InlineData("policy check")]
    [InlineData("token create")]
    [InlineData("token create --role king")]
    [InlineData("token create --role scorer --days 0")]
    [InlineData("token create --role scorer --per-minute 0")]
    [InlineData("suggestions erase")]
    [InlineData("token revoke")]
    [InlineData("evaluate --sets .")]
    [InlineData("evaluate --model m")]
    [InlineData("evaluate --model m --compare c --threshold 1.5")]
    [InlineData("evaluate --model m --compare c --risk-coverage")]
    [InlineData("evaluate --model m --sets . --risk-coverage --against n")]
    [InlineData("evaluate --model m --sets . --risk-coverage --error 2")]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Wrong_usage_is_2_and_one_line_on_stderr(string line)
    {
        var outcome = await DiwanProgram.RunAsync(line.Split(' '));

        Assert.Equal(2, outcome.Status);
        AssertOneLine(outcome.Errors);
    }

    [Theory]
    [InlineData("policy check no-such-file.yaml")]
    [InlineData("policy publish no-such-file.yaml")]
    [InlineData("token revoke no-such-token --data {0}")]
    [InlineData("backup {0}/copy --data {0}")]
    [InlineData("restore {0} --data {0}/new")]
    [InlineData("import articles {0}/no-such-page.txt --data {0}/site")]
    [InlineData("evaluate --model {0}/no-such-model.bin --sets {0}")]
    public async Task Failure_is_1_and_says_why(string line)
    {
        using var folder = new TemporaryFolder();

        var outcome = await DiwanProgram.RunAsync([.. line.Split(' ').Select(part => part.Replace("{0}", folder.Path, StringComparison.Ordinal))]);

        Assert.Equal(1, outcome.Status);
        AssertOneLine(outcome.Errors);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_in_one_line()
    {
        using var folder = new TemporaryFolder();
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";

        var outcome = await DiwanProgram.RunAsync("serve", "--urls", url, "--data", folder.Path);

        Assert.Equal(1, outcome.Status);
        AssertOneLine(outcome.Errors);
        Assert.Contains(url, outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("score")]
    public async Task A_model_of_ones_own_that_cannot_be_used_stops_the_start(string verb)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("models"));
        await File.WriteAllTextAsync(folder.At("models/own.yaml"), "name: ours\nfile: gone.onnx\n", TestContext.Current.CancellationToken);

        var outcome = await DiwanProgram.RunAsync(verb, "--data", folder.Path);

        Assert.Equal(1, outcome.Status);
        AssertOneLine(outcome.Errors);
        Assert.Contains("models/own.yaml", outcome.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("diwan.db")));
    }

    private static void AssertOneLine(string errors)
    {
        Assert.StartsWith("diwan: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
