using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace Diwan.Bench.Http;

/// <summary>The least that can be sent: Kestrel without routing, writing the bytes of a file from memory, as a process of its own.</summary>
internal static class BareKestrel
{
    /// <summary>The argument that makes this program the server.</summary>
    public const string Verb = "bare-kestrel";

    /// <summary>Serves on a free port until the process is ended.</summary>
    public static async Task<int> ServeAsync(string file, string contentType)
    {
        var answer = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(http =>
        {
            http.Response.ContentType = contentType;
            http.Response.Headers.ContentEncoding = "br";
            http.Response.ContentLength = answer.Length;
            return http.Response.Body.WriteAsync(answer).AsTask();
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }
}
