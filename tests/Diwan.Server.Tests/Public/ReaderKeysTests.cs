using System.Net;
using Diwan.Server.Public;
using Diwan.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Diwan.Server.Tests.Public;

/// <summary>What is kept of an address says no more than that two acts of one day came from it.</summary>
public sealed class ReaderKeysTests
{
    [Fact]
    public void One_address_has_one_key_a_day_and_the_key_of_the_day_before_yesterday_is_destroyed()
    {
        var folder = Directory.CreateTempSubdirectory("diwan-").FullName;
        try
        {
            var clock = new FakeTimeProvider(new(2026, 11, 22, 23, 0, 0, TimeSpan.Zero));
            var readers = new ReaderKeys(new FolderKeys(folder), clock);
            var first = readers.Of(From("192.0.2.1"));
            Assert.Equal(32, first!.Length);
            Assert.Equal(first, new ReaderKeys(new FolderKeys(folder), clock).Of(From("192.0.2.1")));
            Assert.NotEqual(first, readers.Of(From("192.0.2.2")));

            clock.Advance(TimeSpan.FromHours(2));
            Assert.NotEqual(first, readers.Of(From("192.0.2.1")));
            Assert.Equal(["readers-20261122", "readers-20261123"], Names(folder));

            clock.Advance(TimeSpan.FromDays(1));
            readers.Of(From("192.0.2.1"));
            Assert.Equal(["readers-20261123", "readers-20261124"], Names(folder));
            Assert.Null(readers.Of(new DefaultHttpContext()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "keys")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static DefaultHttpContext From(string address)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return http;
    }
}
