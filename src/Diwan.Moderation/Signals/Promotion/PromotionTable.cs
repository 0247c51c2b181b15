using System.Collections.Frozen;
using System.Globalization;

namespace Diwan.Moderation.Signals.Promotion;

/// <summary>What promotion is made of, as data: invitations in the site's languages, and hosts by what they are.</summary>
public sealed class PromotionTable
{
    private const string Header = "kind\tlanguage\tweight\ttext";

    private static readonly FrozenSet<string> HostKinds = FrozenSet.Create(
        ContactKinds.Profile, ContactKinds.Shop, ContactKinds.Shortener, ContactKinds.Reference);

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> hosts;

    private PromotionTable(Dictionary<string, string> hosts, IReadOnlyList<Invitation> invitations)
    {
        this.hosts = hosts.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();
        Invitations = invitations;
    }

    /// <summary>Every invitation, in the order of the file.</summary>
    internal IReadOnlyList<Invitation> Invitations { get; }

    /// <summary>Reads the table: tab-separated, a header line, lines that start with <c>#</c> are remarks.</summary>
    /// <exception cref="FormatException">A line is none of the table; the message names it.</exception>
    public static PromotionTable Parse(string tsv)
    {
        ArgumentNullException.ThrowIfNull(tsv);
        var hosts = new Dictionary<string, string>();
        var invitations = new List<Invitation>();
        var header = false;
        foreach (var (number, line) in tsv.Split('\n').Select(line => line.TrimEnd('\r')).Index())
        {
            if (line.Length == 0 || line[0] == '#' || (!header && (header = line == Header)))
            {
                continue;
            }

            var fields = line.Split('\t');
            if (!header || fields.Length != 4 || fields[3].Length == 0)
            {
                throw new FormatException($"Line {number + 1}: expected the columns {Header.Replace('\t', ' ')}.");
            }

            if (HostKinds.Contains(fields[0]))
            {
                hosts[fields[3]] = fields[0];
            }
            else
            {
                invitations.Add(Read(fields, number + 1));
            }
        }

        return new(hosts, invitations);
    }

    /// <summary>What the host of an address is, or null when it is any host.</summary>
    /// <param name="address">Lower case, without scheme: <c>www.example.com/path</c>.</param>
    internal string? KindOf(ReadOnlySpan<char> address)
    {
        var slash = address.IndexOfAny('/', '?', '#');
        var host = slash < 0 ? address : address[..slash];
        if (slash >= 0 && Segment(address[(slash + 1)..]) is { Length: > 0 } segment && host.Length < 64 && segment.Length < 64)
        {
            var page = segment[0] == '@' ? "@" : segment;
            if (KindOfHost(host, page) is { } kind)
            {
                return kind;
            }
        }

        return KindOfHost(host, []);
    }

    // A host stands for all hosts below it: "m.example.com" is looked up as "example.com" too.
    private string? KindOfHost(ReadOnlySpan<char> host, ReadOnlySpan<char> page)
    {
        for (var rest = host; rest.Length > 0 && rest.Length <= 253;)
        {
            var found = page.Length == 0 ? hosts.TryGetValue(rest, out var kind) : hosts.TryGetValue($"{rest}/{page}", out kind);
            if (found)
            {
                return kind;
            }

            var dot = rest.IndexOf('.');
            rest = dot < 0 ? [] : rest[(dot + 1)..];
        }

        return null;
    }

    private static ReadOnlySpan<char> Segment(ReadOnlySpan<char> path)
    {
        var end = path.IndexOfAny('/', '?', '#');
        return end < 0 ? path : path[..end];
    }

    private static Invitation Read(string[] fields, int line)
    {
        var weighs = double.TryParse(fields[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight);
        if (!weighs || weight is not (> 0 and < 1) || fields[0] is not ("commercial" or "personal"))
        {
            throw new FormatException($"Line {line}: expected a kind known here and a weight between 0 and 1.");
        }

        return new(fields[0] == "commercial" ? Attributes.CommercialPromotion : Attributes.PersonalPromotion, weight, fields[3]);
    }
}
