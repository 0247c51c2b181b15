using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Proving;

/// <summary>The public log says what the ledger says: its numbers are counted again from an export, with none of our own code for reading it.</summary>
public sealed class PublicLogTests
{
    private static readonly string[] Outcomes = ["", "held", "approved", "rejected", "reopened", "withdrawn", "erased"];
    private static readonly string[] Deciders = ["", "rule", "person", "author"];

    [Fact]
    public async Task The_totals_of_the_log_are_those_of_the_exported_ledger_to_the_unit()
    {
        using var folder = new TemporaryFolder();
        await using var site = await RunningSite.StartAsync(folder.At("site"));
        await ActAsync(site);
        var log = (await site.Http.FetchAsync("/api/v1/log")).Json;
        var export = await DiwanProgram.RunAsync("export", "--format", "ledger", folder.At("ledger"), "--data", site.DataFolder);
        Assert.True(export.Status == 0, export.Errors);
        var verified = await DiwanProgram.RunAsync("verify", "--ledger", folder.At("ledger"));
        Assert.True(verified.Status == 0, verified.Errors);

        var entries = (await File.ReadAllLinesAsync(Path.Combine(folder.At("ledger"), "records.jsonl")))
            .Select(line => JsonDocument.Parse(line).RootElement).Take((int)log.GetProperty("ledgerSize").GetInt64()).ToList();
        CheckLeaves(entries, await File.ReadAllBytesAsync(Path.Combine(folder.At("ledger"), "tile", "entries", $"000.p/{entries.Count}")));

        Assert.Equal(12, log.GetProperty("received").GetInt32());
        Assert.Equal(entries.Count(entry => Kind(entry) == "submission"), log.GetProperty("received").GetInt32());
        Assert.Equal(entries.Count(entry => Kind(entry) == "appeal"), log.GetProperty("appeals").GetProperty("made").GetInt32());
        foreach (var (outcome, name) in ((string, string)[])[("overturned", "overturned"), ("upheld", "upheld")])
            Assert.Equal(entries.Count(entry => Kind(entry) == "appeal-outcome" && Field(entry, 2) == outcome), log.GetProperty("appeals").GetProperty(name).GetInt32());

        var counted = entries.Where(entry => Kind(entry) == "decision")
            .GroupBy(entry => $"{Field(entry, 11)[..7]} {Outcomes[int.Parse(Field(entry, 4), CultureInfo.InvariantCulture)]} {Deciders[int.Parse(Field(entry, 7), CultureInfo.InvariantCulture)]} {Field(entry, 5)}")
            .ToDictionary(group => group.Key, group => group.Count());
        var shown = log.GetProperty("decisions").EnumerateArray().ToDictionary(
            row => $"{row.GetProperty("month").GetString()} {row.GetProperty("outcome").GetString()} {row.GetProperty("decidedBy").GetString()} {(row.TryGetProperty("guideline", out var code) ? code.GetString() : "")}",
            row => row.GetProperty("count").GetInt32());
        Assert.Equal(counted.OrderBy(row => row.Key), shown.OrderBy(row => row.Key));
        Assert.True(shown.Count >= 6);
    }

    [Fact]
    public async Task A_publisher_can_keep_the_log_closed()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("site.yaml"), "publicLog: false\n");
        await using var site = await RunningSite.StartAsync(folder.Path);
        Assert.Equal(404, (await site.Http.FetchAsync("/log")).Status);
        Assert.Equal(404, (await site.Http.FetchAsync("/api/v1/log")).Status);
        Assert.DoesNotContain("href=\"/log\"", (await site.Http.FetchAsync("/")).Text, StringComparison.Ordinal);
    }

    private static async Task ActAsync(RunningSite site)
    {
        async Task<string> TokenAsync(string account) =>
            (await DiwanProgram.RunAsync("token", "create", "--role", "editor", "--account", account, "--data", site.DataFolder)).Output.Trim();
        var (first, second) = (await TokenAsync("dilan"), await TokenAsync("rojin"));
        var slug = (await site.Http.FetchAsync("/")).Text.Split("/articles/")[1].Split('"', '#', '?')[0];
        for (var number = 0; number < 12; number++)
        {
            var taken = await site.Http.PostAsync($"/api/v1/articles/{slug}/comments", new JsonObject { ["author"] = "Azad", ["text"] = $"Remark number {number} about it." });
            var (id, receipt) = (taken.Get("id")!, taken.Get("receipt")!);
            if (number % 6 == 5) continue;
            var decision = new JsonObject { ["outcome"] = number % 3 == 0 ? "approve" : "reject", ["version"] = 1, ["guideline"] = number % 2 == 0 ? "abuse" : "profanity" };
            await site.Http.PostAsync($"/api/v1/desk/comments/{id}/decisions", decision, first);
            if (number is 0) await site.Http.PostAsync($"/api/v1/receipts/{receipt}/withdraw", new JsonObject());
            if (number is 1) await site.Http.PostAsync($"/api/v1/desk/comments/{id}/undo", new JsonObject { ["version"] = 2 }, first);
            if (number is 2 or 4) await site.Http.PostAsync($"/api/v1/receipts/{receipt}/appeal", new JsonObject { ["text"] = "Again, please." });
            if (number is 7) await site.Http.PostAsync($"/api/v1/receipts/{receipt}/erase", new JsonObject());
        }

        foreach (var (appeal, outcome) in (await site.Http.FetchAsync("/api/v1/desk/appeals", second)).Json.GetProperty("items").EnumerateArray().Zip(["overturn", "uphold"]))
        {
            var answer = await site.Http.PostAsync(
                $"/api/v1/desk/appeals/{appeal.GetProperty("id").GetString()}/decision", new JsonObject { ["outcome"] = outcome, ["reason"] = "Looked again." }, second);
            Assert.Equal(200, answer.Status);
        }
    }

    // The records that are shown are those whose leaves stand in the tiles.
    private static void CheckLeaves(List<JsonElement> entries, byte[] bundle)
    {
        var opened = 0;
        for (var index = 0; index < entries.Count; index++)
        {
            var leaf = bundle.AsSpan((index * 34) + 2, 32).ToArray();
            Assert.Equal(32, BinaryPrimitives.ReadUInt16BigEndian(bundle.AsSpan(index * 34)));
            Assert.Equal(leaf, entries[index].GetProperty("leaf").GetBytesFromBase64());
            if (!entries[index].TryGetProperty("record", out var record)) continue;
            var place = index.ToString(CultureInfo.InvariantCulture);
            var bytes = new List<byte>(Encoding.UTF8.GetBytes($"{place.Length}:{place},"));
            foreach (var field in record.EnumerateArray().Select(field => Encoding.UTF8.GetBytes(field.GetString()!)))
                bytes.AddRange([.. Encoding.ASCII.GetBytes($"{field.Length}:"), .. field, (byte)',']);
            Assert.Equal(leaf, HMACSHA256.HashData(entries[index].GetProperty("key").GetBytesFromBase64(), bytes.ToArray()));
            opened++;
        }

        Assert.Equal(entries.Count(entry => Kind(entry) is not ("submission" or "appeal")), opened);
    }

    private static string Kind(JsonElement entry) => entry.GetProperty("kind").GetString()!;

    private static string Field(JsonElement entry, int place) => entry.GetProperty("record")[place].GetString()!;
}
