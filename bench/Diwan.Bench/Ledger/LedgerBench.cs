using System.Globalization;
using Diwan.Comments.Ledger;
using Diwan.Comments.Receipts;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Moderation;

namespace Diwan.Bench.Ledger;

/// <summary>What the ledger costs: CPU it adds to a submission, CPU of checking a million entries, CPU of one proof. Every answer is checked.</summary>
internal static class LedgerBench
{
    private const int Submissions = 4_000;
    private const int Proofs = 2_000;

    public static async Task<int> RunAsync(string contentFolder, int entries, TextWriter output)
    {
        await using var filled = await FilledStore.CreateAsync(contentFolder);
        output.WriteLine("| what | measured | bar | met |");
        output.WriteLine("|---|---|---|---|");
        foreach (var at in (int[])[1, 64]) await AppendAsync(filled, at, output);
        await FillAsync(filled, entries);
        var latest = (await filled.Store.Ledger.LatestAsync())!.Checkpoint;

        var before = Environment.CpuUsage.TotalTime;
        var report = await new VerifyLedger(filled.Store.Ledger).RunAsync();
        var verifying = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        if (report.Findings.Count > 0 || report.Size != latest.Size || !report.Root.AsSpan().SequenceEqual(latest.Root))
            throw new InvalidOperationException($"The ledger does not verify: {string.Join("; ", report.Findings.Take(3))}");
        var perMillion = verifying / report.Size * 1e6;
        Line(output, $"CPU to verify {report.Size:N0} entries; a million", $"{verifying:0.0} s; {perMillion:0.0} s", "60 s", perMillion < 60);

        await ProveAsync(filled, latest.Size, output);
        return 0;
    }

    private static async Task AppendAsync(FilledStore filled, int atOnce, TextWriter output)
    {
        await SubmitAsync(filled, 500, atOnce);
        var before = Environment.CpuUsage.TotalTime;
        await SubmitAsync(filled, Submissions, atOnce);
        var whole = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Submissions;
        var ledger = LedgerShare.Measure(Submissions, atOnce);
        var share = ledger / (whole - ledger) * 100;
        Line(output, $"CPU the ledger adds to a submission, {atOnce} at once", $"{ledger:0} of {whole:0} us: {share:0.0} %", "10 %", share < 10);
    }

    private static async Task SubmitAsync(FilledStore filled, int count, int atOnce)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) <= count;)
            {
                var result = await filled.Submit.RunAsync(new(
                    $"article-{number % 100}", "Azad", $"Comment {number}: the council should have begun with the bridge last year, when the water was low.", AuthorKey: $"reader-{number % 50}"));
                if (result is not SubmitResult.Accepted) throw new InvalidOperationException("A submission was not taken in.");
            }
        })));
    }

    // Comments and their first decisions as the store keeps them, without judging: the ledger does not see the difference.
    private static async Task FillAsync(FilledStore filled, int entries)
    {
        var judgement = Unjudged;
        var missing = (entries - (int)(await filled.Store.Ledger.LatestAsync())!.Checkpoint.Size) / 2;
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, 512).Select(_ => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) <= missing;)
            {
                var comment = NewComment(number);
                await filled.Store.Comments.AddAsync(new(
                    comment, First(comment), judgement, ReceiptIssuer.Hash(comment.Id), null, null, null, null, Leaf.NewKey()));
            }
        })));
    }

    private static async Task ProveAsync(FilledStore filled, long size, TextWriter output)
    {
        var prove = new ProveReceipt(filled.Store.Comments, filled.Store.Ledger);
        var random = new Random(1);
        var ids = new List<string>();
        while (ids.Count < Proofs)
        {
            var entry = (await filled.Store.Ledger.EntriesAsync(random.NextInt64(size), 1))[0];
            if (entry.Kind is LedgerKind.Submission && await filled.Store.Comments.FindByReceiptAsync(ReceiptIssuer.Hash(entry.Ref)) is not null) ids.Add(entry.Ref);
        }

        var proofs = new List<ReceiptProof>();
        var before = Environment.CpuUsage.TotalTime;
        foreach (var id in ids) proofs.Add((await prove.RunAsync(id))!);
        var each = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Proofs;
        if (proofs.FirstOrDefault(proof => proof.Check() is not null) is { } wrong) throw new InvalidOperationException($"A proof does not hold: {wrong.Check()}");
        Line(output, $"CPU of a proof among {size:N0} entries", $"{each:0.00} ms", "1 ms", each < 1);
    }

    private static void Line(TextWriter output, FormattableString what, string measured, string bar, bool isMet) =>
        output.WriteLine($"| {what.ToString(CultureInfo.InvariantCulture)} | {measured} | {bar} | {(isMet ? "yes" : "no")} |");

    private static Comment NewComment(int number)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");
        var text = $"Comment {number}: the council should have begun with the bridge last year.";
        return new()
        {
            Id = id, ArticleId = $"article-{number % 100}", RootId = id, Author = "Azad", Text = text, At = now, Language = "en", Version = 1, Status = CommentStatus.Pending,
            Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))),
        };
    }

    private static Decision First(Comment comment) => new()
    {
        Id = Guid.CreateVersion7(comment.At).ToString("N"), CommentId = comment.Id, Version = 1, Outcome = DecisionOutcome.Held, DecidedBy = DecidedBy.Rule,
        PolicyVersion = "bench", ModelVersion = "none", At = comment.At,
    };

    private static Judgement Unjudged { get; } = new(
        new("en", "Latn", 1), [], new(Moderation.Decisions.Outcome.Hold, [], Decides: false), "bench", "none", 0);
}
