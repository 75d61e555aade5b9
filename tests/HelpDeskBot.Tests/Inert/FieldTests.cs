using System.Reflection;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Turns;
using HelpDeskBot.Turns.Actions;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Inert;

/// <summary>Whatever is written into any field of any form is kept and shown as it was written, and does nothing.</summary>
public sealed class FieldTests(InertDesks desks) : IClassFixture<InertDesks>
{
    private const int Sure = 100; // what is longer may be cut for a card

    private static readonly string Long = string.Concat(Enumerable.Repeat("qzx line of five megabytes\n", 5 * 1024 * 1024 / 27));

    public static readonly TheoryData<Database, string> Written = new(
        from database in Enum.GetValues<Database>()
        from fields in FieldTable.All
        where fields.Written.Length > 0
        select (database, fields.Verb));

    public static TheoryData<string> Chosen => [.. FieldTable.All.Where(fields => fields.Chosen.Length > 0).Select(fields => fields.Verb)];

    public static TheoryData<string> Verbs => [.. FieldTable.All.Select(fields => fields.Verb)];

    [Theory]
    [MemberData(nameof(Written))]
    public async Task Words_come_out_as_they_went_in(Database database, string verb)
    {
        var (fields, desk) = (Of(verb), await desks.OnAsync(database));
        foreach (var text in NastyTexts.Few.Append(NastyTexts.All[^1]))
        {
            await desk.NewTicketAsync(fields);
            var data = await fields.Data(desk);
            foreach (var name in fields.Written)
            {
                data[name] = text;
            }

            var answer = await SendAsync(desk, fields, data);
            var shown = await desk.NewsAsync();
            var kept = Characters.Storable(text);
            AssertInert(answer, kept);
            Assert.All(shown, one => AssertInert(one.Message.Card, kept));
            await IsReadAsync(desk, fields, answer, shown, kept);
        }
    }

    [Theory]
    [MemberData(nameof(Chosen))]
    public async Task What_is_not_offered_does_nothing(string verb)
    {
        var (fields, desk) = (Of(verb), await desks.OnAsync(Database.Sqlite));
        foreach (var name in fields.Chosen)
        {
            foreach (var text in NastyTexts.Few.Append(""))
            {
                await desk.NewTicketAsync(fields);
                var data = await fields.Data(desk);
                data[name] = text;
                var answer = await SendAsync(desk, fields, data);
                AssertInert(answer, Characters.Storable(text));
                Assert.All(await desk.NewsAsync(), one => AssertInert(one.Message.Card, Characters.Storable(text)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Nothing_and_five_megabytes_are_answered(string verb)
    {
        var (fields, desk) = (Of(verb), await desks.OnAsync(Database.Sqlite));
        foreach (var name in fields.Written.Concat(fields.Chosen.Take(1)).Concat(fields.Formatted))
        {
            foreach (var text in new[] { "", "  ", Long })
            {
                await desk.NewTicketAsync(fields);
                var data = await fields.Data(desk);
                data[name] = text;
                var answer = (await SendAsync(desk, fields, data)).ToJsonString();
                Assert.True(answer.Length < 100_000 || verb == HelpDeskBot.Cards.Verbs.DeskCheck, $"{verb} {name}: {answer.Length} characters came back");
            }
        }

        Assert.All(await desk.NewsAsync(), one => Assert.True(one.Message.Card is not { } card || CardVocabulary.SizeOf(card) <= CardVocabulary.MaxBytes));
    }

    [Fact]
    public async Task No_field_is_missing_from_the_table()
    {
        var desk = await desks.OnAsync(Database.Sqlite);
        await using var scope = desk.Services.CreateAsyncScope();
        var table = FieldTable.All.SelectMany(fields => fields.Written.Concat(fields.Chosen).Concat(fields.Formatted).Select(name => $"{fields.Verb} {name}"));
        var all = from route in scope.ServiceProvider.GetServices<IActionGroup>().SelectMany(groups => groups.Routes)
                  from property in route.Data.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                  where property.Name is not nameof(Keyed.Key) && (property.PropertyType == typeof(string) || property.PropertyType == typeof(TicketQuery))
                  select $"{route.Verb} {char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}";
        Assert.Equal([], all.Except(table));
        Assert.Equal([], table.Except(all));
    }

    private static Fields Of(string verb) => FieldTable.All.Single(fields => fields.Verb == verb);

    private static async Task<JsonObject> SendAsync(InertDesk desk, Fields fields, JsonObject data)
    {
        var route = desk.RouteOf(fields.Verb);
        if (fields.Verb == HelpDeskBot.Cards.Verbs.ListPage && data["query"] is JsonValue text)
        {
            data["query"] = text.ToString().Length > 1000 ? new JsonObject { ["words"] = text.DeepClone() } : new JsonObject { ["words"] = text.DeepClone(), ["owner"] = text.DeepClone(), ["category"] = text.DeepClone(), ["tag"] = text.DeepClone(), ["queueName"] = text.DeepClone() };
        }

        if (route.Data.GetProperty("Ticket") is not null)
        {
            data["ticket"] = $"{desk.Ticket.Id}";
        }

        if (route.Data.GetProperty("Nonce") is not null)
        {
            data["nonce"] = Guid.NewGuid();
        }
        else if (route.Data.IsAssignableTo(typeof(Keyed)))
        {
            data["key"] = $"key/{Guid.NewGuid()}";
        }

        var answer = await desk.PressAsync(fields.Role, fields.Verb, data);
        Assert.True(answer["statusCode"]!.GetValue<int>() < 500, $"{fields.Verb}: {answer.ToJsonString()}");
        Assert.False(answer["value"] is JsonObject value && value["code"]?.GetValue<string>() is "action.data" or "action.unknown", $"{fields.Verb} is not sent as it is");
        return answer;
    }

    // Where Markdown is read there is not even the beginning of it.
    private static void AssertInert(JsonNode? card, string text)
    {
        if (text.Length > 0)
        {
            var beginning = text[..Math.Min(text.Length, 20)];
            Assert.DoesNotContain(CardVocabulary.MarkdownTexts(card), shown => shown.Text.Contains(beginning, StringComparison.Ordinal));
        }
    }

    private static async Task IsReadAsync(
        InertDesk desk, Fields fields, JsonObject answer, IReadOnlyList<(string Reader, ShownMessage Message)> shown, string text)
    {
        var part = text.Length <= Sure ? text : text[..Sure];
        foreach (var reader in fields.ReadBy)
        {
            IReadOnlyList<JsonNode?> places = reader switch
            {
                "answer" => [answer],
                _ when reader.EndsWith(".form.v1", StringComparison.Ordinal) =>
                    [await desk.PressAsync("owner", reader, new JsonObject { ["ticket"] = $"{desk.Ticket.Id}" })],
                _ => [.. shown.Where(one => one.Reader == reader).Select(one => one.Message.Card ?? (JsonNode?)JsonValue.Create(one.Message.Text))],
            };
            Assert.All(places, place => AssertInert(place, text));
            Assert.True(
                IsRefused(answer) || places.Any(place => Strings(place).Any(said => said.Contains(part, StringComparison.Ordinal))),
                $"{fields.Verb}: {reader} does not read {text}\nthe answer: {answer.ToJsonString()}");
        }
    }

    // A form that comes back with what is wrong has the words in it, to be corrected.
    private static bool IsRefused(JsonObject answer) => answer["value"] is JsonObject card && Strings(card).Any(said => said.Contains("qzx", StringComparison.Ordinal));

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject known => known.Where(pair => pair.Key != "data").SelectMany(pair => Strings(pair.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
