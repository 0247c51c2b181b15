using System.Runtime.CompilerServices;

// Training must read a text exactly as scoring does, and tests look at both: they share the feature reader.
[assembly: InternalsVisibleTo("Diwan.Learning")]
[assembly: InternalsVisibleTo("Diwan.Learning.Tests")]
[assembly: InternalsVisibleTo("Diwan.Moderation.Tests")]
