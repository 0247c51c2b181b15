using Diwan.Server.Pages.Answers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Diwan.Server.Pages.Rendering;

/// <summary>Renders a Razor component to HTML on the server, once and for all: no interactivity.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers, PublicLinks links)
{
    /// <summary>The whole document as text, its links below the path where browsers find this site.</summary>
    /// <param name="parameters">The component's parameters by name.</param>
    public async Task<string> RenderAsync<TComponent>(IDictionary<string, object?> parameters) where TComponent : IComponent =>
        "<!DOCTYPE html>\n" + RootedLinks.Prefix(await RenderFragmentAsync<TComponent>(parameters), links.PathPrefix);

    /// <summary>A part of a document as text, its links as the component wrote them.</summary>
    /// <param name="parameters">The component's parameters by name.</param>
    public async Task<string> RenderFragmentAsync<TComponent>(IDictionary<string, object?> parameters) where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
    }
}
