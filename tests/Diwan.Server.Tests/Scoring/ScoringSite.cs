using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Diwan.Comments.Accounts;
using Diwan.Server.Hosting;
using Diwan.Server.Scoring;
using Diwan.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Server.Tests.Scoring;

/// <summary>The whole server with the models that ship, on a free port, asked for scores as a program does.</summary>
public class ScoringSite : IAsyncLifetime
{
    public const string Analyze = "/v1alpha1/comments:analyze";

    private readonly string _folder = Directory.CreateTempSubdirectory("diwan-scoring-").FullName;
    private WebApplication _app = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>A key that scores.</summary>
    public string Key { get; private set; } = null!;

    internal SqliteStore Store { get; private set; } = null!;

    internal ManageTokens Tokens { get; private set; } = null!;

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    /// <summary>What stands in <c>scoring.yaml</c>.</summary>
    protected virtual string Settings => "";

    protected virtual bool IsKeyless => false;

    public async ValueTask InitializeAsync()
    {
        Store = await SqliteStore.OpenAsync(new() { Folder = _folder }, Clock, NullLoggerFactory.Instance);
        var options = new ServeOptions
        {
            DataFolder = _folder, ContentFolder = Path.Combine(AppContext.BaseDirectory, "data"), Urls = ["http://127.0.0.1:0"], Keyless = IsKeyless,
            Scoring = ScoringSettings.Parse(Settings),
        };
        _app = await DiwanServer.BuildAsync(options, Store, Clock);
        await _app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new(_app.Urls.First()) };
        Tokens = new(Store.Accounts, Clock);
        Key = await Tokens.CreateAsync(Role.Scorer, null, null, perMinute: 1_000_000);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends a body as it stands, with the key.</summary>
    public Task<Scored> PostAsync(string body, string query = "", string path = Analyze) =>
        SendAsync(Encoding.UTF8.GetBytes(body), $"{path}?key={Key}{(query.Length > 0 ? "&" + query : "")}");

    /// <summary>Sends bytes to an address, with headers.</summary>
    public async Task<Scored> SendAsync(byte[] body, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var answer = await Client.SendAsync(request);
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }
}

/// <summary>What came back.</summary>
public sealed record Scored(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonObject Attributes => Json["attributeScores"]!.AsObject();

    public double Summary(string attribute) => (double)Attributes[attribute]!["summaryScore"]!["value"]!;

    public string Message => (string)Json["error"]!["message"]!;

    public JsonNode Detail => Json["error"]!["details"]![0]!;

    public string? ErrorType => (string?)Detail["errorType"];
}
