using Diwan.Comments.Accounts;
using Diwan.Comments.Receipts;
using Diwan.Comments.Reviewing;
using Diwan.Comments.Submitting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Storage.Tests.Sqlite;

/// <summary>Who may decide an appeal and when, and how long one can be made, on a clock that the test moves.</summary>
public sealed class AppealRulesTests : IAsyncLifetime
{
    private const string First = "dilan", Second = "rojin";

    private readonly FakeTimeProvider _clock = new(Some.Noon);
    private SqliteUnderTest _under = null!;
    private string _comment = "";

    public async ValueTask InitializeAsync()
    {
        _under = await SqliteUnderTest.OpenAsync(_clock);
        await _under.Accounts.SaveAsync(Some.Account(First) with { Id = First });
        var article = Some.Article();
        await _under.Articles.SaveAsync(article);
        var added = Some.New(Some.Comment(article.Id));
        _comment = added.Comment.Id;
        await _under.Comments.AddAsync(added with { ReceiptHash = ReceiptIssuer.Hash("receipt") });
        await _under.Comments.AppendAsync(Some.Decision(_comment, 2, DecisionOutcome.Rejected) with { AccountId = First }, CommentStatus.Rejected);
    }

    public ValueTask DisposeAsync() => _under.DisposeAsync();

    [Fact]
    public async Task On_a_desk_of_one_the_same_person_decides_after_a_day_and_the_outcome_says_so()
    {
        var appeal = await AppealAsync();
        var early = Assert.IsType<DecideAppealResult.SamePerson>(await DecideAsync(appeal, First));
        Assert.Equal(Some.Noon.AddHours(24), early.From);

        _clock.Advance(TimeSpan.FromHours(24));
        var done = Assert.IsType<DecideAppealResult.Done>(await DecideAsync(appeal, First));
        Assert.True(done.Appeal.Outcome!.IsSamePerson);
        Assert.Equal(CommentStatus.Approved, (await _under.Comments.FindAsync(_comment))!.Status);
    }

    [Fact]
    public async Task Where_there_is_somebody_else_who_rejected_never_decides()
    {
        await _under.Accounts.SaveAsync(Some.Account(Second) with { Id = Second });
        var appeal = await AppealAsync();
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Null(Assert.IsType<DecideAppealResult.SamePerson>(await DecideAsync(appeal, First)).From);
        Assert.False(Assert.IsType<DecideAppealResult.Done>(await DecideAsync(appeal, Second)).Appeal.Outcome!.IsSamePerson);
    }

    [Fact]
    public async Task An_account_that_only_scores_or_registers_articles_is_nobody_at_the_desk()
    {
        await _under.Accounts.SaveAsync(Some.Account("meter", Role.Scorer));
        await _under.Accounts.SaveAsync(Some.Account("cms", Role.Site));
        Assert.NotNull(Assert.IsType<DecideAppealResult.SamePerson>(await DecideAsync(await AppealAsync(), First)).From);
    }

    [Fact]
    public async Task An_appeal_can_be_made_for_six_months_and_not_a_moment_longer()
    {
        var appeals = new AppealDecision(_under.Comments, _under.Appeals, new(), _clock);
        _clock.SetUtcNow(Some.Noon.AddMonths(6).AddTicks(1));
        Assert.Equal(AppealResult.TooLate, await appeals.RunAsync("receipt", "Too late?"));
        Assert.Equal(AppealResult.TextMalformed, await appeals.RunAsync("receipt", new string('x', AppealDecision.MaxText + 1)));
        Assert.Equal(AppealResult.TextMalformed, await appeals.RunAsync("receipt", "\ud800"));
    }

    [Fact]
    public async Task An_appeal_on_the_last_moment_is_taken()
    {
        _clock.SetUtcNow(Some.Noon.AddMonths(6));
        Assert.Equal(AppealResult.Taken, await new AppealDecision(_under.Comments, _under.Appeals, new(), _clock).RunAsync("receipt", null));
    }

    private async Task<string> AppealAsync()
    {
        Assert.Equal(AppealResult.Taken, await new AppealDecision(_under.Comments, _under.Appeals, new(), _clock).RunAsync("receipt", "Please look again."));
        return Assert.Single(await _under.Appeals.OpenAsync(10)).Id;
    }

    private Task<DecideAppealResult> DecideAsync(string appeal, string account) =>
        new DecideAppeal(_under.Comments, _under.Appeals, _under.Accounts, new ShippedPolicy(), new(), _clock, NullLogger<DecideAppeal>.Instance)
            .RunAsync(appeal, overturn: true, "It was fair.", account);
}
