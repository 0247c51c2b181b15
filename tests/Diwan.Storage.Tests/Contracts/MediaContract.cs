using System.Security.Cryptography;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>What every store of pictures keeps.</summary>
public abstract class MediaContract(StoreUnderTest store) : StoreContract(store)
{
    [Fact]
    public async Task A_picture_is_named_by_its_bytes_and_comes_back()
    {
        byte[] picture = [1, 2, 3, 0, 255];
        var name = await Store.Media.SaveAsync(picture, "png");
        Assert.Equal($"{Convert.ToHexStringLower(SHA256.HashData(picture))}.png", name);
        Assert.Equal(name, await Store.Media.SaveAsync(picture, "png"));

        using var stream = Store.Media.Open(name)!;
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);
        Assert.Equal(picture, read.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../diwan.db")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.png")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.exe")]
    [InlineData("/000000000000000000000000000000000000000000000000000000000000000.png")]
    public void A_name_that_was_not_given_out_opens_nothing(string name) => Assert.Null(Store.Media.Open(name));

    [Fact]
    public Task A_kind_of_file_that_is_no_picture_is_refused() =>
        Assert.ThrowsAsync<ArgumentException>(() => Store.Media.SaveAsync(new byte[1], "html"));
}
