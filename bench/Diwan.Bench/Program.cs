using System.Globalization;
using Diwan.Bench;
using Diwan.Bench.Capacity;
using Diwan.Bench.Cluster;
using Diwan.Bench.Http;
using Diwan.Bench.Http.Peers;
using Diwan.Bench.Http.Perspective;
using Diwan.Bench.Http.Reads;
using Diwan.Bench.Http.Sites;
using Diwan.Bench.Http.Writes;
using Diwan.Bench.Ledger;
using Diwan.Bench.Scoring;

switch (args)
{
    case ["scoring", var sets]:
        return ScoringBench.Run(sets, Console.Out);
    case ["ledger", var content, var entries]:
        return await LedgerBench.RunAsync(content, int.Parse(entries, CultureInfo.InvariantCulture), Console.Out);
    case ["allocations"]:
        return Allocations.Run();
    case ["perspective", var sets, var program]:
        return PerspectiveBench.Run(program, sets, Console.Out);
    case ["reads", var program, var deep, var only]:
        return await ReadsBench.RunAsync(program, int.Parse(deep, CultureInfo.InvariantCulture), only, Console.Out);
    case ["writes", var program, var deep]:
        return await WritesBench.RunAsync(program, int.Parse(deep, CultureInfo.InvariantCulture), Console.Out);
    case ["peers", var program, var script]:
        return await PeersBench.RunAsync(program, script, Console.Out);
    case ["site", var program, var comments, var articles]:
        return await SiteBench.RunAsync(program, int.Parse(comments, CultureInfo.InvariantCulture), int.Parse(articles, CultureInfo.InvariantCulture), Console.Out);
    case ["cluster", var program]:
        return await ClusterBench.RunAsync(program, Console.Out);
    case ["capacity"]:
        return CapacityBench.Run(Console.Out);
    case [BareKestrel.Verb, var file, var type]:
        return await BareKestrel.ServeAsync(file, type);
    case [EmptyEndpoint.Verb, var length]:
        return await EmptyEndpoint.ServeAsync(int.Parse(length, CultureInfo.InvariantCulture));
    default:
        Console.Error.WriteLine("bench/run says what there is to measure, builds this program and calls it.");
        return 2;
}
