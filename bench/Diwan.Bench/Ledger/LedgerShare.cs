using System.Globalization;
using Diwan.Comments.Ledger;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Diwan.Storage;
using Diwan.Storage.Migrations;
using Diwan.Storage.Sqlite;
using Diwan.Storage.Shared.Ledger;

namespace Diwan.Bench.Ledger;

/// <summary>The ledger's own work for submissions, and nothing else of them: records, leaves, rows, tiles, signatures, in groups as the writer makes them.</summary>
internal static class LedgerShare
{
    private const string Reasons = """[{"guideline":"profanity","rule":"profanity-lexicon","asks":1,"signal":{"attribute":"PROFANITY","score":0.75,"detector":"lexicon","field":0,"evidence":{"start":2,"end":9}}}]""";

    /// <summary>CPU for one submission (two entries), in microseconds, when so many are committed together.</summary>
    public static double Measure(int submissions, int atOnce)
    {
        var folder = Directory.CreateTempSubdirectory("diwan-bench-").FullName;
        try
        {
            using var session = SqliteSession.Open(Path.Combine(folder, "diwan.db"), readOnly: false, TimeSpan.FromSeconds(5));
            session.ExecuteScript("PRAGMA journal_mode = WAL");
            // The commit and its wait for the disk are there without a ledger too.
            session.ExecuteScript("PRAGMA synchronous = OFF");
            SqliteMigrator.Run(session);
            using var sealer = new LedgerSealer(new LedgerKeys(new FolderKeys(folder), TimeProvider.System));
            Write(session, sealer, 512, atOnce, withLedger: true);
            var with = Cpu(() => Write(session, sealer, submissions, atOnce, withLedger: true));
            var without = Cpu(() => Write(session, sealer, submissions, atOnce, withLedger: false));
            return (with - without) / submissions;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(SqliteSession session, LedgerSealer sealer, int submissions, int atOnce, bool withLedger)
    {
        for (var done = 0; done < submissions; done += atOnce)
        {
            session.Execute("BEGIN IMMEDIATE");
            for (var one = 0; one < atOnce && withLedger; one++)
            {
                var (comment, decision) = Make(done + one);
                LedgerWriter.Append(session, LedgerKind.Submission, comment.Id, LedgerRecord.Submission(comment), Leaf.NewKey());
                LedgerWriter.Append(session, LedgerKind.Decision, decision.Id, LedgerRecord.Decision(decision, Reasons));
            }

            if (withLedger) sealer.Seal(session);
            session.Execute("COMMIT");
            if (withLedger) sealer.Committed();
        }
    }

    private static (Comment Comment, Decision Decision) Make(int number)
    {
        var comment = new Comment
        {
            Id = number.ToString("x32", CultureInfo.InvariantCulture), ArticleId = "01a2072116f07427951aa3df60205caf", RootId = "", Author = "Azad", At = DateTimeOffset.UnixEpoch, Hash = "", Language = "en",
            Text = "The council should have begun with the bridge last year, when the water was low.", Version = 1, Status = CommentStatus.Pending,
        };
        return (comment, new()
        {
            Id = comment.Id, CommentId = comment.Id, Version = 1, Outcome = DecisionOutcome.Held, DecidedBy = DecidedBy.Rule, PolicyVersion = "2026-11-23.1",
            ModelVersion = "diwan-2026-11-23", At = DateTimeOffset.UnixEpoch,
        });
    }

    private static double Cpu(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds;
    }
}
