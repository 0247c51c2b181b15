using System.Xml.Linq;
using Diwan.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace Diwan.Server.Hosting;

/// <summary>Lets all nodes protect cookies and forms with the same keys, which the store keeps sealed.</summary>
internal sealed class SharedProtectionKeys(IProtectionKeyStore keys) : IXmlRepository
{
    // As ASP.NET Core's own first key lives.
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes the first key of all on one node, so that nodes that begin together do not each begin with their own.</summary>
    public static async Task BeginAsync(SiteStore store, IServiceProvider services, TimeProvider clock, CancellationToken ct)
    {
        if (store.ProtectionKeys is not { } shared) return;
        while (shared.All().Count == 0)
        {
            await using (var turn = await store.Jobs!.TryBeginAsync("protection-key", TimeSpan.Zero, ct))
            {
                var now = clock.GetUtcNow();
                if (turn is not null && shared.All().Count == 0) services.GetRequiredService<IKeyManager>().CreateNewKey(now, now + Life);
            }

            if (shared.All().Count == 0) await Task.Delay(Pause, ct);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse)];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
    }
}
