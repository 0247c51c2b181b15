using System.Globalization;
using System.Security.Cryptography;
using System.Threading.Channels;
using Diwan.Comments.Stores;
using Diwan.Server.Hosting;
using Diwan.Server.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Diwan.Server.Live;

/// <summary>The published thread as server-sent events: <c>comment</c> with the comment, <c>removed</c> with its id, <c>count</c> after each change and at the beginning.</summary>
internal sealed class ThreadEvents(
    IArticleStore articles, LiveThreads threads, FollowerLimit limit, LiveOptions options, IHostApplicationLifetime life, TimeProvider clock)
{
    private static readonly byte[] Alive = ":\n\n"u8.ToArray();

    public async Task SendAsync(HttpContext http, string id)
    {
        if (await articles.FindAsync(id, http.RequestAborted) is not { } article)
        {
            await Problems.NotFound("There is no such article.").WriteAsync(http);
            return;
        }

        var address = http.Connection.RemoteIpAddress;
        if (!limit.TryEnter(address))
        {
            http.Response.Headers.RetryAfter = "60";
            await new Problem(StatusCodes.Status503ServiceUnavailable, "too_many_followers", "As many readers follow threads as this server takes; read the thread again instead.").WriteAsync(http);
            return;
        }

        try
        {
            await FollowAsync(http, article.Id);
        }
        finally
        {
            limit.Leave(address);
        }
    }

    private async Task FollowAsync(HttpContext http, string articleId)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        var events = threads.Follow(articleId, http.Request.Headers["Last-Event-ID"]);
        try
        {
            http.Response.ContentType = "text/event-stream";
            http.Response.Headers.CacheControl = "no-store";
            // nginx would keep events back until it has a buffer full.
            http.Response.Headers["X-Accel-Buffering"] = "no";
            // Readers do not all come back in the same second after a restart.
            var retry = RandomNumberGenerator.GetInt32(2_000, 8_000);
            await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"retry: {retry}\n\n"), end.Token);
            await http.Response.Body.FlushAsync(end.Token);
            await PassOnAsync(events, http.Response.Body, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The reader went away, or the server stops: either is how a stream ends.
        }
        finally
        {
            threads.Leave(articleId, events);
        }
    }

    private async Task PassOnAsync(ChannelReader<byte[]> events, Stream body, CancellationToken ct)
    {
        var waiting = events.WaitToReadAsync(ct).AsTask();
        while (true)
        {
            try
            {
                if (!await waiting.WaitAsync(options.Heartbeat, clock, ct)) return;
                while (events.TryRead(out var bytes)) await body.WriteAsync(bytes, ct);
                waiting = events.WaitToReadAsync(ct).AsTask();
            }
            catch (TimeoutException)
            {
                await body.WriteAsync(Alive, ct);
            }

            await body.FlushAsync(ct);
        }
    }
}
