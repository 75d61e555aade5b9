using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>A day of agents who read German, in a channel that reads German.</summary>
public class GermanAgentTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_room_reads_the_language_of_its_queue(Database database)
    {
        await using var desk = await GermanDeskAsync(database);
        var (amina, chen) = (desk.As("amina", "en"), desk.InRoom("chen"));
        var number = await amina.FilesAsync("qzx the tray is stuck");
        Assert.Contains("Etwas anderes", (await chen.SeesAsync(number)).Text, StringComparison.Ordinal);
        await chen.PressesAsync("Übernehmen");
        await chen.SeesAsync("In Arbeit");
        await chen.SaysAsync("antwort: bitte aus- und einschalten", thread: chen.Shown[0].Id);
        Assert.Contains("answered " + number, (await amina.SeesAsync("bitte aus- und einschalten")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Tickets_are_taken_asked_for_paused_answered_merged_and_found_in_German(Database database)
    {
        await using var desk = await GermanDeskAsync(database);
        var (amina, bruno, chen) = (desk.As("amina", "de"), desk.As("bruno", "de"), desk.InRoom("chen"));
        await ReportsAsync(amina, "qzx das Fach klemmt");
        await ReportsAsync(bruno, "qzx der Stuhl quietscht");
        foreach (var agent in new[] { "chen", "dana" })
        {
            await desk.As(agent, "de").SaysAsync("hilfe");
        }

        await chen.PressesAsync("Übernehmen", on: "das Fach");
        await amina.SeesAsync("Chen Wei sieht sich HD-1001 jetzt an.");
        await SubmitsAsync(desk.InRoom("dana"), "Um Übergabe bitten", "das Fach", []);
        await desk.As("chen").SeesAsync("Dana Novak bittet dich um HD-1001.");
        await desk.As("chen").PressesAsync("Behalten");
        await desk.As("dana").SeesAsync("Du hast nach HD-1001 gefragt. Chen Wei behält es");

        var early = await (await chen.OpensAsync("Pausieren", "das Fach", "Mehr")).SubmitsAsync(new() { ["text"] = "der Lieferant", ["date"] = "2026-11-20", ["time"] = "09:00" });
        Assert.Contains("Wähle eine Zeit in der Zukunft.", CardText.Render(early.Card), StringComparison.Ordinal);
        await SubmitsAsync(chen, "Pausieren", "das Fach", new() { ["text"] = "der Lieferant", ["date"] = "2026-11-24", ["time"] = "09:00" });
        await amina.SeesAsync("HD-1001 ist pausiert: der Lieferant");

        await chen.WritesAsync("Antworten", "Tritt dagegen", on: "das Fach");
        await amina.SeesAsync("Chen Wei hat auf HD-1001 geantwortet");
        await chen.PressesAsync("Rückgängig");
        await chen.SeesAsync("Chen Wei hat eine Antwort an die meldende Person von HD-1001 zurückgenommen.");
        await SubmitsAsync(chen, "Priorität", "das Fach", new() { ["impact"] = "Everyone", ["urgency"] = "CannotWork", ["text"] = "alle warten" });
        await chen.SeesAsync("Chen Wei hat HD-1001 auf P1 gesetzt: alle warten");
        await SubmitsAsync(chen, "Zusammenführen", "der Stuhl", new() { ["other"] = "1001" });
        await bruno.SeesAsync("HD-1002 geht in HD-1001 weiter.");

        await chen.SaysAsync("suche fach zustand:pausiert");
        Assert.Contains("Tickets 1 bis 1", chen.Last.Text, StringComparison.Ordinal);
        var preview = await (await chen.PressesAsync("Auswählen")).SubmitsAsync(new() { ["act"] = "Resolve", ["reason"] = "Solved", ["text"] = "Geölt.", ["HD-1001"] = "true" });
        Assert.Contains("Ein Ticket. Lösen: Gelöst", CardText.Render(preview.Card), StringComparison.Ordinal);
        Assert.Contains("HD-1001: erledigt", CardText.Render((await preview.SubmitsAsync([])).Card), StringComparison.Ordinal);
        await amina.SeesAsync("Ist es behoben?");
    }

    private static async Task SubmitsAsync(TestPerson agent, string act, string on, JsonObject inputs)
    {
        var answer = await (await agent.OpensAsync(act, on, "Mehr")).SubmitsAsync(inputs);
        Assert.True(answer.Value is JsonValue, answer.Json);
    }

    private static async Task ReportsAsync(TestPerson person, string text)
    {
        await person.SaysAsync(text);
        foreach (var button in new[] { "Etwas anderes", "Nur ich", "Ich kann kaum arbeiten", "Melden" })
        {
            await person.PressesAsync(button);
        }
    }

    private static async Task<TestDesk> GermanDeskAsync(Database database)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("helpdesk-desk-").FullName, "desk.yaml");
        var yaml = await DeskStories.ShippedAsync();
        Assert.Contains("language: en", yaml, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, yaml.Replace("language: en", "language: de", StringComparison.Ordinal));
        return await TestDesk.StartAsync(database, "--HelpDesk:DeskFile=" + path);
    }
}
