using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Promotion;

/// <summary>Finds invitations in a folded text, word by word, in one pass.</summary>
/// <remarks>A tree of words: from each word of the text the tree is walked as far as it goes, which is at most the longest
/// phrase. Words with any ending are kept apart by their stem, so a step costs one look-up per length of stem in use.</remarks>
internal sealed class InvitationMatcher
{
    private const int LongestStem = 24;

    private readonly Node root = new();

    public InvitationMatcher(IEnumerable<Invitation> invitations)
    {
        foreach (var invitation in invitations)
        {
            var node = root;
            foreach (var word in invitation.Phrase.Split(' '))
            {
                node = node.Grow(word);
            }

            node.Invitation = invitation;
        }
    }

    /// <summary>Every invitation, the longest at each place: "subscribe to my" is not "subscribe" as well.</summary>
    public IEnumerable<(Invitation Invitation, int Start, int End)> Find(string folded)
    {
        var words = Words(folded);
        for (var first = 0; first < words.Count; first++)
        {
            if (Longest(folded, words, first) is ({ } invitation, var last))
            {
                yield return (invitation, words[first].Start.Value, words[last].End.Value);
                first = last;
            }
        }
    }

    private (Invitation? Invitation, int Last) Longest(string folded, List<Range> words, int first)
    {
        var longest = (default(Invitation), first);
        List<Node> reached = [root];
        for (var next = first; next < words.Count; next++)
        {
            if (next > first && EndsSentence(folded.AsSpan()[words[next - 1].End.Value..words[next].Start.Value]))
            {
                break;
            }

            var word = folded[words[next]];
            reached = [.. reached.SelectMany(node => node.Step(word))];
            if (reached.Count == 0)
            {
                break;
            }

            longest = reached.Find(node => node.Invitation is not null) is { } node ? (node.Invitation, next) : longest;
        }

        return longest;
    }

    private static bool EndsSentence(ReadOnlySpan<char> gap) => gap.Length > 3 || gap.ContainsAny(".!?؟\n");

    private static List<Range> Words(string text)
    {
        var words = new List<Range>();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (IsWord(text[i]) || i > start && IsApostrophe(text[i])))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(start..i);
            }
        }

        return words;
    }

    private static bool IsWord(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    // "You won't" does not say "you won".
    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private sealed class Node
    {
        private readonly Dictionary<string, Node> words = [];
        private readonly Dictionary<string, Node> stems = [];

        public Invitation? Invitation { get; set; }

        public Node Grow(string word)
        {
            var open = word.EndsWith('*');
            var key = NormalizedText.From(word.TrimEnd('*')).Folded;
            var next = open ? stems : words;
            return next.TryGetValue(key, out var node) ? node : next[key] = new();
        }

        public IEnumerable<Node> Step(string word)
        {
            if (words.TryGetValue(word, out var node))
            {
                yield return node;
            }

            for (var length = Math.Min(word.Length, LongestStem); stems.Count > 0 && length > 1; length--)
            {
                if (stems.TryGetValue(word[..length], out node))
                {
                    yield return node;
                }
            }
        }
    }
}
