using CsCheck;
using Diwan.Comments.Policies;
using Diwan.Moderation.Decisions;

namespace Diwan.Comments.Tests.Policies;

public sealed class PolicyYamlTests
{
    private static readonly string House = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data/policies/default.yaml"));

    private static IReadOnlyList<PolicyDocumentProblem> ProblemsOf(string yaml) =>
        Assert.IsType<PolicyReading.Invalid>(PolicyYaml.Read(yaml)).Problems;

    private static string Changed(string from, string to)
    {
        Assert.Contains(from, House, StringComparison.Ordinal);
        return House.Replace(from, to, StringComparison.Ordinal);
    }

    private static int LineOf(string text) => House[..House.IndexOf(text, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    [Fact]
    public void A_rule_comes_out_as_written()
    {
        var policy = Assert.IsType<PolicyReading.Valid>(PolicyYaml.Read(House)).Policy;
        var rule = Assert.Single(policy.Rules, rule => rule.Id == "threat-words");
        Assert.Equal(("threats", "THREAT", "lexicon", 0.5, Outcome.Reject, false),
            (rule.Guideline, rule.Attribute, rule.Detector, rule.AtLeast, rule.Recommend, rule.Decides));
    }

    [Theory]
    [InlineData("id: threat-words", "ID: threat-words", "'ID' is no key known here")]
    [InlineData("id: threat-words", "id: insult-words", "used twice")]
    [InlineData("attribute: THREAT, detector: lexicon", "attribute: THREAD, detector: lexicon", "'THREAD' is no attribute")]
    [InlineData("guideline: threats, attribute: THREAT, detector: lexicon", "guideline: treats, attribute: THREAT, detector: lexicon", "no guideline of this policy")]
    [InlineData("detector: lexicon, atLeast: 0.5, recommend: reject}\n  - {id: threat-model", "detector: lexicon, atLeast: 1.5, recommend: reject}\n  - {id: threat-model", "between 0 and 1")]
    [InlineData("detector: lexicon, atLeast: 0.5, recommend: reject}\n  - {id: threat-model", "detector: lexicon, atLeast: \"\", recommend: reject}\n  - {id: threat-model", "between 0 and 1")]
    [InlineData("detector: lexicon, atLeast: 0.5, recommend: reject}\n  - {id: threat-model", "detector: lexicon, atLeast: 0.5, recommend: delete}\n  - {id: threat-model", "approve, reject or hold")]
    [InlineData("detector: lexicon, atLeast: 0.5, recommend: reject}\n  - {id: threat-model", "detector: lexicon, atLeast: 0.5, recommend: reject, decides: maybe}\n  - {id: threat-model", "true or false")]
    public void A_wrong_rule_is_named_with_its_line(string from, string to, string problem) =>
        Assert.Contains(ProblemsOf(Changed(from, to)), found =>
            found.Line == LineOf("id: threat-words") && found.What.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void A_guideline_that_is_taken_out_is_missed()
    {
        var problems = ProblemsOf(Changed("code: xenophobia", "code: strangers"));
        Assert.Contains(problems, problem => problem.What.Contains("'xenophobia' is missing", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Line == LineOf("id: xenophobia-words"));
        Assert.Contains(problems, problem => problem.Line == LineOf("id: xenophobia-model"));
    }

    [Fact]
    public void Two_mistakes_are_two_problems_in_the_order_of_lines()
    {
        var yaml = Changed("key: \"1\"", "key: ten").Replace("CONSTRUCTIVE: 0.6", "CONSTRUCTIVE: many", StringComparison.Ordinal);
        Assert.Equal([LineOf("key: \"1\""), LineOf("CONSTRUCTIVE: 0.6")], ProblemsOf(yaml).Select(problem => (int)problem.Line));
    }

    [Fact]
    public void A_key_written_twice_is_named_with_its_line() =>
        Assert.Equal(2, Assert.Single(ProblemsOf("name: a\nname: b\n")).Line);

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("- a\n- b")]
    [InlineData("name: [a, b]")]
    [InlineData("name: &a {b: *a}")]
    [InlineData("a: b\n---\nc: d")]
    [InlineData("rules: {a: b}\nguidelines: 3\nthresholds: x")]
    [InlineData("rules: [x, [y]]")]
    [InlineData("\t- : : {")]
    [InlineData("name: \"\\uD800\"")]
    public void A_document_that_is_no_policy_is_a_problem_and_not_an_exception(string yaml) => Assert.NotEmpty(ProblemsOf(yaml));

    [Fact]
    public void A_document_nested_a_hundred_thousand_deep_is_a_problem() => Assert.NotEmpty(ProblemsOf(new string('[', 100_000)));

    [Fact]
    public void No_document_throws() =>
        Gen.Select(Gen.Int[0, House.Length - 1], Gen.Int[0, 200], Gen.String)
            .Sample((at, length, junk) =>
            {
                var end = Math.Min(House.Length, at + length);
                return PolicyYaml.Read(string.Concat(House.AsSpan(0, at), junk, House.AsSpan(end))) is not null;
            }, iter: 300);
}
