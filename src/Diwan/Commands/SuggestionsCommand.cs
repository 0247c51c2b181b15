using System.CommandLine;
using System.Text.Json;

namespace Diwan.Commands;

/// <summary><c>diwan suggestions list|erase</c>: what <c>comments:suggestscore</c> left, where the publisher keeps it.</summary>
internal static class SuggestionsCommand
{
    private const int MostListed = 100_000;

    public static Command Create() => new("suggestions", "Lists and erases the scores that other systems suggested (kept only with keepSuggestions in scoring.yaml).\n\nExample: diwan suggestions list > suggestions.jsonl")
    {
        List(), Erase(),
    };

    private static Command List()
    {
        var data = SiteOptions.Data();
        var command = new Command("list", "Prints the oldest 100,000 as JSON lines.\n\nExample: diwan suggestions list") { data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var store = await SiteOptions.OpenAsync(parsed, data, ct);
            foreach (var kept in await store.Suggestions.ListAsync(MostListed, ct))
            {
                Console.WriteLine(JsonSerializer.Serialize(new
                {
                    text = kept.Text, scores = kept.Scores, language = kept.Language, communityId = kept.CommunityId, key = kept.ErasureKey, at = kept.At, expiresAt = kept.ExpiresAt,
                }));
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static Command Erase()
    {
        var key = new Argument<string>("KEY") { Description = "The comment's id in the other system (for Coral its comment id)." };
        var data = SiteOptions.Data();
        var command = new Command("erase", "Erases all suggestions about one comment.\n\nExample: diwan suggestions erase 0b6c1a52-9f3e-4a0e-8a63-2f0c3a5f8f11") { key, data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var store = await SiteOptions.OpenAsync(parsed, data, ct);
            var erased = await store.Suggestions.EraseAsync(parsed.GetValue(key)!, ct);
            Console.WriteLine(erased == 1 ? "1 suggestion erased" : $"{erased} suggestions erased");
            return CommandLine.Done;
        });
        return command;
    }
}
