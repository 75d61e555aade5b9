using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using Microsoft.Playwright;

namespace HelpDeskBot.Tests.Browser;

/// <summary>Every card in every state of its samples, as the web chat draws it.</summary>
public class CardTests(Chromium chromium)
{
    // What is wider than where it stands is cut off: a card hides what does not fit.
    private const string Draw = """
        async ({ cards }) => {
          const { render } = await import('/js/cards.js');
          const log = document.querySelector('[data-testid=chat-log]');
          log.replaceChildren(...cards.map(({ name, card }) => {
            const message = document.createElement('div');
            const frame = document.createElement('div');
            message.className = 'message';
            frame.className = 'card';
            frame.dataset.name = name;
            frame.append(render(JSON.parse(card), () => {}));
            message.append(frame);
            return message;
          }));
          const isCut = element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline'
            && !element.matches('textarea, input, select');
          const isOutside = (element, frame) => element.getBoundingClientRect().right > frame.getBoundingClientRect().right + 1;
          return [...log.querySelectorAll('.card')].flatMap(frame => [frame, ...frame.querySelectorAll('*')]
            .filter(element => isCut(element) || isOutside(element, frame))
            .map(element => `${frame.dataset.name}: ${element.tagName} ${element.className} "${element.textContent.slice(0, 60)}"`));
        }
        """;

    // So that no picture has the composer across it.
    private const int TallEnough = 1600;

    public static readonly TheoryData<string, bool, int> Looks = new(
        from language in new[] { "en", "de" }
        from isDark in new[] { false, true }
        from width in new[] { 360, 640 }
        select (language, isDark, width));

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Nothing_of_a_card_is_cut_off(string language, bool isDark, int width) =>
        IsWholeAsync(SampleCards.In(language), width, isDark, page => KeepPicturesAsync(page, $"{language}-{(isDark ? "dark" : "light")}-{width}"));

    [Fact]
    public Task Long_words_are_broken_not_cut() => IsWholeAsync(SampleCards.In("en").Select(card => card with { Data = Typed(card.Data) }), 360);

    private async Task IsWholeAsync(IEnumerable<SampleCard> samples, int width, bool isDark = false, Func<ChatPage, Task>? look = null)
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var page = await chromium.OpenAsync(desk.Address, "amina", width, TallEnough, isDark);
        await page.Page.GetByTestId("composer").WaitForAsync();
        var cards = samples.Select(card => new { name = card.Name, card = card.Expand().ToJsonString() });

        var cut = await page.Page.EvaluateAsync<string[]>(Draw, new { cards });
        await (look?.Invoke(page) ?? Task.CompletedTask);

        Assert.Empty(cut);
        Assert.Empty(page.Complaints);
        await page.Page.Context.CloseAsync();
    }

    // As if people had typed one long word wherever they can.
    private static JsonNode Typed(JsonNode data)
    {
        string[] typed = ["subject", "description", "resolution", "text", "value", "by", "passage", "answer"];
        var copy = data.DeepClone();
        foreach (var field in Fields(copy).Where(pair => typed.Contains(pair.Name)).ToList())
        {
            field.Owner[field.Name] = new string('W', 300);
        }

        return copy;
    }

    private static IEnumerable<(JsonObject Owner, string Name)> Fields(JsonNode? node) => node switch
    {
        JsonObject known => known.Where(pair => pair.Key != "t").SelectMany(pair => pair.Value is JsonValue ? [(known, pair.Key)] : Fields(pair.Value)),
        JsonArray items => items.SelectMany(Fields),
        _ => [],
    };

    private static async Task KeepPicturesAsync(ChatPage page, string look)
    {
        if (Environment.GetEnvironmentVariable("HELPDESK_CARD_PICTURES") is not { Length: > 0 } folder)
        {
            return;
        }

        foreach (var card in await page.Chat.Locator(".card").AllAsync())
        {
            var path = Path.Combine(folder, $"{await card.GetAttributeAsync("data-name")}-{look}.png");
            await card.ScreenshotAsync(new LocatorScreenshotOptions { Path = path, Animations = ScreenshotAnimations.Disabled });
        }
    }
}
