using Diwan.Comments.Judging;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What every store of suggestions keeps, whatever its database.</summary>
public abstract class SuggestionContract(StoreUnderTest store) : StoreContract(store)
{
    [Fact]
    public async Task A_suggestion_comes_back_as_it_was_given_oldest_first()
    {
        var first = Said("a\0b \uFFFE 😀", key: "one") with { CommunityId = "Coral:https://news.example" };
        var second = Said("second", key: null);
        await Store.Suggestions.AddAsync(first);
        await Store.Suggestions.AddAsync(second);

        Assert.Equivalent(new[] { first, second }, await Store.Suggestions.ListAsync(10), strict: true);
        Assert.Equal(first.Text, Assert.Single(await Store.Suggestions.ListAsync(1)).Text);
    }

    [Fact]
    public async Task Erasing_by_key_takes_all_of_that_key_and_no_other()
    {
        await Store.Suggestions.AddAsync(Said("a", key: "one"));
        await Store.Suggestions.AddAsync(Said("b", key: "one"));
        await Store.Suggestions.AddAsync(Said("c", key: "two"));
        await Store.Suggestions.AddAsync(Said("d", key: null));

        Assert.Equal(2, await Store.Suggestions.EraseAsync("one"));
        Assert.Equal(0, await Store.Suggestions.EraseAsync("one"));
        Assert.Equal(["c", "d"], (await Store.Suggestions.ListAsync(10)).Select(each => each.Text));
    }

    [Fact]
    public async Task What_is_over_goes_at_its_time_and_not_before()
    {
        await Store.Suggestions.AddAsync(Said("a", key: null) with { ExpiresAt = Some.Noon });

        Assert.Equal(0, await Store.Suggestions.EraseExpiredAsync(Some.Noon.AddTicks(-1)));
        Assert.Equal(1, await Store.Suggestions.EraseExpiredAsync(Some.Noon));
        Assert.Empty(await Store.Suggestions.ListAsync(10));
    }

    private static Suggestion Said(string text, string? key) =>
        new(text, new Dictionary<string, double> { ["TOXICITY"] = 1, ["INSULT"] = 0.25 }, "en", null, key, Some.Noon, Some.Noon.AddDays(180));
}
