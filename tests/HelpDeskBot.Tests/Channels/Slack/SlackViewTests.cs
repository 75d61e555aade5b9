using System.Text.Json.Nodes;
using HelpDeskBot.Channels.Slack;
using HelpDeskBot.Tests.AdaptiveCards.BlockKit;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Channels.Slack;

/// <summary>Modals and home tabs as people get them: every form and card, in both languages, as it is and with texts as long as a card may hold.</summary>
public class SlackViewTests
{
    private static readonly string[] Languages = ["en", "de"];

    // As long as Slack's ids get.
    private static readonly SlackOrigin Origin =
        new("T0123456789", "U0123456789", "C0123456789", "1795420800.123456", "1795420800.000001");

    [Fact]
    public async Task Every_modal_and_home_tab_keeps_the_limits_and_the_published_types_of_Slack()
    {
        await using var desk = await SlackDesk.StartAsync();
        var cards = desk.Desk.Services.GetRequiredService<SlackCards>();
        var views = new List<(string Name, JsonObject View)>();
        foreach (var language in Languages)
        {
            var samples = SampleCards.In(language).ToList();
            foreach (var sample in samples)
            {
                views.Add(($"{language} {sample.Name}", await ModalAsync(cards, sample.Expand(), language)));
                views.Add(($"{language} {sample.Name}, long", await ModalAsync(cards, LongCards.Lengthened(sample), language)));
                views.Add(($"{language} {sample.Name}, long, at home", await cards.HomeAsync([LongCards.Lengthened(sample)], TestContext.Current.CancellationToken)));
            }

            views.Add(($"{language} words", cards.Words(new string('w', 100_000), Origin, language)));
            views.Add(($"{language} home", await cards.HomeAsync(samples.Select(sample => sample.Expand()), TestContext.Current.CancellationToken)));
        }

        Assert.All(views, view => Assert.Equal((view.Name, ""), (view.Name, string.Join('\n', BlockKitRules.OfView(view.View)))));
        await SlackTypes.AssertAsync([.. views.Select(view => SlackTypes.Case(view.Name, SlackTypes.OfView(view.View), view.View))]);
    }

    private static Task<JsonObject> ModalAsync(SlackCards cards, JsonNode card, string language) =>
        cards.ModalAsync(card.AsObject(), Origin, language, TestContext.Current.CancellationToken);
}
