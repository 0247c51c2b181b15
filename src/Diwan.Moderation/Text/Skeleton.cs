using System.Text;

namespace Diwan.Moderation.Text;

/// <summary>What is left of a name when everything is taken away that eyes pass over: names that look alike have one skeleton.</summary>
/// <remarks>Case, marks, blanks, signs and invisible characters go; letters of other scripts and variants of a letter become the one they look
/// like; I, l, i, 1 and | are one sign, so are O and 0, m and rn, w and vv. For comparing alone: it is nothing to read.</remarks>
public static class Skeleton
{
    /// <summary>The skeleton; empty when there is neither letter nor digit in the text. Never throws for a text.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = NormalizedText.From(text).Folded;
        var bones = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (LookAlikes.Foreign.TryGetValue(rune.Value, out var latin))
            {
                foreach (var letter in latin) Add(bones, new Rune(letter));
            }
            else
            {
                Add(bones, rune);
            }
        }

        return bones.ToString();
    }

    private static void Add(StringBuilder bones, Rune rune)
    {
        switch (rune.Value)
        {
            case 'i' or '1' or '|':
                bones.Append('l');
                break;
            case '0':
                bones.Append('o');
                break;
            case 'm':
                bones.Append("rn");
                break;
            case 'w':
                bones.Append("vv");
                break;
            default:
                if (Rune.IsLetterOrDigit(rune)) bones.Append(rune.ToString());
                break;
        }
    }
}
