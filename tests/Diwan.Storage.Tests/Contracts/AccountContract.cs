using Diwan.Comments.Accounts;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What every store of accounts keeps, whatever its database.</summary>
public abstract class AccountContract(StoreUnderTest store) : StoreContract(store)
{
    [Fact]
    public async Task An_account_is_found_by_id_and_by_name_in_any_case()
    {
        var account = Some.Account("Azad", Role.Editor) with { PasswordHash = "hash", FailedSignIns = 2, LockedUntil = Some.Noon };
        Assert.True(await Store.Accounts.SaveAsync(account));
        Assert.Equal(account, await Store.Accounts.FindAsync(account.Id));
        Assert.Equal(account, await Store.Accounts.FindByNameAsync("aZAD"));
        Assert.Null(await Store.Accounts.FindByNameAsync("Rojin"));
    }

    [Fact]
    public async Task A_name_belongs_to_one_account_and_saving_again_replaces()
    {
        var account = Some.Account("Azad");
        await Store.Accounts.SaveAsync(account);
        Assert.False(await Store.Accounts.SaveAsync(Some.Account("AZAD")));
        Assert.True(await Store.Accounts.SaveAsync(account with { Name = "azad", Role = Role.Admin }));
        Assert.True(await Store.Accounts.SaveAsync(Some.Account("Ako")));
        Assert.Equal([("Ako", Role.Moderator), ("azad", Role.Admin)], (await Store.Accounts.ListAsync()).Select(each => (each.Name, each.Role)));
    }

    [Fact]
    public async Task A_one_time_link_opens_once_even_when_many_try_at_the_same_moment()
    {
        var account = Some.Account("Azad");
        await Store.Accounts.SaveAsync(account);
        await Store.Accounts.AddInviteAsync("hash", account.Id, Some.Noon.AddMinutes(15));

        Assert.True(await Store.Accounts.IsInviteOpenAsync("hash", Some.Noon));
        var tries = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Store.Accounts.ConsumeInviteAsync("hash", Some.Noon)));
        Assert.Equal(account, Assert.Single(tries, each => each is not null));
        Assert.False(await Store.Accounts.IsInviteOpenAsync("hash", Some.Noon));
        Assert.Null(await Store.Accounts.ConsumeInviteAsync("unknown", Some.Noon));
    }

    [Fact]
    public async Task A_one_time_link_is_over_at_its_time()
    {
        var account = Some.Account("Azad");
        await Store.Accounts.SaveAsync(account);
        await Store.Accounts.AddInviteAsync("hash", account.Id, Some.Noon);
        Assert.False(await Store.Accounts.IsInviteOpenAsync("hash", Some.Noon));
        Assert.Null(await Store.Accounts.ConsumeInviteAsync("hash", Some.Noon));
        Assert.NotNull(await Store.Accounts.ConsumeInviteAsync("hash", Some.Noon.AddTicks(-1)));
    }

    [Fact]
    public async Task A_token_is_found_by_its_hash_and_revoked_by_its_id_once()
    {
        var account = Some.Account("Azad");
        await Store.Accounts.SaveAsync(account);
        var old = new ApiToken("00000001", "hash 1", Role.Scorer, account.Id, Some.Noon, null, null);
        var young = new ApiToken("00000002", "hash 2", Role.Site, account.Id, Some.Noon.AddDays(1), Some.Noon.AddDays(9), null, PerMinute: 60);
        await Store.Accounts.AddTokenAsync(old);
        await Store.Accounts.AddTokenAsync(young);

        Assert.Equal(young, await Store.Accounts.FindTokenAsync("hash 2"));
        Assert.Null(await Store.Accounts.FindTokenAsync("hash"));
        Assert.Equal([young, old], await Store.Accounts.ListTokensAsync());
        Assert.True(await Store.Accounts.RevokeTokenAsync(old.Id, Some.Noon));
        Assert.True(await Store.Accounts.RevokeTokenAsync(old.Id, Some.Noon.AddDays(1)));
        Assert.Equal(Some.Noon, (await Store.Accounts.FindTokenAsync("hash 1"))!.RevokedAt);
        Assert.False(await Store.Accounts.RevokeTokenAsync("00000003", Some.Noon));
    }
}
