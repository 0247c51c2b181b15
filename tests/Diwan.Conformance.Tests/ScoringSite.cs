using System.Text.Json.Nodes;
using Diwan.Conformance.Tests;
using Diwan.EndToEnd.Tests.Running;

[assembly: AssemblyFixture(typeof(ScoringSite))]

namespace Diwan.Conformance.Tests;

/// <summary>The real program with its quotas on, a key, and the packages from npm.</summary>
public sealed class ScoringSite : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private string? _missing;
    private RunningSite _site = null!;

    public Uri Address => _site.Address;

    public HttpClient Http => _site.Http;

    /// <summary>A key whose quota these tests do not use up.</summary>
    public string Key { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _missing = await NodeClients.InstallAsync();
        _site = await RunningSite.StartAsync(_folder.Path, withRateLimits: true);
        Key = await NewKeyAsync(perMinute: 10_000);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Has a script call the site. Without node, npm or the packages the test is skipped, on CI it fails.</summary>
    public async Task<Outcome> CallAsync(string script, JsonObject call, string? key)
    {
        if (_missing is not null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") is "true", _missing);
            Assert.Skip(_missing);
        }

        call["site"] = Address.ToString();
        call["key"] = key;
        return await NodeClients.CallAsync(script, call);
    }

    /// <summary>Makes a key for so many requests a minute.</summary>
    public async Task<string> NewKeyAsync(int perMinute)
    {
        var made = await DiwanProgram.RunAsync("token", "create", "--role", "scorer", "--per-minute", $"{perMinute}", "--data", _folder.Path);
        Assert.True(made.Status == 0, made.Errors);
        return made.Output.Trim();
    }
}
