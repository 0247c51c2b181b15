using System.Globalization;
using System.Threading.RateLimiting;
using Diwan.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Diwan.Server.Operations;

/// <summary>What somebody gets who writes too often.</summary>
internal static class RateLimitAnswer
{
    /// <summary>A problem with the code <c>rate_limited</c> and the seconds to wait.</summary>
    public static Task WriteAsync(OnRejectedContext context)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
        context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new Problem(
            StatusCodes.Status429TooManyRequests, "rate_limited",
            "Too many comments or reports came from this address. Please wait a little and send it again.").WriteAsync(context.HttpContext);
    }
}
