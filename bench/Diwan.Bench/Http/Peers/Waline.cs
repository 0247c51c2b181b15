using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Diwan.Bench.Http.Load;
using Diwan.Comments.Submitting;
using Microsoft.Data.Sqlite;

namespace Diwan.Bench.Http.Peers;

/// <summary>Waline with SQLite, from npm: the server of a comment widget that many sites run.</summary>
/// <remarks>Its limits on rates, its spam service and its look-up of addresses are off, so that what it does for a request is all that is measured.
/// It asks a service of its makers at every request; an answer without the network takes that one's place.</remarks>
internal sealed class Waline : IDisposable
{
    private const string Tables = """
        CREATE TABLE wl_Comment (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER, comment TEXT, insertedAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP, ip TEXT, link TEXT, mail TEXT, nick TEXT,
          pid INTEGER, rid INTEGER, sticky NUMERIC, status TEXT, "like" INTEGER, ua TEXT, url TEXT, createdAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updatedAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
        CREATE TABLE wl_Users (id INTEGER PRIMARY KEY AUTOINCREMENT, display_name TEXT, email TEXT, password TEXT, type TEXT, label TEXT, url TEXT, avatar TEXT,
          createdAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updatedAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
        CREATE TABLE wl_Counter (id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER, url TEXT, createdAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updatedAt TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
        """;

    private readonly string _folder;

    /// <summary>Starts it with an empty database.</summary>
    /// <param name="script"><c>bench/peers/servers/waline.cjs</c>, its packages installed.</param>
    public Waline(string script)
    {
        _folder = Directory.CreateTempSubdirectory("diwan-bench-").FullName;
        using (var database = new SqliteConnection($"Data Source={Path.Combine(_folder, "waline.sqlite")};Pooling=False"))
        {
            database.Open();
            using var create = database.CreateCommand();
            create.CommandText = Tables;
            create.ExecuteNonQuery();
        }

        Server = ChildServer.Start("/usr/bin/env", ["node", script, FreePort.Find().ToString(CultureInfo.InvariantCulture)], new()
        {
            ["SQLITE_PATH"] = _folder, ["JWT_TOKEN"] = "bench", ["IPQPS"] = "-3600", ["AKISMET_KEY"] = "false", ["DISABLE_REGION"] = "true",
            ["OAUTH_URL"] = """data:application/json,{"services":[]}""",
        });
        WaitUntilReady();
    }

    /// <summary>The process, with the worker it starts.</summary>
    public ChildServer Server { get; }

    /// <summary>Takes in a thread as its readers would have written it; its answers name the comments they answer.</summary>
    /// <param name="path">The page's path.</param>
    /// <param name="thread">The comments; what is answered before its answers.</param>
    public void Fill(string path, IEnumerable<Comment> thread)
    {
        using var connection = new Connection(Server.Address);
        var numbers = new Dictionary<string, int>();
        foreach (var comment in thread)
        {
            connection.Exchange(WalinePosts.Bytes(path, comment.Author, numbers.Count, comment.Text, comment.ParentId is { } parent ? numbers[parent] : null, comment.ParentId is null ? null : numbers[comment.RootId]));
            numbers[comment.Id] = WalinePosts.Stored(connection);
        }
    }

    /// <summary>Ends it and deletes its data.</summary>
    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // It says that it listens before its worker does.
    private void WaitUntilReady()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var connection = new Connection(Server.Address);
                connection.Exchange(Reads.Reading.Bytes("/api/comment?type=count&url=/"));
                using var answer = JsonDocument.Parse(connection.Body.ToArray());
                if (answer.RootElement.GetProperty("errno").GetInt32() == 0) return;
            }
            catch (Exception exception) when (attempt < 1_000 && exception is (System.Net.Sockets.SocketException or InvalidDataException or JsonException))
            {
                Clock.SleepUntil(Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 50));
            }
        }
    }
}
