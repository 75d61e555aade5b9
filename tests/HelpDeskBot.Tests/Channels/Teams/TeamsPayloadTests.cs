using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.Channels.Teams;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.AdaptiveCards.BlockKit;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>Every card in every state of its samples, with as much text as a card may hold, as it leaves for Teams.</summary>
public class TeamsPayloadTests
{
    private const string Family = "👩‍💻";
    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Languages { get; } = ["en", "de"];

    public static TheoryData<string> Writings { get; } = ["a", "ß", "字", Family, "\"\\\n", "<&>"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_message_is_small_enough_for_Teams_and_keeps_its_buttons(string language) =>
        Assert.All(SampleCards.In(language), sample =>
        {
            var card = LongCards.Lengthened(sample);
            var sent = TeamsActivities.Of(new Content(CardText.Render(card)) { Card = (JsonObject)card.DeepClone() });
            AssertSmall(JsonSerializer.SerializeToNode(sent, ActivityJson.Default.Activity)!);
            var buttons = CardParts.Buttons(sent.Attachments![0].Content!);
            Assert.Equal(CardParts.Buttons(card).Count, buttons.Count);
        });

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_official_renderer_reads_every_long_message_and_dialog_without_a_warning(string language)
    {
        var cards = SampleCards.In(language).Select(LongCards.Lengthened).Cast<JsonObject>()
            .SelectMany(card => new[] { TeamsCards.ForMessage(card), TeamsCards.ForDialog(card, "1795627288474") })
            .OfType<JsonObject>()
            .ToList();
        var warnings = await Peers.RunAsync("render-check.mjs", cards);
        Assert.All(warnings, warning => Assert.Equal("[]", warning.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_dialog_has_all_that_was_typed_and_is_small_enough_or_there_is_none(string language) =>
        Assert.All(SampleCards.In(language), sample =>
        {
            var card = (JsonObject)LongCards.Lengthened(sample);
            if (TeamsCards.ForDialog(card, "1795627288474") is { } dialog)
            {
                AssertSmall(dialog);
                Assert.Equal(CardParts.Inputs(card), CardParts.Inputs(dialog));
            }
            else
            {
                Assert.NotEmpty(CardParts.Inputs(card));
            }
        });

    [Theory]
    [InlineData(20_000, true)]
    [InlineData(23_000, false)]
    public void What_was_typed_is_never_cut_so_that_there_is_no_dialog_for_too_much(int characters, bool fits)
    {
        var card = (JsonObject)SampleCards.In("en").First(sample => sample.File == "form-text.json").Expand();
        card["body"]!.AsArray().Select(element => element!).First(element => element["type"]!.ToString() == "Input.Text")["value"] = new string('x', characters);
        Assert.Equal(fits, TeamsCards.ForDialog(card, message: null) is not null);
    }

    [Fact]
    public void An_ordinary_card_is_sent_whole_with_what_clients_need_that_know_no_Execute() =>
        Assert.All(SampleCards.In("en"), sample =>
        {
            var card = (JsonObject)sample.Expand();
            var sent = TeamsCards.ForMessage(card);
            Assert.Equal(CardText.Render(card), CardText.Render(sent));
            Assert.All(CardParts.Buttons(sent).Values.Where(button => button["type"]!.ToString() == "Action.Execute"), button => Assert.NotNull(button["fallback"]));
        });

    [Fact]
    public void Nothing_that_a_button_carries_has_the_name_that_the_renderer_of_Teams_keeps_for_itself() =>
        Assert.All(SampleCards.In("en"), sample =>
        {
            var card = (JsonObject)sample.Expand();
            foreach (var sent in new[] { TeamsCards.ForMessage(card), TeamsCards.ForDialog(card, message: null)! })
            {
                Assert.All(CardParts.Buttons(sent).Values, button =>
                {
                    Assert.Null(button["data"]?["key"]);
                    Assert.Null(button["fallback"]?["data"]?["key"]);
                });
            }
        });

    [Fact]
    public void No_choice_is_hidden_behind_three_dots() =>
        Assert.All(SampleCards.In("en"), sample =>
        {
            var card = (JsonObject)sample.Expand();
            Assert.DoesNotContain(Rows(TeamsCards.ForMessage(card)), row => row.Count > 6);
            Assert.Equal(CardParts.Buttons(card).Keys, CardParts.Buttons(TeamsCards.ForMessage(card)).Keys);
        });

    [Theory]
    [MemberData(nameof(Writings))]
    public void A_shared_ticket_asks_for_as_many_readers_as_Teams_takes_and_is_small_enough(string writing)
    {
        var subject = string.Concat(Enumerable.Repeat(writing, 2_000 / writing.Length));
        var line = new TicketLine(new TicketId(1042), subject, Status.New, Priority.P3, Owner: null, OwnerName: null, default);
        var card = TeamsCards.ForMessage(TeamsSharedCards.Of(line, "New", Enumerable.Range(0, 100).Select(i => $"29:{i:D80}").Append($"29:{0:D80}")));
        Assert.Equal(60, card["refresh"]!["userIds"]!.AsArray().Select(reader => reader!.GetValue<string>()).Distinct().Count());
        AssertSmall(card);
    }

    [Theory]
    [MemberData(nameof(Writings))]
    public void Words_alone_are_small_enough_in_every_writing_and_no_character_is_halved(string writing)
    {
        var text = string.Concat(Enumerable.Repeat(writing, 40_000 / writing.Length));
        var sent = TeamsActivities.Of(new Content(text));
        AssertSmall(JsonSerializer.SerializeToNode(sent, ActivityJson.Default.Activity)!);
        Assert.EndsWith("…", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(sent.Text!)));
        Assert.True(sent.Text!.Length > 2_000);
    }

    [Fact]
    public void Words_that_fit_are_sent_as_they_are() => Assert.Equal("Grüße 👩‍💻", TeamsActivities.Of(new Content("Grüße 👩‍💻")).Text);

    private static void AssertSmall(JsonNode sent)
    {
        var size = JsonSerializer.SerializeToUtf8Bytes(sent, Wire).Length;
        Assert.True(size <= TeamsPayload.MostBytes, $"{size} bytes");
    }

    private static IEnumerable<JsonArray> Rows(JsonNode? node) => node switch
    {
        JsonObject known => known.SelectMany(member => member.Key == "actions" && member.Value is JsonArray row ? [row] : Rows(member.Value)),
        JsonArray items => items.SelectMany(Rows),
        _ => [],
    };
}
