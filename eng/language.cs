#:project ../src/Diwan.Learning/Diwan.Learning.csproj
#:property PublishAot=false
// Trains and measures the language model from the repository root:
//   dotnet run eng/language.cs -- train SETS data/models/language-1.bin
//   dotnet run eng/language.cs -- evaluate SETS data/models/language-1.bin
using Diwan.Learning.Languages;
using Diwan.Moderation.Text.Languages;

var (verb, sets, model) = (args[0], args[1], args[2]);
if (verb == "train")
{
    LanguageTraining.Run(sets, model);
}

Console.Write(LanguageEvaluation.Run(sets, LanguageIdentifier.Load(File.ReadAllBytes(model))));
