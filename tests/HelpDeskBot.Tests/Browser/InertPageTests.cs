using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Tests.Browser;

/// <summary>What people write, as the page shows it: the same words, and nothing that does anything.</summary>
public class InertPageTests(Chromium chromium)
{
    // Everything that text could have become, and the words in the page with every space as one.
    private const string Read = """
        () => ({
          broken: window.broken === undefined ? 'no' : 'yes',
          made: [...document.querySelectorAll('.message :is(img, script, iframe, a, b, strong, em, code, h1, h2)')]
            .filter(element => !element.closest('.own-menu, a[download]')).map(element => element.outerHTML),
          words: document.body.innerText.replace(/\s+/g, ' '),
        })
        """;

    [Fact]
    public async Task Nothing_that_is_written_becomes_more_than_words()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        foreach (var text in NastyTexts.All)
        {
            await StoryAsync(desk, text);
        }

        var amina = await chromium.OpenAsync(desk.Address, "amina");
        var chen = await chromium.OpenAsync(desk.Address, "chen");
        foreach (var page in new[] { amina, chen })
        {
            var fetched = new ConcurrentBag<string>();
            page.Page.Request += (_, request) => fetched.Add(request.Url);
            await ChatPage.SeesAsync(page == amina ? page.Chat : page.Room, $"HD-{1000 + NastyTexts.All.Count}");
            await page.Page.EvaluateAsync("() => document.querySelectorAll('.thread .more').forEach(more => more.click())");
            var read = JsonNode.Parse((await page.Page.EvaluateAsync(Read))!.Value.ToString())!;
            Assert.Equal("no", read["broken"]!.GetValue<string>());
            Assert.Empty(read["made"]!.AsArray());
            foreach (var text in NastyTexts.All)
            {
                var words = string.Join(' ', Characters.Storable(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                Assert.Contains(words, read["words"]!.GetValue<string>(), StringComparison.Ordinal);
            }

            Assert.Empty(page.Complaints);
            Assert.DoesNotContain(fetched, address => address.Contains("127.0.0.1:1/", StringComparison.Ordinal));
            await page.Page.Context.CloseAsync();
        }
    }

    private static async Task StoryAsync(TestDesk desk, string text)
    {
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.SaysAsync("report a problem"); // and not about the one before, which is solved
        var number = await amina.FilesAsync(text);
        await chen.WritesAsync("Note", text, on: number);
        await chen.WritesAsync("Reply", text, on: number);
        await (await chen.OpensAsync("Checklist", on: number)).SubmitsAsync(new JsonObject { ["add"] = text });
        await (await chen.OpensAsync("Hold", on: number)).SubmitsAsync(new JsonObject { ["text"] = text, ["date"] = "2026-11-24", ["time"] = "09:00" });
        await amina.SendsFileAsync("words.txt", "hello"u8.ToArray(), text);
        await chen.ResolvesAsync(text, on: number);
    }
}
