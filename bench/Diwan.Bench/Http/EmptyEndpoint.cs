using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Diwan.Bench.Http;

/// <summary>What the framework alone costs: a minimal-API endpoint that reads the body and answers a fixed JSON, as a process of its own.</summary>
internal static class EmptyEndpoint
{
    /// <summary>The argument that makes this program the endpoint.</summary>
    public const string Verb = "empty-endpoint";

    /// <summary>Address of the endpoint: as long as the one it stands beside.</summary>
    public const string Path = "/v1alpha1/comments:nothing";

    /// <summary>The answer: JSON of <paramref name="length"/> bytes, at least 10.</summary>
    public static byte[] Answer(int length) => Encoding.ASCII.GetBytes($"{{\"all\":\"{new string('a', length - 10)}\"}}");

    /// <summary>Serves on a free port until the process is ended.</summary>
    public static async Task<int> ServeAsync(int length)
    {
        var answer = Answer(length);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        app.MapPost(Path, async (HttpContext http) =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            http.Response.ContentType = "application/json; charset=UTF-8";
            http.Response.ContentLength = answer.Length;
            await http.Response.Body.WriteAsync(answer);
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }
}
