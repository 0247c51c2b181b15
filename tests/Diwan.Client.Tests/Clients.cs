using Diwan.Client.Comments;
using Diwan.Client.Perspective;
using Diwan.EndToEnd.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Diwan.Client.Tests;

/// <summary>Clients as a publisher's program gets them: from its services.</summary>
internal static class Clients
{
    public static PerspectiveClient Perspective(SiteFixture site, string? key) => Of<PerspectiveClient>(options => (options.BaseAddress, options.Key) = (site.Site.Address, key));

    public static CommentClient Comments(SiteFixture site, string? token = null) => Of<CommentClient>(options => (options.BaseAddress, options.Token) = (site.Site.Address, token));

    public static T Of<T>(Action<DiwanClientOptions> configure) where T : class =>
        new ServiceCollection().AddDiwanClient(configure).BuildServiceProvider().GetRequiredService<T>();
}
