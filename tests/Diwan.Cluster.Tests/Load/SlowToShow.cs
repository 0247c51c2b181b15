using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Diwan.Cluster.Tests.Machines;

namespace Diwan.Cluster.Tests.Load;

/// <summary>A site of a few lines that shows what was decided a while after it has said so: what the canary has to notice.</summary>
internal sealed class SlowToShow : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, (bool IsShown, long At)> _comments = new();
    private readonly TimeSpan _late;

    /// <summary>Starts it.</summary>
    /// <param name="late">After how long a decision is shown.</param>
    public SlowToShow(TimeSpan late)
    {
        _late = late;
        Address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.Free()}/"));
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true) await AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Disposed of.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        object answer;
        if (request.HttpMethod == "GET")
        {
            var now = TimeProvider.System.GetTimestamp();
            answer = new { comments = _comments.Where(one => one.Value.IsShown == TimeProvider.System.GetElapsedTime(one.Value.At, now) > _late).Select(one => new { id = one.Key }) };
        }
        else if (request.Url!.AbsolutePath.EndsWith("/decisions", StringComparison.Ordinal))
        {
            using var decision = await JsonDocument.ParseAsync(request.InputStream);
            _comments[request.Url.Segments[^2].TrimEnd('/')] = (decision.RootElement.GetProperty("outcome").GetString() == "approve", TimeProvider.System.GetTimestamp());
            answer = new { };
        }
        else
        {
            (context.Response.StatusCode, answer) = (202, new { id = Guid.NewGuid().ToString("N") });
        }

        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.OutputStream, answer);
        context.Response.Close();
    }
}
