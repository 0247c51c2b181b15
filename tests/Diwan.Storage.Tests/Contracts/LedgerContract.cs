using Diwan.Comments.Ledger;
using Diwan.Comments.Submitting;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What every store records in its ledger, and what it proves of it.</summary>
public abstract class LedgerContract(StoreUnderTest store) : StoreContract(store)
{
    [Fact]
    public async Task A_new_ledger_begins_with_the_first_thing_recorded_and_its_key()
    {
        Assert.Null(await Store.Ledger.LatestAsync());
        await Store.Policies.PublishAsync("p-1", "yaml", Some.Noon);
        Assert.Equal([LedgerKind.Policy, LedgerKind.SigningKey], (await Store.Ledger.EntriesAsync(0, 10)).Select(entry => entry.Kind));
        var latest = (await Store.Ledger.LatestAsync())!;
        Assert.Equal(2, latest.Checkpoint.Size);
        Assert.True(latest.IsSignedBy([Assert.Single(await Store.Ledger.KeysAsync()).Verifier]));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task Every_act_is_recorded_and_all_of_it_is_sound()
    {
        await EveryActAsync();
        var kinds = (await Store.Ledger.EntriesAsync(0, 100)).Select(entry => entry.Kind).ToHashSet();
        Assert.Equal(Enum.GetValues<LedgerKind>().ToHashSet(), kinds);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task A_comment_is_proved_to_be_in_every_tree_from_its_own_on()
    {
        var article = await AddArticleAsync();
        var comments = new List<(Comment Comment, SignedCheckpoint Then)>();
        for (var number = 0; number < 20; number++)
        {
            var comment = await AddAsync(article.Id, text: $"Comment {number}.");
            comments.Add((comment, (await Store.Ledger.LatestAsync())!));
        }

        var latest = (await Store.Ledger.LatestAsync())!;
        foreach (var (comment, then) in comments)
        {
            var entry = (await Store.Ledger.OfCommentAsync(comment.Id))!;
            Assert.True(Leaf.Matches(entry.Leaf, entry.Index, entry.Key, LedgerRecord.Submission(comment)));
            foreach (var checkpoint in (Checkpoint[])[then.Checkpoint, latest.Checkpoint])
            {
                var path = await Store.Ledger.ProveInclusionAsync(entry.Index, checkpoint.Size);
                Assert.True(MerkleProof.IsIncluded(MerkleHash.OfEntry(entry.Leaf), entry.Index, checkpoint.Size, checkpoint.Root, path));
            }

            var consistency = await Store.Ledger.ProveConsistencyAsync(then.Checkpoint.Size, latest.Checkpoint.Size);
            Assert.True(MerkleProof.IsConsistent(then.Checkpoint.Size, then.Checkpoint.Root, latest.Checkpoint.Size, latest.Checkpoint.Root, consistency));
        }

        Assert.Null(await Store.Ledger.OfCommentAsync("none"));
    }

    [Fact]
    public async Task Tiles_and_bundles_hold_what_the_tree_is_made_of_beyond_a_full_tile()
    {
        var article = await AddArticleAsync();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => AddAsync(article.Id)));
        var latest = (await Store.Ledger.LatestAsync())!.Checkpoint;
        Assert.Equal(601, latest.Size);

        var range = CompactRange.Empty;
        foreach (var (tile, width) in ((int, int)[])[(0, 256), (1, 256), (2, 89)])
        {
            var hashes = (await Store.Ledger.TileAsync(0, tile, width))!;
            var bundle = (await Store.Ledger.BundleAsync(tile, width))!;
            Assert.Equal(width * 34, bundle.Length);
            for (var place = 0; place < width; place++)
            {
                var leaf = bundle.AsSpan((place * 34) + 2, 32);
                Assert.Equal([0, 32], bundle[(place * 34)..((place * 34) + 2)]);
                Assert.Equal(hashes[(place * 32)..((place + 1) * 32)], MerkleHash.OfEntry(leaf));
                range = range.With(MerkleHash.OfEntry(leaf));
            }
        }

        Assert.Equal(latest.Root, range.Root());
        Assert.Equal(64, (await Store.Ledger.TileAsync(1, 0, 2))!.Length);
        Assert.Null(await Store.Ledger.TileAsync(1, 0, 3));
        Assert.Null(await Store.Ledger.TileAsync(0, 2, 90));
        Assert.Null(await Store.Ledger.BundleAsync(2, 90));
        Assert.Null(await Store.Ledger.BundleAsync(1_000_000, 1));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task A_new_key_signs_from_then_on_and_the_change_is_signed_by_both()
    {
        await Store.Policies.PublishAsync("p-1", "yaml", Some.Noon);
        var old = Assert.Single(await Store.Ledger.KeysAsync());
        var rotated = await Store.Ledger.RotateAsync(isLost: false, Some.Noon);
        Assert.Equal(("rotated", 2), (rotated.Cause, rotated.Number));
        var change = (await Store.Ledger.LatestAsync())!;
        Assert.True(change.IsSignedBy([old.Verifier]) && change.IsSignedBy([rotated.Verifier]));

        await AddAsync((await AddArticleAsync()).Id);
        var after = (await Store.Ledger.LatestAsync())!;
        Assert.True(after.IsSignedBy([rotated.Verifier]) && !after.IsSignedBy([old.Verifier]));
        Assert.Contains(await Store.Ledger.CheckpointsAsync(), kept => kept.Note == change.Note);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task An_erased_comment_leaves_its_leaf_and_nothing_to_open_it_with()
    {
        var comment = await EveryActAsync();
        var before = (await Store.Ledger.OfCommentAsync(comment.Id))!;
        await DecideAsync(comment.Id, comment.Version + 3, CommentStatus.Erased);
        var after = (await Store.Ledger.OfCommentAsync(comment.Id))!;
        Assert.Equal(before.Leaf, after.Leaf);
        Assert.True(after is { Key: null, Record: null, IsErased: true });
        var appeal = Assert.Single(await Store.Appeals.OfCommentAsync(comment.Id));
        Assert.Equal(("", ""), (appeal.Text, appeal.Outcome!.Reason));
        Assert.All(await Store.Comments.DecisionsAsync(comment.Id), decision => Assert.Null(decision.Note));
        await AssertSoundAsync();
    }

    [Fact]
    public async Task A_history_written_anew_with_the_very_key_is_caught_by_an_old_checkpoint()
    {
        var article = await AddArticleAsync();
        await AddAsync(article.Id);
        var old = (await Store.Ledger.LatestAsync())!;
        Assert.Empty((await new VerifyLedger(Store.Ledger, [old]).RunAsync()).Findings);

        // The insider's other history: the same size, signed with the same key, another root.
        var other = new Checkpoint(old.Checkpoint.Origin, old.Checkpoint.Size, MerkleHash.OfEntry(new byte[32]));
        var finding = Assert.Single((await new VerifyLedger(Store.Ledger, [Sign(other)]).RunAsync()).Findings);
        Assert.Equal(LedgerFindingKind.RootDiffers, finding.Kind);
    }

    private SignedCheckpoint Sign(Checkpoint checkpoint)
    {
        using var signer = new LedgerSigner(checkpoint.Origin, Store.Store.Keys.Get("ledger-signing-1"));
        return SignedCheckpoint.Sign(checkpoint, signer);
    }

    private protected async Task<Comment> EveryActAsync()
    {
        await Store.Policies.PublishAsync("p-1", "yaml", Some.Noon);
        await Store.Ledger.NoteModelAsync("m-1", Some.Noon);
        await Store.Ledger.NoteModelAsync("m-1", Some.Noon);
        var article = await AddArticleAsync();
        var comment = await AddAsync(article.Id);
        await AddAsync(article.Id, comment);
        await Store.Comments.AppendAsync(
            Some.Decision(comment.Id, 2, Diwan.Comments.Reviewing.DecisionOutcome.Rejected) with { Note = "between us" }, CommentStatus.Rejected);
        await Store.Appeals.AddAsync(new("appeal", comment.Id, 2, "Please look again.", Some.Noon));
        await Store.Appeals.CloseAsync(
            "appeal", new(true, "account", false, "It was fair.", Some.Noon), Some.Decision(comment.Id, 3, Diwan.Comments.Reviewing.DecisionOutcome.Approved));
        return comment;
    }

    private protected async Task AssertSoundAsync()
    {
        var report = await new VerifyLedger(Store.Ledger).RunAsync();
        Assert.Empty(report.Findings);
        Assert.Equal((await Store.Ledger.LatestAsync())!.Checkpoint.Size, report.Size);
    }
}
