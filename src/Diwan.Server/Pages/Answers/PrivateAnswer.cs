using Diwan.Server.Pages.Rendering;
using Microsoft.AspNetCore.Http;

namespace Diwan.Server.Pages.Answers;

/// <summary>What is private to whoever has the link: nobody keeps, lists or passes on its address.</summary>
internal static class PrivateAnswer
{
    public static void Hide(IHeaderDictionary headers)
    {
        headers.CacheControl = Answer.NoStore;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
    }
}
