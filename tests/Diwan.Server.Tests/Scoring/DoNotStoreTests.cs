using Diwan.Server.Scoring.Feedback;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Server.Tests.Scoring;

/// <summary>Where it stands recorded that <c>doNotStore</c> was honoured.</summary>
public sealed class DoNotStoreTests(ScoringSite site) : IClassFixture<ScoringSite>
{
    [Theory]
    [InlineData("true", "no; doNotStore")]
    [InlineData("false", "no")]
    public async Task Every_answer_says_that_nothing_is_stored_and_whether_that_was_asked_for(string flag, string expected)
    {
        var answer = await site.PostAsync($$$"""{"comment":{"text":"This is a good article."},"requestedAttributes":{"TOXICITY":{}},"doNotStore":{{{flag}}}}""");

        Assert.Equal((200, expected), (answer.Status, answer.Headers["Diwan-Stored"]));
    }

    [Fact]
    public async Task The_log_counts_what_was_honoured_by_the_hour_and_at_the_end()
    {
        var ct = TestContext.Current.CancellationToken;
        var (clock, log) = (new FakeTimeProvider(), new Lines());
        using var record = new DoNotStoreRecord(clock, log);
        await record.StartAsync(ct);
        foreach (var doNotStore in new[] { true, false, true }) record.Note(new DefaultHttpContext(), doNotStore);
        var first = log.NextAsync(ct).AsTask();
        // The service begins on a thread of its own, and only then is there a timer that an hour can pass for.
        while (!first.IsCompleted)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        Assert.Equal("Requests for scores that asked not to be stored, and of which nothing was: 2", await first);

        clock.Advance(TimeSpan.FromHours(1));
        record.Note(new DefaultHttpContext(), doNotStore: true);
        await record.StopAsync(ct);
        Assert.Equal("Requests for scores that asked not to be stored, and of which nothing was: 1", await log.NextAsync(ct));
    }

    private sealed class Lines : ILogger<DoNotStoreRecord>
    {
        private readonly System.Threading.Channels.Channel<string> _lines = System.Threading.Channels.Channel.CreateUnbounded<string>();

        public ValueTask<string> NextAsync(CancellationToken ct) => _lines.Reader.ReadAsync(ct);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Writer.TryWrite(formatter(state, exception));
    }
}
