using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>
/// Who is told what, event by event: Bruno files for Amina, Chen works on it, Dana is an agent beside him, Elif leads, Farid follows. Cards that are
/// drawn again are no messages.
/// </summary>
public class NotificationMatrixTests
{
    private static readonly string[] Everybody = ["amina", "bruno", "chen", "dana", "elif", "farid", "room"];

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Every_event_reaches_those_whom_the_matrix_names_and_nobody_else(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var story = new Told(desk);
        await story.FilesAsync("My team", "I can't work");
        await story.TellsAsync("filed", ("amina", "Bruno Keller filed HD-1001 for you"), ("amina", "Nobody yet"), ("bruno", "Nobody yet"), ("room", "Claim"));
        await desk.As("farid").SaysAsync("follow HD-1001");
        await story.SkipAsync();

        await desk.InRoom("chen").PressesAsync("Claim");
        await story.TellsAsync("claimed", ("amina", "Chen Wei is looking at HD-1001"));
        await desk.InRoom("chen").WritesAsync("Note", "looks like the server");
        await story.TellsAsync("note", ("room", "looks like the server"));
        await desk.InRoom("chen").WritesAsync("Reply", "I restart it");
        await story.TellsAsync("public reply", ("amina", "I restart it"), ("bruno", "I restart it"), ("farid", "I restart it"), ("room", "I restart it"));
        await desk.InRoom("chen").WritesAsync("Ask requester", "Better now?");
        await story.TellsAsync("waiting", ("amina", "Better now?"), ("bruno", "Better now?"), ("farid", "Better now?"), ("room", "Better now?"));
        await desk.As("amina").WritesAsync("Answer", "no change", on: "Better now?");
        await story.TellsAsync("requester's message that was asked for", ("chen", "Amina Yusuf wrote on your ticket"), ("room", "no change"));
        await desk.As("amina").WritesAsync("Answer", "still nothing", on: "Better now?");
        await story.TellsAsync("requester's message", ("room", "still nothing"));
        await HoldsAsync(desk);
        await story.TellsAsync("on hold", ("amina", "HD-1001 is on hold: the vendor looks"));
        await desk.As("bruno").WritesAsync("Answer", "it got worse", on: "Better now?");
        await story.TellsAsync("author's message while on hold", ("chen", "Bruno Keller wrote on your ticket"), ("room", "it got worse"));
        await AssignsAsync(desk, "dana");
        await story.TellsAsync("reassigned", ("amina", "HD-1001 has a new owner"), ("dana", "gave you HD-1001"));
        await desk.InRoom("dana").ResolvesAsync("New server.");
        await story.TellsAsync("resolved", ("amina", "Is it fixed?"), ("bruno", "is solved: New server."), ("farid", "is solved: New server."));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Reopening_is_told_to_the_owner_and_the_second_time_to_the_lead(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var story = new Told(desk);
        await story.FilesAsync("Just me", "It's hard to work");
        await desk.InRoom("chen").ResolvesAsync("New bulb.");
        await story.SkipAsync();
        await desk.As("amina").WritesAsync("Not yet", "still dark");
        await story.TellsAsync("not yet", ("chen", "Amina Yusuf opened your ticket HD-1001 again"), ("bruno", "is open again"), ("room", "still dark"));
        await desk.InRoom("chen").ResolvesAsync("Another bulb.");
        await story.SkipAsync();
        await desk.InRoom("dana").PressesAsync("Reopen");
        await story.TellsAsync(
            "reopened by another agent", ("amina", "Dana Novak opened HD-1001 again"), ("chen", "Dana Novak opened your ticket HD-1001 again"), ("bruno", "is open again"),
            ("elif", "You lead this queue: HD-1001 was opened again, 2 times now"));
        await desk.InRoom("chen").ResolvesAsync("A new lamp.");
        await story.SkipAsync();
        await desk.As("bruno").SaysAsync("she says it flickers", quoting: (await desk.As("bruno").SeesAsync("Resolved")).Id);
        await story.TellsAsync(
            "reopened by the author", ("amina", "Bruno Keller wrote on your ticket HD-1001, so it is open again"), ("chen", "opened your ticket HD-1001 again"),
            ("bruno", "Added to HD-1001"), ("elif", "3 times now"), ("room", "she says it flickers"));
        await desk.As("bruno").PressesAsync("Withdraw");
        await story.TellsAsync("withdrawn by the author", ("amina", "Bruno Keller withdrew your ticket HD-1001"), ("chen", "withdrew HD-1001"), ("room", "withdrew HD-1001"));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_gravest_go_to_the_lead_at_once_and_what_is_late_too(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var story = new Told(desk);
        await story.FilesAsync("Everyone", "I can't work");
        await story.TellsAsync(
            "filed as P1", ("amina", "filed HD-1001 for you"), ("amina", "Nobody yet"), ("bruno", "Nobody yet"), ("room", "Claim"), ("elif", "You lead this queue: Bruno Keller just filed HD-1001 (P1)"));
        await desk.PassesAsync("PT12M");
        await story.TellsAsync("75 % of the first reply, unowned", ("room", "needs a first reply soon"));
        await desk.InRoom("chen").WritesAsync("Reply", "I am on it");
        await story.SkipAsync();
        await desk.PassesAsync("PT2H55M");
        await story.TellsAsync("75 % of the solution", ("chen", "Your ticket HD-1001 (P1) is due soon"));
        await desk.PassesAsync("PT31M");
        await story.TellsAsync("90 % of the solution", ("room", "is about to be overdue"));
        await desk.PassesAsync("PT25M");
        await story.TellsAsync("breach", ("elif", "You lead this queue: HD-1001 (P1) is overdue"), ("room", "is overdue"));
    }

    private static async Task HoldsAsync(TestDesk desk) => await (await desk.InRoom("chen").OpensAsync("Hold")).SubmitsAsync(
        new JsonObject { ["text"] = "the vendor looks", ["date"] = "2026-11-25", ["time"] = "09:00" });

    private static async Task AssignsAsync(TestDesk desk, string to) =>
        await (await desk.InRoom("chen").OpensAsync("Assign")).SubmitsAsync(new JsonObject { ["person"] = to });

    /// <summary>What is new in everybody's chat and in the room since the last look.</summary>
    private sealed class Told(TestDesk desk)
    {
        private readonly Dictionary<string, HashSet<string>> _seen = Everybody.ToDictionary(name => name, _ => new HashSet<string>(StringComparer.Ordinal));

        public async Task FilesAsync(string impact, string urgency)
        {
            foreach (var name in Everybody[..^1])
            {
                await desk.As(name).SaysAsync("hi");
            }

            var bruno = desk.As("bruno");
            await bruno.SaysAsync("report for amina");
            await bruno.SaysAsync("qzx the lamp blinks");
            foreach (var button in new[] { "Something else", impact, urgency })
            {
                await bruno.PressesAsync(button);
            }

            await SkipAsync();
            await bruno.PressesAsync("File it");
        }

        public async Task SkipAsync()
        {
            foreach (var name in Everybody)
            {
                await NewsAsync(name);
            }
        }

        /// <summary>Exactly these messages are new, in any order: who got it, and a part of it.</summary>
        public async Task TellsAsync(string happening, params (string Who, string Part)[] expected)
        {
            foreach (var name in Everybody)
            {
                var news = await NewsAsync(name);
                var parts = expected.Where(one => one.Who == name).Select(one => one.Part).ToList();
                Assert.True(
                    news.Count == parts.Count && parts.TrueForAll(part => news.Exists(text => text.Contains(part, StringComparison.Ordinal))),
                    $"{happening}, {name}: expected {string.Join(" / ", parts)}; got {string.Join(" / ", news)}");
            }
        }

        private async Task<List<string>> NewsAsync(string name)
        {
            var person = name == "room" ? desk.InRoom("chen") : desk.As(name);
            await person.ReadAsync();
            return [.. person.Shown.Where(message => message.IsFromBot && _seen[name].Add(message.Id)).Select(message => message.Text)];
        }
    }
}
