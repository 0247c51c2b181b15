namespace Diwan.Moderation.Tests.Fuzzing;

/// <summary>Tests that measure the CPU of this whole process: none other may run meanwhile, since its work would count too.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
