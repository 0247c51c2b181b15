using CsCheck;
using Diwan.Comments.Accounts;
using Diwan.Comments.Articles;
using Diwan.Comments.Ledger;
using Diwan.Comments.Notifying;
using Diwan.Comments.Policies;
using Diwan.Comments.Receipts;
using Diwan.Comments.Retaining;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>Whatever people do in whatever order: no text ever changes, the ledger verifies after every act, and every receipt ever given out proves its comment.</summary>
public sealed class PromiseTests
{
    private static readonly string?[] Addresses = [null, "one@reader.example", "Two@Reader.example"];
    private static readonly string[] Guidelines = ["abuse", "profanity", "threats"];

    [Fact]
    public void No_sequence_of_acts_changes_a_text_or_breaks_a_proof() => Gen.Select(Gen.Int[0, 13], Gen.Int[0, 1_000], Gen.String[Gen.Char.AlphaNumeric, 1, 30])
        .Array[10, 40]
        .Sample(acts => RunAsync(acts).GetAwaiter().GetResult(), iter: 25, threads: 1);

    private static async Task RunAsync((int Act, int Which, string Words)[] acts)
    {
        await using var house = await House.OpenAsync();
        foreach (var (act, which, words) in acts)
        {
            await house.ActAsync(act, which, words);
            await house.CheckAsync();
        }
    }

    private sealed class House : IAsyncDisposable
    {
        private readonly Dictionary<string, (string Author, string Text, string Receipt)> _sent = [];
        private readonly List<ReceiptProof> _proofs = [];
        private readonly List<SignedCheckpoint> _kept = [];
        private readonly FakeTimeProvider _clock = new(Some.Noon);
        private readonly ShippedPolicy _pipelines = new();
        private SqliteUnderTest _under = null!;
        private ReceiptIssuer _receipts = null!;
        private AddressTokens _tokens = null!;
        private Article _article = null!;
        private int _policies;

        public static async Task<House> OpenAsync()
        {
            var house = new House();
            house._under = await SqliteUnderTest.OpenAsync(house._clock);
            house._receipts = new(house._under.Store.Keys.Get("receipts"));
            house._tokens = new(house._under.Store.Keys.Get("mail"));
            house._article = Some.Article();
            await house._under.Articles.SaveAsync(house._article);
            foreach (var name in (string[])["dilan", "rojin"]) await house._under.Accounts.SaveAsync(Some.Account(name) with { Id = name });
            return house;
        }

        public async Task ActAsync(int act, int which, string words)
        {
            _clock.Advance(TimeSpan.FromMinutes(which % 30));
            var id = _sent.Count == 0 ? "none" : _sent.Keys.Order(StringComparer.Ordinal).ElementAt(which % _sent.Count);
            var receipt = _sent.TryGetValue(id, out var sent) ? sent.Receipt : "none";
            var comment = await _under.Comments.FindAsync(id);
            var account = which % 2 == 0 ? "dilan" : "rojin";
            switch (act)
            {
                case 0 or 1 or 2:
                    await SubmitAsync(words, Addresses[which % 3], which % 3 == 0 && comment?.Status is CommentStatus.Approved ? id : null);
                    break;
                case 3 or 4:
                    await Deciding().RunAsync(new(id, act == 3, Guidelines[which % 3], comment?.Version ?? 0, account, words));
                    break;
                case 5:
                    await new UndoDecision(_under.Comments, _clock).RunAsync(id, comment?.Version ?? 0, account, which % 2 == 0);
                    break;
                case 6:
                    await new WithdrawComment(_under.Comments, _clock).RunAsync(receipt);
                    break;
                case 7:
                    await new ReportComment(_under.Comments, _under.Desk, _pipelines, _clock).RunAsync(id, Guidelines[which % 3], words, account);
                    break;
                case 8:
                    await new AppealDecision(_under.Comments, _under.Appeals, new(), _clock).RunAsync(receipt, words);
                    break;
                case 9:
                    foreach (var appeal in await _under.Appeals.OpenAsync(1))
                        await Appealing().RunAsync(appeal.Id, which % 3 > 0, words, account);
                    break;
                case 10:
                    if (which % 4 == 0) await Erasing().ByReceiptAsync(receipt);
                    break;
                case 11:
                    await SettleAsync(which, _tokens.For(Addresses[1 + (which % 2)]!));
                    break;
                case 12:
                    _clock.Advance(TimeSpan.FromDays(which % 90));
                    await new ApplyRetention(
                        _under.Retention, _under.Erasures, Erasing(), new() { AddressMonths = 3, RejectedMonths = 2, WithdrawnMonths = 1 }, _clock, NullLogger<ApplyRetention>.Instance)
                        .RunAsync(which % 5 == 0);
                    break;
                default:
                    if (which % 2 == 0) await _under.Policies.PublishAsync($"p-{_policies++}", words, _clock.GetUtcNow());
                    else if (await _under.Ledger.LatestAsync() is not null) await _under.Ledger.RotateAsync(which % 3 == 0, _clock.GetUtcNow());
                    break;
            }
        }

