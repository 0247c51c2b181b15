using System.Reflection;
using System.Text.RegularExpressions;
using Diwan.Comments.Publishing;
using Diwan.Comments.Stores;
using Diwan.Storage.Shared.Articles;
using Diwan.Storage.Shared.Comments;
using Diwan.Storage.Shared.Desk;
using Diwan.Storage.Shared.Ledger;
using Diwan.Storage.Shared.Log;
using Diwan.Storage.Shared.Retaining;

namespace Diwan.Storage.Tests;

/// <summary>Every statement there is, to ask a database how it would run it.</summary>
internal static partial class StoreStatements
{
    // Counting articles walks the narrowest index, thousands of entries at most; checking the whole store reads the whole store, and so does counting it for the log;
    // and what is not yet in the ledger has an index of its own, empty but for the first start after the ledger came.
    // What has been kept long enough is looked for once a day.
    private static readonly string[] MayReadAll =
    [
        ArticleSql.Count, LedgerSql.Strays, LedgerSql.OlderComments, LedgerSql.OlderDecisions,
        RetentionSql.Comments, RetentionSql.CountReaders, RetentionSql.DropReaders, RetentionSql.CountAddresses, RetentionSql.DropAddresses,
        LogSql.Decisions, LogSql.Received, LogSql.CountWaits, LogSql.Wait,
    ];

    /// <summary>Every constant of every class of statements in a name space: one that is added is looked at too.</summary>
    public static IEnumerable<(string Name, string Sql)> Of(string space) =>
        from type in typeof(CommentSql).Assembly.GetTypes()
        where type.Name.EndsWith("Sql", StringComparison.Ordinal) && type.Namespace!.StartsWith(space, StringComparison.Ordinal)
        from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        let sql = field.IsLiteral ? field.GetRawConstantValue() as string : null
        where sql is not null && !MayReadAll.Contains(sql) && Begins().IsMatch(sql)
        select ($"{type.Name}.{field.Name}", sql);

    /// <summary>Every page of a thread and of a queue.</summary>
    public static IEnumerable<(string Name, string Sql)> Pages()
    {
        foreach (var sort in Enum.GetValues<ThreadSort>())
        {
            yield return ($"page {sort}", ThreadSql.Page(sort, rootsOnly: false));
            yield return ($"page of roots {sort}", ThreadSql.Page(sort, rootsOnly: true));
        }

        foreach (var queue in Enum.GetValues<QueueKind>())
        {
            foreach (var order in Enum.GetValues<QueueOrder>())
            {
                yield return ($"page {queue} {order}", QueueSql.Page(queue, order, ofArticle: false));
                yield return ($"page {queue} {order} of an article", QueueSql.Page(queue, order, ofArticle: true));
            }
        }
    }

    // Inserts of single rows have no plan; an INSERT that selects has.
    [GeneratedRegex(@"^\s*(SELECT|WITH|UPDATE|DELETE)\b")]
    private static partial Regex Begins();
}
