using System.Security.Cryptography;
using System.Text;
using Diwan.Comments.Articles;
using Diwan.Comments.Ledger;
using Diwan.Comments.Receipts;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Moderation;
using Diwan.Moderation.Decisions;
using Diwan.Storage;

namespace Diwan.Bench.Http;

/// <summary>Makes threads as readers do: two of five comments answer another one, answers gather where answers are, most comments are short. The same seed makes the same threads.</summary>
internal sealed class LifelikeThreads(SiteStore store, int seed)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly string[] Names = ["Şîlan", "هێمن", "Azad", "دلۆڤان", "Ayşe", "سارة", "Rebîn", "مریم"];

    private static readonly string[] Sentences =
    [
        "The council should have begun with the bridge last year.", "پردەکە دەبوو پێش ساڵێک نۆژەن بکرایەتەوە.", "Pir diviya sala borî bihata çêkirin.",
        "كان على المجلس أن يبدأ بالجسر في العام الماضي.", "Belediye işe köprüden başlamalıydı.", "شورا باید پارسال از پل آغاز می‌کرد.",
        "I walk there every morning and it gets worse.", "Who pays for it in the end?", "سوپاس بۆ هەواڵەکە.", "Thank you for the report, it is the first one that names figures.",
    ];

    private static readonly Judgement Unjudged = new(new("en", "Latn", 1), [], new(Outcome.Hold, [], Decides: false), "bench", "none", 0);

    /// <summary>An article with its address.</summary>
    public async Task<Article> PublishAsync(string name)
    {
        var article = new Article
        {
            Id = name, Slug = name, Url = $"https://news.example/{name}", Language = "en", Headline = $"The council repairs the bridge: {name}", IsOwn = true, ImportedAt = Start,
            PublishedAt = Start, Body = [.. Enumerable.Range(0, 8).Select(part => new ArticleBlock.Paragraph([new($"Part {part}. {string.Join(' ', Sentences)}")]))],
        };
        await store.Articles.SaveAsync(article);
        return article;
    }

    /// <summary>Publishes this many comments under an article.</summary>
    public async Task FillAsync(Article article, int count)
    {
        var made = new List<Comment>(count);
        for (var number = 0; number < count; number++)
        {
            // Where answers are, more come: the later half of what is there is twice as likely.
            // Counted from the newest, so that the newest of a long thread and of a short one read alike, and what differs between their pages is the length of the thread.
            var random = new Random(unchecked((seed * 1_000_003) + count - number));
            var parent = made.Count > 0 && random.Next(5) < 2 ? made[random.Next(Math.Max(1, made.Count / 2), made.Count + 1) - 1] : null;
            if (parent is { Depth: >= 4 }) parent = null;
            made.Add(Make(article, number, parent, random));
        }

        // A level at a time, so that what is answered is there before its answers.
        foreach (var level in made.GroupBy(comment => comment.Depth).OrderBy(level => level.Key))
        {
            foreach (var batch in level.Chunk(512)) await Task.WhenAll(batch.Select(PublishAsync));
        }
    }

    /// <summary>Takes in this many comments that wait for a person, newer than all that are published; their ids.</summary>
    public async Task<IReadOnlyList<string>> HoldAsync(Article article, int count)
    {
        var waiting = Enumerable.Range(10_000_000, count).Select(number => Make(article, number, null, new(unchecked((seed * 1_000_003) - number)))).ToList();
        foreach (var batch in waiting.Chunk(512)) await Task.WhenAll(batch.Select(TakeInAsync));
        return [.. waiting.Select(comment => comment.Id)];
    }

    /// <summary>A comment that waits, as it comes in: nobody has decided on it.</summary>
    public static NewComment Waiting(Article article, int number) => TakenIn(Make(article, number, null, new(number)));

    private static Comment Make(Article article, int number, Comment? parent, Random random)
    {
        var text = string.Join(' ', Enumerable.Range(0, 1 + (int)(4 * Math.Pow(random.NextDouble(), 3))).Select(_ => Sentences[random.Next(Sentences.Length)]));
        var at = Start.AddSeconds(number * 7L);
        var id = Guid.CreateVersion7(at).ToString("N")[..16] + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{article.Id}/{number}")).AsSpan(0, 8));
        return new()
        {
            Id = id, ArticleId = article.Id, ParentId = parent?.Id, RootId = parent?.RootId ?? id, Depth = parent is null ? 0 : parent.Depth + 1, Author = Names[random.Next(Names.Length)],
            Text = text, Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), At = at, Language = "en", Status = CommentStatus.Pending, Version = 1,
        };
    }

    private async Task PublishAsync(Comment comment)
    {
        await TakeInAsync(comment);
        await store.Comments.AppendAsync(Decide(comment, 2, DecisionOutcome.Approved), CommentStatus.Approved);
    }

    private Task TakeInAsync(Comment comment) => store.Comments.AddAsync(TakenIn(comment));

    private static NewComment TakenIn(Comment comment) =>
        new(comment, Decide(comment, 1, DecisionOutcome.Held), Unjudged, ReceiptIssuer.Hash(comment.Id), null, null, null, null, Leaf.NewKey());

    private static Decision Decide(Comment comment, int version, DecisionOutcome outcome) => new()
    {
        Id = Guid.CreateVersion7(comment.At).ToString("N"), CommentId = comment.Id, Version = version, Outcome = outcome, DecidedBy = DecidedBy.Rule, PolicyVersion = "bench", ModelVersion = "none", At = comment.At,
    };
}
