namespace Diwan.Learning.Training;

/// <summary>One line of <c>identity-terms.tsv</c>: what people are called, in the forms that sentences need.</summary>
/// <param name="Topic">What kind of identity it is, such as <c>religion</c>.</param>
/// <param name="Forms">Slot of a sentence → the form that fills it: <c>groups</c>, <c>kind</c>, and where a language bends its words <c>kind.f</c> and the like.</param>
internal sealed record IdentityTerm(string Topic, IReadOnlyDictionary<string, string> Forms)
{
    /// <summary>The form for <paramref name="slot"/>; the plain one where the term has no such form; null for a slot that is not about identities.</summary>
    public string? Form(string slot) => Forms.GetValueOrDefault(slot) ?? Forms.GetValueOrDefault(slot.Split('.')[0]);

    /// <summary>Reads a line cut at tabs.</summary>
    public static IdentityTerm Read(string[] row)
    {
        var (groups, kind) = (row[2], row[3]);
        var one = ("aeiouAEIOU".Contains(kind[0]) ? "an " : "a ") + kind + (groups == kind + "s" ? "" : " person");
        var forms = new Dictionary<string, string>(StringComparer.Ordinal) { ["groups"] = groups, ["kind"] = kind, ["one"] = one };
        foreach (var form in row.Skip(4))
        {
            var at = form.IndexOf('=');
            forms.Add(form[..at], form[(at + 1)..]);
        }

        return new IdentityTerm(row[1], forms);
    }
}