        public async Task CheckAsync()
        {
            foreach (var (id, (author, text, _)) in _sent)
            {
                var comment = (await _under.Comments.FindAsync(id))!;
                Assert.Equal(comment.Status is CommentStatus.Erased ? ("", "") : (author, text), (comment.Author, comment.Text));
            }

            Assert.Empty((await new VerifyLedger(_under.Ledger, _kept).RunAsync()).Findings);
            Assert.All(_proofs, proof => Assert.Null(proof.Check()));
            if (await _under.Ledger.LatestAsync() is { } latest) _kept.Add(latest);
            foreach (var (id, sent) in _sent.TakeLast(2))
            {
                var proof = await new ProveReceipt(_under.Comments, _under.Ledger).RunAsync(sent.Receipt);
                Assert.Equal((await _under.Comments.FindAsync(id))!.Status is CommentStatus.Erased, proof is null);
                Assert.Null(proof?.Check());
                if (proof is not null) _proofs.Add(proof);
            }
        }

        public ValueTask DisposeAsync() => _under.DisposeAsync();

        private async Task SubmitAsync(string words, string? email, string? parent)
        {
            var options = new SubmitOptions { SendsMail = true };
            var submit = new SubmitComment(
                new(_under.Articles, _clock), new(_under.Comments, options, _clock), _under.Comments, _pipelines, _receipts, _tokens, new("", [], _under.Accounts, _clock), options, _clock,
                NullLogger<SubmitComment>.Instance);
            var name = $"{words[..1]}. Reader";
            var accepted = Assert.IsType<SubmitResult.Accepted>(await submit.RunAsync(new(_article.Id, name, words, parent, email)));
            _sent[accepted.Comment.Id] = (name, words, accepted.Receipt);
        }

        private Task SettleAsync(int which, string token)
        {
            var settle = new SettleAddress(_under.Mail, _under.Erasures, _clock);
            return (which % 8) switch
            {
                0 => new ErasePerson(_under.Mail, Erasing()).RunAsync(token),
                1 => settle.RefuseAsync(token),
                2 => settle.AllowAsync(token),
                _ => settle.ConfirmAsync(token),
            };
        }

        private DecideComment Deciding() => new(_under.Comments, _under.Desk, _pipelines, _clock, NullLogger<DecideComment>.Instance);

        private DecideAppeal Appealing() => new(
            _under.Comments, _under.Appeals, _under.Accounts, _pipelines, new(), _clock, NullLogger<DecideAppeal>.Instance);

        private EraseComment Erasing() => new(_under.Comments, _under.Store.Erasures, _under.Mail, _clock, NullLogger<EraseComment>.Instance);
    }
}
