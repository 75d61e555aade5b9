using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Cards;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Tests.Inert;

/// <summary>Names of people, files, and of what the desk's settings name, are words like any others.</summary>
public class NameTests
{
    private static readonly JsonSerializerOptions AsIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly IEnumerable<string> Forms = typeof(Verbs).GetFields().Select(field => (string)field.GetValue(null)!)
        .Where(verb => verb.StartsWith("ticket.", StringComparison.Ordinal) && verb.EndsWith(".form.v1", StringComparison.Ordinal));

    public static TheoryData<string> Names => [.. NastyTexts.Few.Append(NastyTexts.All[^1]).Select(Characters.Storable)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_something_is_called_it_is_shown_as_it_is(string name)
    {
        await using var desk = await TestDesk.StartAsync(
            Database.Sqlite, "--HelpDesk:DeskFile=" + await DeskAsync(name), $"--HelpDesk:People:0:Id=amina", $"--HelpDesk:People:0:Name={name} A", $"--HelpDesk:People:2:Name={name} C",
            $"--HelpDesk:People:2:Id=chen", $"--HelpDesk:People:5:Name={name} F", "--HelpDesk:People:5:Id=farid");
        var (amina, chen, farid) = (desk.As("amina"), desk.InRoom("chen", "help"), desk.As("farid"));
        var look = new Look(name);

        await amina.SendsFileAsync($"{name.Replace('/', '_').Replace('\\', '_').Replace('"', '_')}.txt", "hello"u8.ToArray(), "qqq the lamp blinks");
        await amina.PressesAsync(name);
        look.At(amina);
        foreach (var button in new[] { "Just me", "I can work", "File it" })
        {
            await amina.PressesAsync(button);
            look.At(amina);
        }

        await chen.PressesAsync("Claim");
        await chen.WritesAsync("Reply", "On my way");
        look.At(amina, chen);
        Assert.Contains($"{name} C", (await amina.SeesAsync("On my way")).Text, StringComparison.Ordinal);
        foreach (var form in Forms)
        {
            var answer = await chen.PressAsync("none", Press(form, """{"ticket":"HD-1001"}"""));
            Assert.NotEqual("action.unknown", answer.Code);
            look.At(answer.Status == 200 ? [answer] : []);
        }

        foreach (var said in new[] { "queue", "find lamp", "HD-1001" })
        {
            await chen.SaysAsync(said);
            look.At(chen);
        }

        look.At(await chen.PressesAsync("Select"), await chen.PressAsync("none", Press("bulk.preview.v1", """{"shown":["HD-1001"],"act":"Category","category":"other","HD-1001":"true"}""")));
        look.At(await chen.PressAsync("none", Press("ticket.macro.form.v1", """{"ticket":"HD-1001","macro":"one"}""")));
        await farid.SaysAsync("desk settings");
        look.At(await farid.PressesAsync("Change a queue"), await farid.PressAsync("none", Press("desk.queue.form.v1", """{"queue":"help"}""")), await farid.PressesAsync("History"));
        look.At(amina, chen, farid);
    }

    private static JsonObject Press(string verb, string data) => new() { ["verb"] = verb, ["data"] = JsonNode.Parse(data) };

    private static async Task<string> DeskAsync(string name)
    {
        var quoted = JsonSerializer.Serialize(name, AsIs);
        var path = Path.Combine(Directory.CreateTempSubdirectory("helpdesk-desk-").FullName, "desk.yaml");
        await File.WriteAllTextAsync(path, $$$"""
            calendars:
              office: {time_zone: Europe/Berlin, monday: [08:00-18:00]}
            queues:
              help: {name: {{{quoted}}}, calendar: office, agents: [webchat:chen]}
              other: {name: {{{quoted}}}, calendar: office, agents: [webchat:chen]}
            categories:
              other: {name: {{{quoted}}}, queue: help}
            replies:
              one: {name: {{{quoted}}}, text: Hello}
            macros:
              one: {name: {{{quoted}}}, acts: [{note: {{{quoted}}}}]}

            """);
        return path;
    }

    private sealed class Look(string name)
    {
        private readonly string _beginning = name[..Math.Min(20, name.Length)];

        public void At(params Answer[] answers) => Assert.All(answers, answer => Assert.True(answer.Status == 200 && IsInert(answer.Value), answer.Json));

        public void At(params TestPerson[] people) =>
            Assert.All(people.SelectMany(person => person.Shown), message => Assert.True(IsInert(message.Card), message.Card?.ToJsonString()));

        private bool IsInert(JsonNode? card) =>
            !CardVocabulary.MarkdownTexts(card).Any(shown => shown.Text.Contains(_beginning, StringComparison.Ordinal));
    }
}
