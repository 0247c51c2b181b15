using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Diwan.Browser.Tests;

/// <summary>Reading and writing by keyboard, with large text, with one's own colours, without motion, on paper: on the article's page and in a foreign one.</summary>
public sealed class EveryoneTests(BrowserFixture fixture)
{
    private string? _deep;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_comment_is_written_and_sent_by_keyboard_alone_and_one_always_sees_where_one_is(bool embedded)
    {
        var page = await OpenAsync(embedded);
        // Only from the top of the page: what is focused by a script has its own mark.
        await page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
        var (author, seen) = (embedded ? "diwan-author" : "author", new List<string>());
        for (var press = 0; press < 80 && (seen.Count == 0 || seen[^1] != author); press++)
        {
            await page.Keyboard.PressAsync("Tab");
            seen.Add(await VisiblyFocusedAsync(page));
        }

        Assert.Equal(author, seen[^1]);
        await page.Keyboard.TypeAsync("Dîlan");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Written without a mouse.");
        await page.Keyboard.PressAsync("Tab");
        await VisiblyFocusedAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(embedded ? ".received" : "[data-status=pending]").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_act_of_a_thread_is_reached_by_keyboard_in_the_order_it_is_read(bool embedded)
    {
        var page = await OpenAsync(embedded);
        var order = await page.EvaluateAsync<string[]>("""
            () => {
              const root = document.querySelector('diwan-comments')?.shadowRoot ?? document;
              return [...root.querySelectorAll('section.thread h2, form.write h3, #author, #diwan-author, #text, #diwan-text, form.write button[type=submit], .orders a, .comments > li > .head .author, .comments > li > .text, .comments > li > .acts a')]
                .map(e => [...e.classList][0] || e.id.replace('diwan-', '') || e.localName);
            }
            """);
        Assert.Equal(["comments-heading", "h3", "author", "text", "button", "a", "a", "a", "author", "text", "reply", "report"], order[..12]);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => { const root = document.querySelector('diwan-comments')?.shadowRoot ?? document; return root.querySelectorAll('[tabindex]:not([tabindex=\"-1\"]):not([tabindex=\"0\"])').length }"));

        await page.Locator(".comments > li > .acts a.report").Last.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        // The folded replies are opened and closed by keyboard too.
        await page.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($"[id='comment-{_deep}'] > .text")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(false, 640, 2)]
    [InlineData(true, 640, 2)]
    [InlineData(false, 320, 4)]
    [InlineData(true, 320, 4)]
    public async Task At_200_and_400_percent_and_with_room_between_letters_nothing_is_cut_off(bool embedded, int width, int scale)
    {
        var page = await OpenAsync(embedded, width, scale: scale);
        await NothingIsWiderAsync(page, width);
        // WCAG 1.4.12: what readers may set for themselves.
        await page.EvaluateAsync("""
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
              for (const root of [document, document.querySelector('diwan-comments')?.shadowRoot]) root?.adoptedStyleSheets.push(sheet);
            }
            """);
        await NothingIsWiderAsync(page, width);
        // WCAG 1.4.4: text alone twice as large. At 400 % of the page it is large enough.
        if (width <= 320) return;
        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%' }");
        await NothingIsWiderAsync(page, width);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_a_readers_own_colours_buttons_have_edges_and_what_is_chosen_is_marked(bool embedded)
    {
        var page = await OpenAsync(embedded, forced: true);
        Assert.True(await page.EvaluateAsync<bool>("() => matchMedia('(forced-colors: active)').matches"));
        await page.EvaluateAsync("id => { location.hash = `comment-${id}` }", _deep);
        var deep = page.Locator($"[id='comment-{_deep}'] > .text");
        await Expect(deep).ToBeVisibleAsync();

        await Expect(page.Locator("form.write button[type=submit]").First).ToHaveCSSAsync("border-top-style", "solid");
        await Expect(page.Locator(".orders [aria-current]")).ToHaveCSSAsync("text-decoration-line", "underline");
        await Expect(deep).ToHaveCSSAsync("outline-style", "solid");
        await page.TakeAsync($"forced-colours-{(embedded ? "embed" : "page")}");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_asked_for_less_motion_gets_none(bool embedded)
    {
        var page = await OpenAsync(embedded);
        var moving = await page.EvaluateAsync<string[]>("""
            () => [document, document.querySelector('diwan-comments')?.shadowRoot].filter(Boolean)
              .flatMap(root => [...root.querySelectorAll('*')])
              .filter(e => { const s = getComputedStyle(e); return s.scrollBehavior === 'smooth' || [...s.transitionDuration.split(','), ...s.animationDuration.split(',')].some(d => parseFloat(d) > .01); })
              .map(e => e.outerHTML.slice(0, 80))
            """);
        Assert.Empty(moving);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_paper_stands_what_is_read_folded_replies_too_in_dark_ink_and_nothing_to_press(bool embedded)
    {
        var page = await OpenAsync(embedded, dark: true);
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await Expect(page.Locator("form.write")).ToBeHiddenAsync();
        await Expect(page.Locator(".orders")).ToBeHiddenAsync();
        await Expect(page.Locator(".acts").First).ToBeHiddenAsync();
        await Expect(page.Locator("summary")).ToBeHiddenAsync();
        var deep = page.Locator($"[id='comment-{_deep}'] > .text");
        await Expect(deep).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        Assert.True(await deep.EvaluateAsync<bool>("text => text.checkVisibility({ contentVisibilityAuto: true }) && text.getBoundingClientRect().height > 10"), "folded replies are not on paper");
        await page.TakeAsync($"print-{(embedded ? "embed" : "page")}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_link_to_a_comment_opens_what_is_folded_and_focuses_it_and_finds_it_on_a_later_page()
    {
        var page = await OpenAsync(embedded: false);
        await page.GotoAsync($"/comments/{_deep}");
        await Expect(page.Locator($"#comment-{_deep}")).ToBeFocusedAsync();
        await Expect(page.Locator($"#comment-{_deep} > .text")).ToBeVisibleAsync();

        var path = new Uri(page.Url).AbsolutePath;
        for (var i = 0; i < 21; i++) await fixture.PublishAsync(path, $"Later comment {i} with words of its own about the arch.");
        await page.GotoAsync("about:blank");
        await page.GotoAsync($"{path}#comment-{_deep}");
        await Expect(page.Locator($"#comment-{_deep}")).ToBeFocusedAsync();
        Assert.Contains("after=", page.Url, StringComparison.Ordinal);

        await page.Locator(".comments > li > .head .when").First.ClickAsync();
        await Expect(page.Locator(".comments > li").First).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(bool embedded, int width = 1_280, int scale = 1, bool forced = false, bool dark = false)
    {
        var article = await fixture.NewArticleAsync();
        var parent = await fixture.PublishAsync(article, "Who has crossed it?");
        for (var depth = 1; depth <= 4; depth++) parent = await fixture.PublishAsync(article, $"Answer {depth} to what was asked.", parentId: parent);
        _deep = parent;
        await fixture.PublishAsync(article, $"A word of {new string('w', 120)} letters.");
        var visitor = await fixture.NewVisitorAsync(width: width, options: options =>
        {
            options.DeviceScaleFactor = scale;
            if (forced) options.ForcedColors = ForcedColors.Active;
            if (dark) options.ColorScheme = ColorScheme.Dark;
        });
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(embedded ? $"{fixture.Publisher.Origin}/news?article={article.Split('/')[^1]}&lang=en{(dark ? "&theme=dark" : "")}" : article);
        await Expect(page.Locator(".comments > li")).ToHaveCountAsync(2);
        return page;
    }

    // What has the focus, by id or text; it must be on screen and have a ring of two pixels at least.
    private static async Task<string> VisiblyFocusedAsync(IPage page)
    {
        var found = JsonNode.Parse((await page.EvaluateAsync("""
            () => {
              let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
              const style = getComputedStyle(at), box = at.getBoundingClientRect();
              return { name: at.id || at.textContent.trim().slice(0, 40), width: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
                isSeen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight };
            }
            """))!.Value.GetRawText())!;
        var name = (string)found["name"]!;
        Assert.True((double)found["width"]! >= 2 && (bool)found["isSeen"]!, $"one does not see that {name} has the focus: {found.ToJsonString()}");
        return name;
    }

    private static async Task NothingIsWiderAsync(IPage page, int width)
    {
        var wide = await page.EvaluateAsync<string[]>("""
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              return [`${document.documentElement.scrollWidth}`, ...[document, document.querySelector('diwan-comments')?.shadowRoot].filter(Boolean)
                .flatMap(root => [...root.querySelectorAll('*')]).filter(e => e.getBoundingClientRect().right > width + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120))];
            }
            """);
        Assert.True(wide.Length == 0, $"wider than {width}: {string.Join(" | ", wide)}");
    }
}
