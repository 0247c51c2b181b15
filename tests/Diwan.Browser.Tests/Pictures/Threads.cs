namespace Diwan.Browser.Tests.Pictures;

/// <summary>Fills threads with what readers might say.</summary>
internal static class Threads
{
    /// <summary>An article with so many approved comments, some of them answers, one the newsroom's; the path of its page and the deepest comment.</summary>
    public static async Task<(string Path, string Deepest)> FillAsync(BrowserFixture fixture, string language, int comments)
    {
        var path = await fixture.NewArticleAsync(language);
        var (parent, deepest) = ((string?)null, "");
        for (var i = 0; i < comments; i++)
        {
            // Of every six, three begin; the others go on below, one level deeper each.
            if (i % 6 is 0 or 4 or 5) parent = null;
            var isStaff = i % 6 == 2;
            var id = isStaff
                ? await fixture.PublishAsStaffAsync(path, Said.Text(language, i), Said.Staff(language), parent)
                : await fixture.PublishAsync(path, Said.Text(language, i), Said.Name(language, i), parent);
            if (i % 6 < 3) parent = id;
            if (i % 6 == 3)
            {
                // Deep enough to be folded.
                deepest = id;
                if (i == 3) deepest = await fixture.PublishAsync(path, Said.Text(language, 4), Said.Name(language, 4), id);
            }
        }

        return (path, deepest);
    }
}
