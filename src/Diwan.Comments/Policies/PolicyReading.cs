using Diwan.Moderation.Policy;

namespace Diwan.Comments.Policies;

/// <summary>What came of reading a policy document.</summary>
public abstract record PolicyReading
{
    private PolicyReading()
    {
    }

    /// <summary>The document is a policy that may be put in force.</summary>
    public sealed record Valid(ModerationPolicy Policy) : PolicyReading;

    /// <summary>The document is none; every problem is listed, in the order of lines.</summary>
    public sealed record Invalid(IReadOnlyList<PolicyDocumentProblem> Problems) : PolicyReading;
}

/// <summary>One problem of a policy document, for the person who wrote it.</summary>
/// <param name="Line">Line of the document, from 1.</param>
/// <param name="What">What is wrong there, in one English sentence.</param>
public sealed record PolicyDocumentProblem(long Line, string What)
{
    /// <summary>The form in which the command line prints it.</summary>
    public override string ToString() => $"line {Line}: {What}";
}
