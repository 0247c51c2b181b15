using Diwan.Learning.Sets;

namespace Diwan.Learning.Training;

/// <summary>The outputs of the network: one head for every attribute over all sets, one for every label of a set of
/// its own, and one for every domain (which set does this text look like).</summary>
/// <remarks>Sets mean different things by the same word. Each keeps its own head; at scoring time the heads are
/// mixed by how much the text looks like each set.</remarks>
internal sealed class HeadPlan
{
    // More rows of the same place: one domain, one meaning.
    private static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["wiki-talk-binary"] = "wiki-talk",
        ["wiki-base-rate"] = "wiki-talk",
    };

    // Topics are easy and on every row: they read what the layers below have learnt for the attributes, and teach them nothing.
    private const float TopicWeight = 0;

    // A written sentence speaks to many heads at once; the layers below hear it as loud as a row of a set.
    private const float WrittenWeight = 2;

    private readonly HashSet<int> topics = [];
    private readonly Dictionary<string, int> attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Domain, string Label), int> own = [];
    private readonly Dictionary<(string Language, string Attribute), List<int>> heads = [];
    private readonly Dictionary<string, int> domains = new(StringComparer.Ordinal);

    /// <summary>Plans for the labels that occur in <paramref name="rows"/>.</summary>
    public HeadPlan(IEnumerable<LabelledRow> rows)
    {
        rows = rows as IReadOnlyCollection<LabelledRow> ?? [.. rows];
        var labels = rows.Where(row => !IsWritten(row.Set)).SelectMany(row => row.Labels.Keys.Where(label => Teaches(row.Set, label)).Select(label => (Domain: DomainOf(row.Set), Label: label)))
            .Distinct().Order().ToArray();
        foreach (var attribute in labels.Select(pair => LabelMap.AttributeOf(pair.Label)).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            if (attribute.StartsWith("topic:", StringComparison.Ordinal))
            {
                topics.Add(attributes.Count);
            }

            attributes.Add(attribute, attributes.Count);
        }

        foreach (var pair in labels)
        {
            domains.TryAdd(pair.Domain, domains.Count);
            if (HasOwnHead(pair))
            {
                own.Add(pair, attributes.Count + own.Count);
            }
        }

        foreach (var (set, language) in rows.Select(row => (row.Set, row.Language)).Distinct())
        {
            foreach (var ((domain, label), head) in own.Where(pair => pair.Key.Domain == DomainOf(set)))
            {
                var known = LabelMap.AttributeOf(label) is { } attribute ? HeadsOf(language, attribute) : [];
                if (!known.Contains(head))
                {
                    known.Add(head);
                }
            }
        }
    }

    /// <summary>Attribute → its shared head.</summary>
    public IReadOnlyDictionary<string, int> Attributes => attributes;

    /// <summary>Domain and label → that set's own head.</summary>
    public IReadOnlyDictionary<(string Domain, string Label), int> Own => own;

    /// <summary>Domain → its number.</summary>
    public IReadOnlyDictionary<string, int> Domains => domains;

    /// <summary>Attributes in the order of their shared heads.</summary>
    public string[] Outputs => [.. attributes.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    /// <summary>Domains in the order of their numbers.</summary>
    public string[] DomainNames => [.. domains.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    /// <summary>How many heads there are, those for domains not counted.</summary>
    public int Count => attributes.Count + own.Count;

    /// <summary>The domain a set belongs to.</summary>
    public static string DomainOf(string set) => Same.GetValueOrDefault(set, set);

    /// <summary>For each of <see cref="Outputs"/> and each of <see cref="DomainNames"/>, that domain's own head; −1 for none.</summary>
    public int[] OwnHeads => [.. Outputs.SelectMany(output => DomainNames.Select(domain => OwnHead(domain, output)))];

    /// <summary>True for the shared head of a topic.</summary>
    public bool IsTopic(int head) => topics.Contains(head);

    /// <summary>The head a domain has of its own for an attribute; −1 for none.</summary>
    public int OwnHead(string domain, string attribute)
        => own.Where(pair => pair.Key.Domain == domain && LabelMap.AttributeOf(pair.Key.Label) == attribute).Select(pair => pair.Value).DefaultIfEmpty(-1).First();

    /// <summary>What <paramref name="row"/> teaches, or null when it has no label to learn from.</summary>
    public Targets? For(LabelledRow row)
    {
        if (IsWritten(row.Set))
        {
            return ForAllSets(row);
        }

        var heads = new List<int>();
        var values = new List<float>();
        foreach (var (label, value) in row.Labels)
        {
            if (!Teaches(row.Set, label))
            {
                continue;
            }

            if (own.TryGetValue((DomainOf(row.Set), label), out var head))
            {
                heads.Add(head);
                values.Add((float)value);
            }

            if (LabelMap.AttributeOf(label) is { } attribute && attributes.TryGetValue(attribute, out var common))
            {
                heads.Add(common);
                values.Add((float)value);
            }
        }

        return heads.Count == 0 ? null : new Targets(domains[DomainOf(row.Set)], [.. heads], [.. values], [.. heads.Select(head => topics.Contains(head) ? TopicWeight : 1)]);
    }

    // A written sentence is of no set, and every set would say the same of it.
    private Targets ForAllSets(LabelledRow row)
    {
        var taught = row.Labels.Select(label => (Attribute: LabelMap.AttributeOf(label.Key)!, Value: (float)label.Value)).ToArray();
        var targets = taught.Where(label => attributes.ContainsKey(label.Attribute)).SelectMany(label =>
            HeadsOf(row.Language, label.Attribute).Prepend(attributes[label.Attribute]).Select(head => (Head: head, label.Value))).ToArray();
        var weight = WrittenWeight / targets.Count(target => !topics.Contains(target.Head));
        return new Targets(Targets.NoDomain, [.. targets.Select(target => target.Head)], [.. targets.Select(target => target.Value)],
            [.. targets.Select(target => topics.Contains(target.Head) ? TopicWeight : weight)]);
    }

    private List<int> HeadsOf(string language, string attribute)
        => heads.TryGetValue((language, attribute), out var known) ? known : heads[(language, attribute)] = [];

    /// <summary>True for a sentence written for this project.</summary>
    public static bool IsWritten(string set) => set.StartsWith(WrittenSentences.Prefix, StringComparison.Ordinal);

    // Topics mean the same everywhere, and weakly taught languages must live on what the others teach.
    private static bool HasOwnHead((string Domain, string Label) pair)
        => !pair.Label.StartsWith("topic:", StringComparison.Ordinal) && !pair.Domain.StartsWith("weak-", StringComparison.Ordinal);

    // Every row of toxic-spans is toxic: it teaches where, not whether.
    private static bool Teaches(string set, string label) => set != "toxic-spans" || label != "toxic";
}
