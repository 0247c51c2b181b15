using Diwan.Server.Desk.Api;
using Diwan.Server.Desk.Appeals;
using Diwan.Server.Desk.Cards;
using Diwan.Server.Desk.SignIn;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Diwan.Server.Desk;

/// <summary>The moderators' pages and the same by API. Nothing here can change a text: deciding is all there is.</summary>
public static class DeskArea
{
    /// <summary>Registers sign-in and pages.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services.AddSignIn().AddSingleton<DeskPages>().AddSingleton<NextCard>();

    /// <summary>Maps <c>/desk</c> and <c>/api/v1/desk</c>.</summary>
    public static IEndpointRouteBuilder MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        routes.MapCards();
        routes.MapAppeals();
        routes.MapDeskApi();
        routes.MapAppealsApi();
        return routes;
    }
}
