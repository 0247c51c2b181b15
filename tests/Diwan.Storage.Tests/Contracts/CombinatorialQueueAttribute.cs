using System.Reflection;
using Diwan.Comments.Stores;
using Xunit.Sdk;
using Xunit.v3;

namespace Diwan.Storage.Tests.Contracts;

/// <summary>Every queue in every order, of all articles and of one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CombinatorialQueueAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
        [.. from queue in Enum.GetValues<QueueKind>()
            from order in Enum.GetValues<QueueOrder>()
            from ofArticle in (bool[])[false, true]
            select new TheoryDataRow(queue, order, ofArticle)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
