using System.Text;
using System.Text.Json;
using Diwan.EndToEnd.Tests.Running;

namespace Diwan.EndToEnd.Tests.Proving;

/// <summary>What an author gets to prove what was sent, and what anybody can check of the ledger.</summary>
public sealed class ProofTests(SiteFixture fixture)
{
    [Fact]
    public async Task A_submission_is_answered_with_its_place_in_the_ledger()
    {
        var article = await fixture.NewArticleAsync();
        var answer = await fixture.Http.PostAsync(
            $"/api/v1/articles/{article}/comments", new System.Text.Json.Nodes.JsonObject { ["author"] = "Hêvî", ["text"] = "A comment with a place." });
        var place = answer.Json.GetProperty("ledger");
        Assert.Equal(32, place.GetProperty("key").GetBytesFromBase64().Length);
        var checkpoint = place.GetProperty("checkpoint").GetString()!.Split('\n');
        Assert.StartsWith("diwan-ledger/", checkpoint[0], StringComparison.Ordinal);
        Assert.True(long.Parse(checkpoint[1], System.Globalization.CultureInfo.InvariantCulture) > place.GetProperty("index").GetInt64());
    }

    [Fact]
    public async Task A_downloaded_proof_holds_offline_and_against_the_site_and_for_the_published_text_alone()
    {
        using var folder = new TemporaryFolder();
        var article = await fixture.NewArticleAsync();
        var comment = await fixture.SubmitAsync(article, "What I said about\nthe bridge.");
        await fixture.DecideAsync(comment.Id, "approve", 1);
        var download = await fixture.Http.FetchAsync($"/r/{comment.Receipt}/proof");
        Assert.Equal("no-store", download.Headers["Cache-Control"]);
        Assert.StartsWith("attachment", download.Headers["Content-Disposition"], StringComparison.Ordinal);
        var proof = folder.At("proof.json");
        await File.WriteAllBytesAsync(proof, download.Bytes);
        await File.WriteAllTextAsync(folder.At("keys"), (await fixture.Http.FetchAsync("/ledger/keys")).Text);
        await File.WriteAllTextAsync(folder.At("same"), "What I said about\r\nthe bridge.\n");
        await File.WriteAllTextAsync(folder.At("other"), "What I said about the bridges.");

        var site = fixture.Site.Address.GetLeftPart(UriPartial.Authority);
        var good = await DiwanProgram.RunAsync("verify", "--receipt", proof, "--keys", folder.At("keys"), "--published", folder.At("same"), "--ledger", site);
        Assert.True(good.Status == 0, good.Errors);
        Assert.Contains("the proof holds", good.Output, StringComparison.Ordinal);
        Assert.Contains("grew out of what was kept", good.Output, StringComparison.Ordinal);

        var other = await DiwanProgram.RunAsync("verify", "--receipt", proof, "--published", folder.At("other"));
        Assert.Equal((1, true), (other.Status, other.Errors.Contains("not the text that was sent", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("record")]
    [InlineData("key")]
    [InlineData("index")]
    [InlineData("path")]
    [InlineData("checkpoint")]
    public async Task A_proof_with_one_part_altered_does_not_hold(string part)
    {
        using var folder = new TemporaryFolder();
        var article = await fixture.NewArticleAsync();
        await fixture.SubmitAsync(article, "Another one.");
        var comment = await fixture.SubmitAsync(article, "What I said.");
        var proof = System.Text.Json.Nodes.JsonNode.Parse((await fixture.Http.FetchAsync($"/r/{comment.Receipt}/proof")).Text)!.AsObject();
        proof[part] = part switch
        {
            "record" => Convert.ToBase64String(Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(Convert.FromBase64String((string)proof["record"]!)).Replace("What I said.", "What I sold.", StringComparison.Ordinal))),
            "key" => Convert.ToBase64String(new byte[32]),
            "index" => (long)proof["index"]! - 1,
            "path" => new System.Text.Json.Nodes.JsonArray(proof["path"]!.AsArray().Skip(1).Select(hash => hash!.DeepClone()).ToArray()),
            _ => ((string)proof["checkpoint"]!).Replace("\n\n", "\n\n\u2014 nobody AAAA\n", StringComparison.Ordinal).Replace("diwan-ledger", "diwan-legder", StringComparison.Ordinal),
        };
        await File.WriteAllTextAsync(folder.At("proof.json"), proof.ToJsonString());
        var checkedProof = await DiwanProgram.RunAsync("verify", "--receipt", folder.At("proof.json"));
        Assert.Equal(1, checkedProof.Status);
        Assert.StartsWith("diwan: the proof does not hold", checkedProof.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_is_served_as_witnesses_read_it()
    {
        await fixture.SubmitAsync(await fixture.NewArticleAsync(), "One entry more.");
        var checkpoint = (await fixture.Http.FetchAsync("/ledger/checkpoint")).Text.Split('\n');
        var size = long.Parse(checkpoint[1], System.Globalization.CultureInfo.InvariantCulture);
        var width = Math.Min(256, size);
        var suffix = width == 256 ? "" : $".p/{width}";
        var tile = await fixture.Http.FetchAsync($"/ledger/tile/0/000{suffix}");
        Assert.Equal((200, width * 32), (tile.Status, tile.Bytes.Length));
        Assert.Contains("immutable", tile.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal(width * 34, (await fixture.Http.FetchAsync($"/ledger/tile/entries/000{suffix}")).Bytes.Length);

        foreach (var path in (string[])["tile/0/x999/999", "tile/0/0", "tile/0/000.p/256", "tile/0/000.p/0", "tile/64x/000", "tile/0/x000/000", "tile/entries/abc", "tile/99999999999/000"])
            Assert.Equal(404, (await fixture.Http.FetchAsync($"/ledger/{path}")).Status);
    }

    [Fact]
    public async Task The_whole_store_verifies_while_it_is_in_use_and_an_altered_one_is_named()
    {
        var good = await DiwanProgram.RunAsync("verify", "--data", fixture.Site.DataFolder);
        Assert.True(good.Status == 0, good.Output + good.Errors);
        Assert.Contains("everything is as it was recorded", good.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await DiwanProgram.RunAsync("verify", "--data", fixture.Site.DataFolder + "-none")).Status);
        Assert.Equal(2, (await DiwanProgram.RunAsync("verify", "--published", "x")).Status);
    }

    [Fact]
    public async Task A_lost_signing_key_is_said_and_another_can_be_begun()
    {
        using var folder = new TemporaryFolder();
        string oldKeys;
        await using (var site = await RunningSite.StartAsync(folder.Path)) oldKeys = (await site.Http.FetchAsync("/ledger/keys")).Text;

        Assert.Contains("ledger-signing-1", Directory.EnumerateFiles(Path.Combine(folder.Path, "keys")).Select(Path.GetFileName));
        File.Delete(Path.Combine(folder.Path, "keys", "ledger-signing-1"));
        var refused = await DiwanProgram.RunAsync("ledger", "rotate", "--data", folder.Path);
        Assert.Equal(1, refused.Status);
        Assert.Contains("'diwan ledger rotate --lost'", refused.Errors, StringComparison.Ordinal);

        var begun = await DiwanProgram.RunAsync("ledger", "rotate", "--lost", "--data", folder.Path);
        Assert.True(begun.Status == 0, begun.Errors);
        await using var again = await RunningSite.StartAsync(folder.Path);
        Assert.Equal(oldKeys + begun.Output, (await again.Http.FetchAsync("/ledger/keys")).Text);
        var verified = await DiwanProgram.RunAsync("verify", "--data", folder.Path);
        Assert.True(verified.Status == 0, verified.Output + verified.Errors);
    }
}
