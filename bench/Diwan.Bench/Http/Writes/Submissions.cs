using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Diwan.Bench.Http.Load;

namespace Diwan.Bench.Http.Writes;

/// <summary>Comments sent under one article as the embed sends them: each with a text and a random key of its own. The answer must promise that it is stored.</summary>
/// <param name="article">Its id.</param>
internal sealed class Submissions(string article) : IExchange
{
    private static readonly string[] Texts =
    [
        "The council should have begun with the bridge last year; now the winter comes first.", "پردەکە دەبوو پێش ساڵێک نۆژەن بکرایەتەوە، ئێستا زستانە.",
        "Pir diviya sala borî bihata çêkirin, niha zivistan e.", "كان على المجلس أن يبدأ بالجسر في العام الماضي، والآن جاء الشتاء.",
        "Belediye işe köprüden başlamalıydı, şimdi kış geliyor.", "شورا باید پارسال از پل آغاز می‌کرد، حالا زمستان است.",
    ];

    private readonly ConcurrentBag<string> _accepted = [];
    private int _sent;

    [ThreadStatic]
    private static byte[]? _request;

    /// <summary>Ids of the comments that the server said it has.</summary>
    public IReadOnlyCollection<string> Accepted => _accepted;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Request(int number)
    {
        // Numbered across runs: no text and no key comes twice.
        var order = Interlocked.Increment(ref _sent);
        _request = JsonPost.Bytes($"/api/v1/articles/{article}/comments", new
        {
            author = "Dilan",
            text = string.Create(CultureInfo.InvariantCulture, $"{Texts[order % Texts.Length]} {order}"),
            idempotencyKey = string.Create(CultureInfo.InvariantCulture, $"{article}-{order}-0123456789abcdef0123456789"),
        });
        return _request;
    }

    /// <inheritdoc/>
    public void Check(int number, Connection answer)
    {
        if (answer.Status != 202) throw new InvalidDataException($"status {answer.Status}: {Encoding.UTF8.GetString(answer.Body)}");
        var reader = new Utf8JsonReader(answer.Body);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.GetProperty("receipt").GetString() is not { Length: > 0 } || root.GetProperty("ledger").GetProperty("checkpoint").GetString() is not { Length: > 0 })
            throw new InvalidDataException("there is no receipt or no place in the ledger.");
        _accepted.Add(root.GetProperty("id").GetString()!);
    }
}
