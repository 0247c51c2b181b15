namespace Diwan.Moderation.Policy;

/// <summary>One thing that is wrong with a policy, for the person who wrote it.</summary>
/// <param name="Where">The place within the policy, such as <c>rules[3].attribute</c>.</param>
/// <param name="What">What is wrong there, in one English sentence.</param>
public sealed record PolicyProblem(string Where, string What);
