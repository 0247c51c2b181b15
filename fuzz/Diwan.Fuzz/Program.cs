using System.CommandLine;
using System.Diagnostics;
using Diwan.Fuzz;
using Diwan.Storage.Content;

var seconds = new Option<int>("--seconds") { Description = "How long to go on.", DefaultValueFactory = _ => 60 };
var seed = new Option<int>("--seed") { Description = "Where to begin; a failure names its own.", DefaultValueFactory = _ => 1 };
var command = new RootCommand("Puts hostile texts through everything that scores, until the time is up or one fails.") { seconds, seed };
command.SetAction(parsed => Run(parsed.GetValue(seconds), parsed.GetValue(seed)));
return command.Parse(args).Invoke();

static int Run(int seconds, int seed)
{
    const int Longest = 1 << 20;
    var content = EngineContent.Read("data");
    var classifier = content.Classifier ?? throw new InvalidDataException("data/models/diwan-*.bin is missing");
    var target = new ScoringTarget(content.Compose(content.DefaultPolicy), content.Languages, classifier);
    var kinds = HostileText.Kinds.Append(new("mixture", HostileText.Mixture)).ToArray();
    var clock = Stopwatch.StartNew();
    long texts = 0, units = 0;
    for (; clock.Elapsed.TotalSeconds < seconds; seed++)
    {
        // Short texts are many and long ones few: each doubling of length is as likely as the next.
        var random = new Random(seed);
        var (kind, make) = kinds[random.Next(kinds.Length)];
        var text = make(random, (int)Math.Pow(Longest, random.NextDouble()));
        texts++;
        units += text.Length;
        if (target.Problem(text) is { } problem)
        {
            Console.Error.WriteLine($"FAILED: {kind} of {text.Length} units: {problem}. Again with: fuzz/run --seed {seed}");
            return 1;
        }
    }

    Console.WriteLine($"{texts} texts, {units} UTF-16 units, {clock.Elapsed.TotalSeconds:F0} s, next seed {seed}: nothing threw, nothing pointed outside its text, nothing was slow.");
    return 0;
}
