using Diwan.Moderation.Decisions;
using Diwan.Moderation.Signals;

namespace Diwan.Moderation.Policy;

/// <summary>Finds everything that is wrong with a policy before anybody is judged by it.</summary>
public static class PolicyValidator
{
    // Criticism of the publication is welcome, so nothing may measure it in order to hold or reject.
    private static readonly string[] PublisherWords = ["publisher", "publication", "newspaper", "newsroom", "criticism"];

    /// <summary>Every problem, in the order of the document; empty when the policy may be put in force.</summary>
    public static IReadOnlyList<PolicyProblem> Validate(ModerationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. Heading(policy), .. Guidelines(policy), .. policy.Rules.SelectMany((rule, i) => OfRule(policy, rule, $"rules[{i}]")), .. Thresholds(policy)];
    }

    private static IEnumerable<PolicyProblem> Heading(ModerationPolicy policy)
    {
        if (string.IsNullOrWhiteSpace(policy.Name))
        {
            yield return new("name", "A policy needs a name.");
        }

        if (string.IsNullOrWhiteSpace(policy.Version))
        {
            yield return new("version", "A policy needs a version: every decision names it.");
        }

        foreach (var problem in InEnglish(policy.UsualWait, "usualWait").Concat(InEnglish(policy.Welcome, "welcome")))
        {
            yield return problem;
        }
    }

    private static IEnumerable<PolicyProblem> Guidelines(ModerationPolicy policy)
    {
        var codes = new HashSet<string>();
        var keys = new HashSet<char>();
        for (var i = 0; i < policy.Guidelines.Count; i++)
        {
            var (guideline, at) = (policy.Guidelines[i], $"guidelines[{i}]");
            if (!codes.Add(guideline.Code))
            {
                yield return new($"{at}.code", $"The code '{guideline.Code}' is used twice.");
            }

            if (!char.IsAsciiDigit(guideline.Key) && !char.IsAsciiLetterLower(guideline.Key))
            {
                yield return new($"{at}.key", "A key is one digit or one lower-case letter from a to z.");
            }
            else if (!keys.Add(guideline.Key))
            {
                yield return new($"{at}.key", $"The key '{guideline.Key}' is used twice.");
            }

            foreach (var problem in InEnglish(guideline.Titles, $"{at}.title").Concat(InEnglish(guideline.Texts, $"{at}.text")))
            {
                yield return problem;
            }
        }

        foreach (var missing in HouseGuidelines.Codes.Where(code => !codes.Contains(code)))
        {
            yield return new("guidelines", $"The house guideline '{missing}' is missing.");
        }
    }

    private static IEnumerable<PolicyProblem> OfRule(ModerationPolicy policy, Rule rule, string at)
    {
        if (string.IsNullOrWhiteSpace(rule.Id) || rule.Id == PolicyEvaluation.UnavailableRule)
        {
            yield return new($"{at}.id", $"A rule needs an id of its own, other than '{PolicyEvaluation.UnavailableRule}'.");
        }
        else if (policy.Rules.Count(other => other.Id == rule.Id) > 1)
        {
            yield return new($"{at}.id", $"The id '{rule.Id}' is used twice.");
        }

        if (rule.Guideline is not null && policy.Find(rule.Guideline) is null)
        {
            yield return new($"{at}.guideline", $"The rule cites '{rule.Guideline}', which is no guideline of this policy.");
        }

        if (rule.Guideline is null && rule.Recommend == Outcome.Reject)
        {
            yield return new($"{at}.guideline", "A rule that rejects must cite a guideline.");
        }

        if (!AttributeKinds.All.Contains(rule.Attribute))
        {
            yield return new($"{at}.attribute", $"'{rule.Attribute}' is no attribute.");
        }

        if (rule.Attribute == Attributes.Unavailable)
        {
            yield return new($"{at}.attribute", "What could not be measured is always held; no rule can say otherwise.");
        }

        if (rule.AtLeast is not (>= 0 and <= 1))
        {
            yield return new($"{at}.atLeast", "A score lies between 0 and 1.");
        }

        foreach (var problem in Fairness(rule, at))
        {
            yield return problem;
        }
    }

    private static IEnumerable<PolicyProblem> Fairness(Rule rule, string at)
    {
        if (AttributeKinds.OnlyOrders(rule.Attribute) && rule.Recommend == Outcome.Reject)
        {
            yield return new($"{at}.recommend", $"{rule.Attribute} orders queues and never rejects.");
        }

        if (rule.Decides && rule.Recommend == Outcome.Hold)
        {
            yield return new($"{at}.decides", "A hold is decided by a person.");
        }

        if (rule.Decides && rule.Recommend == Outcome.Reject && AttributeKinds.IsDerived(rule.Attribute))
        {
            yield return new($"{at}.decides", $"{rule.Attribute} is derived: software may not reject on it alone.");
        }

        if (rule.Recommend != Outcome.Approve && PublisherWords.Any(word => Names(rule).Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new(at, "Criticism of the publication counts against nobody; a rule may not be keyed on it.");
        }
    }

    private static string Names(Rule rule) => $"{rule.Id} {rule.Guideline} {rule.Attribute} {rule.Detector}";

    private static IEnumerable<PolicyProblem> Thresholds(ModerationPolicy policy)
    {
        foreach (var (attribute, threshold) in policy.Thresholds)
        {
            if (!AttributeKinds.All.Contains(attribute) || attribute == Attributes.Unavailable)
            {
                yield return new($"thresholds.{attribute}", $"'{attribute}' is no attribute with a score.");
            }

            if (threshold is not (>= 0 and <= 1))
            {
                yield return new($"thresholds.{attribute}", "A score lies between 0 and 1.");
            }
        }
    }

    private static IEnumerable<PolicyProblem> InEnglish(IReadOnlyDictionary<string, string> texts, string at)
    {
        if (!texts.TryGetValue("en", out var text) || string.IsNullOrWhiteSpace(text))
        {
            yield return new(at, "The English text is missing: it stands in for every language without one of its own.");
        }
    }
}
