namespace Diwan.Storage.Tests.Contracts;

/// <summary>What every store of policies keeps, whatever its database.</summary>
public abstract class PolicyContract(StoreUnderTest store) : StoreContract(store)
{
    [Fact]
    public async Task The_policy_published_last_is_in_force_and_none_before_the_first()
    {
        Assert.Null(await Store.Policies.CurrentAsync());
        Assert.True(await Store.Policies.PublishAsync("1", "one", Some.Noon));
        Assert.True(await Store.Policies.PublishAsync("2", "two", Some.Noon));
        Assert.Equal("two", await Store.Policies.CurrentAsync());
        Assert.True(await Store.Policies.PublishAsync("1", "one", Some.Noon));
        Assert.Equal("one", await Store.Policies.CurrentAsync());
    }

    [Fact]
    public async Task A_version_never_changes_its_meaning()
    {
        await Store.Policies.PublishAsync("1", "one", Some.Noon);
        Assert.False(await Store.Policies.PublishAsync("1", "another", Some.Noon));
        Assert.Equal("one", await Store.Policies.FindAsync("1"));
        Assert.Null(await Store.Policies.FindAsync("2"));
    }
}
