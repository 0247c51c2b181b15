namespace Diwan.Comments.Articles;

/// <summary>What came of registering an article.</summary>
public abstract record RegisterResult
{
    /// <summary>On the site: new, changed or as it was.</summary>
    public sealed record Registered(Article Article, ImportOutcome Outcome) : RegisterResult;

    /// <summary>Not taken in; every bad field is named.</summary>
    public sealed record Refused(IReadOnlyList<RegisterRefusal> Refusals) : RegisterResult;
}

/// <summary>One refused field.</summary>
/// <param name="Field">Name of the field in the API: <c>url title language published body excerpt byline section</c>.</param>
/// <param name="Code">Why.</param>
/// <param name="Limit">The bound that was passed, where there is one.</param>
public sealed record RegisterRefusal(string Field, RegisterRefusalCode Code, int? Limit = null);

/// <summary>Why a field was refused. The names, in snake case, are API.</summary>
public enum RegisterRefusalCode
{
    /// <summary>Required and empty.</summary>
    Missing,

    /// <summary>Longer than the limit, in UTF-16 units.</summary>
    TooLong,

    /// <summary>Ill-formed Unicode (a lone surrogate) or a NUL character.</summary>
    IllFormed,

    /// <summary>Not what the field takes: no http or https address, no language code, no ISO 8601 date.</summary>
    Invalid,
}
