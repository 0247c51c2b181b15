using Diwan.Comments.Ledger;
using Diwan.Storage.Migrations;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>A site from before the ledger: every migration leaves every comment as it was, and what is old is recorded once.</summary>
public sealed class OlderSiteTests
{
    private const string Rows = """
        INSERT INTO articles (id, slug, language, headline, headline_key, has_time_of_day, body, is_partial, is_own, is_thread_closed, imported_at)
        VALUES ('a', 'a', 'en', 'A', 'a', 0, '[]', 0, 1, 0, 1);
        INSERT INTO policies VALUES ('p', 'yaml');
        INSERT INTO policy_publications (version, at) VALUES ('p', 5);
        INSERT INTO comments (id, article_id, root_id, depth, path, author, text, hash, at, language, status, version, risk)
        VALUES ('c1', 'a', 'c1', 0, '', 'Azad', 'As it was.', '7c17c7c58d3d0f7a0ba7d9f1f2a3b4c5', 638000000000000000, 'en', 2, 2, 1),
               ('c2', 'a', 'c2', 0, '', 'Hêvî', 'سڵاو 👩‍🚀', 'h', 638000000000000001, 'ckb', 1, 1, 1),
               ('c3', 'a', 'c3', 0, '', '', '', '', 638000000000000002, 'en', 5, 2, 1);
        INSERT INTO decisions (id, comment_id, version, outcome, reasons, decided_by, policy_version, model_version, at)
        VALUES ('d1', 'c1', 1, 1, '[]', 1, 'p', 'none', 638000000000000000), ('d2', 'c1', 2, 2, '[]', 2, 'p', 'none', 638000000000000005),
               ('d3', 'c2', 1, 1, '[]', 1, 'p', 'none', 638000000000000001), ('d4', 'c3', 1, 1, '[]', 1, 'p', 'none', 638000000000000002),
               ('d5', 'c3', 2, 6, '[]', 3, 'p', 'none', 638000000000000003);
        """;

    [Fact]
    public async Task Every_migration_leaves_texts_and_names_alone_and_the_ledger_takes_in_what_was_there()
    {
        using var folder = new TemporaryFolder();
        using (var connection = SqliteFile.Connect(folder.Path))
        {
            using var command = connection.CreateCommand();
            foreach (var (_, script) in SqliteMigrator.Scripts.TakeWhile(script => script.Number <= 6))
            {
                command.CommandText = script;
                command.ExecuteNonQuery();
            }

            command.CommandText = Rows.Replace("7c17c7c58d3d0f7a0ba7d9f1f2a3b4c5", Hash("As it was."), StringComparison.Ordinal)
                .Replace("'h'", $"'{Hash("سڵاو 👩‍🚀")}'", StringComparison.Ordinal) + "PRAGMA user_version = 6";
            command.ExecuteNonQuery();
        }

        for (var opened = 0; opened < 2; opened++)
        {
            await using var store = await SqliteUnderTest.OpenAsync(folder.Path);
            Assert.Equal(("Azad", "As it was."), await TextAsync(store, "c1"));
            Assert.Equal(("Hêvî", "سڵاو 👩‍🚀"), await TextAsync(store, "c2"));
            var report = await new VerifyLedger(store.Ledger).RunAsync();
            Assert.Empty(report.Findings);
            // One publication, three comments, five decisions, one key.
            Assert.Equal(10, report.Size);
            Assert.True((await store.Ledger.OfCommentAsync("c3"))!.IsErased);
        }
    }

    private static async Task<(string Author, string Text)> TextAsync(Diwan.Storage.Sqlite.SqliteStore store, string id)
    {
        var comment = (await store.Comments.FindAsync(id))!;
        return (comment.Author, comment.Text);
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
