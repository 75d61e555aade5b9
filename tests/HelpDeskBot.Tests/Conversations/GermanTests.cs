using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>The main job for somebody who reads German, at a desk whose agents read English, and the choice of language.</summary>
public sealed class GermanTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task From_a_broken_vpn_to_a_rated_resolution(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina", "de-DE"), desk.InRoom("chen"));

        await amina.SaysAsync("mein VPN Token wird abgelehnt");
        Assert.Contains("Das VPN lehnt meinen Token oder Code ab", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("Ticket öffnen");
        Assert.Contains("Geht es um Netzwerk, VPN und WLAN?", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("Ja, Netzwerk, VPN und WLAN");
        await amina.PressesAsync("Nur ich");
        await amina.PressesAsync("Ich kann nicht arbeiten");
        Assert.Contains("Soll ich das so melden?", amina.Last.Text, StringComparison.Ordinal);
        await amina.PressesAsync("Melden");
        Assert.Contains("Noch niemand", amina.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Netzwerk, VPN und WLAN", amina.Last.Text, StringComparison.Ordinal);

        Assert.Contains("Network, VPN and Wi-Fi", (await chen.SeesAsync("HD-1001")).Text, StringComparison.Ordinal);
        await chen.PressesAsync("Claim");
        await chen.WritesAsync("Ask requester", "Welcher Token ist es?");
        await amina.SeesAsync("hat eine Frage zu HD-1001");
        await amina.SaysAsync("der blaue");
        Assert.Contains("Zu HD-1001 hinzugefügt.", amina.Last.Text, StringComparison.Ordinal);
        await chen.SeesAsync("der blaue");

        await chen.ResolvesAsync("Der Token ist neu.");
        await amina.SeesAsync("Ist es behoben?");
        await amina.SaysAsync("läuft wieder, danke dir!");
        Assert.Contains("Resolved", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await amina.PressesAsync("Ja, schließen");
        await amina.SeesAsync("Geschlossen. Danke!");

        await desk.PassesAsync("PT2H");
        await amina.SeesAsync("Wie lief es?");
        await amina.PressesAsync("2");
        await amina.SeesAsync("Das tut uns leid. Was ist schiefgelaufen?");
        await amina.FillsInAsync("Senden", new JsonObject { ["comment"] = "hat lange gedauert" });
        await amina.SeesAsync("Danke, dass du uns sagst, warum.");
        Assert.Contains("2 of 5 hat lange gedauert", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_answer_that_it_still_fails_reopens(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var (amina, chen) = (desk.As("amina", "de"), desk.InRoom("chen"));
        await ReportsAsync(amina, "qzx das Fach klemmt");
        await chen.ResolvesAsync("Geölt.");
        await amina.SaysAsync("danke, geht aber immer noch nicht");
        Assert.Contains("In progress", (await chen.SeesAsync("P3")).Text, StringComparison.Ordinal);
        await chen.ResolvesAsync("Neues Fach.");
        await (await amina.PressesAsync("Noch nicht")).WritesAsync("klemmt weiter");
        await amina.SeesAsync("Wieder offen. Wir sind dran.");
    }

    [Fact]
    public async Task The_dialog_is_steered_and_answered_in_typed_German()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina", "de");
        await amina.SaysAsync("Guten Morgen");
        Assert.Contains("Was ist los?", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("problem melden");
        await amina.SaysAsync("qzx der Drucker piept");
        await amina.SaysAsync("ja");
        Assert.Contains("Wen betrifft es?", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("zurück");
        Assert.Contains("Geht es um Drucken und Scannen?", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("Laptop und Geräte");
        await amina.SaysAsync("nur ich");
        await amina.SaysAsync("1");
        await amina.SaysAsync("abbrechen");
        Assert.Contains("Es wurde nichts gemeldet", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("meine tickets");
        Assert.Contains("Du hast keine Tickets", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("status HD-7");
        Assert.Contains("Es gibt kein HD-7, das du sehen kannst", amina.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_chosen_language_counts_more_than_the_browsers_and_is_kept(Database database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var amina = desk.As("amina", "en-US");
        await amina.SaysAsync("sprache deutsch");
        Assert.Equal("Ab jetzt schreibe ich dir auf Deutsch.", amina.Last.Text);
        await amina.SaysAsync("my tickets");
        Assert.Contains("Du hast keine Tickets", amina.Last.Text, StringComparison.Ordinal);

        await desk.RestartAsync();
        amina = desk.As("amina", "en-US");
        await amina.SaysAsync("help");
        Assert.Contains("Erzähl mir", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("language klingon");
        Assert.Contains("Ich kann Deutsch und Englisch", amina.Last.Text, StringComparison.Ordinal);
        await amina.SaysAsync("sprache englisch");
        Assert.Equal("I speak English with you now.", amina.Last.Text);
    }

    [Fact]
    public async Task What_the_bot_says_first_is_in_the_language_the_browser_last_told()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var (amina, chen) = (desk.As("amina", "de-CH"), desk.InRoom("chen"));
        await ReportsAsync(amina, "qzx das Fach klemmt");
        await chen.WritesAsync("Reply", "Aus- und einschalten.");
        await amina.SeesAsync("hat auf HD-1001 geantwortet");
    }

    [Fact]
    public async Task A_locale_that_is_none_is_not_kept()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var amina = desk.As("amina", "de'; --" + new string('x', 400));
        await amina.SaysAsync("help");
        Assert.Contains("Tell me what is wrong", amina.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_shown_in_the_readers_language_whatever_they_asked_in()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var (amina, bruno) = (desk.As("amina", "de"), desk.As("bruno", "en"));
        await amina.SaysAsync("my mailbox is full");
        Assert.Contains("Mein Postfach ist voll", amina.Last.Text, StringComparison.Ordinal);
        await bruno.SaysAsync("mein postfach ist voll");
        Assert.Contains("My mailbox is full", bruno.Last.Text, StringComparison.Ordinal);

        await amina.PressesAsync("Mehr lesen");
        Assert.Contains("Damit es so bleibt", amina.Last.Text, StringComparison.Ordinal);
        Assert.Contains("?language=de", amina.Last.Card!.ToJsonString(), StringComparison.Ordinal);
        await amina.PressesAsync("Das war die Lösung");
        await amina.SeesAsync("Schön, dass das geholfen hat!");
    }

    [Fact]
    public async Task Pages_are_in_the_language_of_their_address()
    {
        await using var desk = await TestDesk.StartAsync(Database.Sqlite);
        var stop = TestContext.Current.CancellationToken;
        Assert.Contains("<h1>Mein Postfach ist voll</h1>", await desk.Http.GetStringAsync("/kb/mailbox-full?language=de", stop), StringComparison.Ordinal);
        Assert.Contains("<h1>My mailbox is full", await desk.Http.GetStringAsync("/kb/mailbox-full", stop), StringComparison.Ordinal);
        var list = await desk.Http.GetStringAsync("/kb?language=de", stop);
        Assert.Contains("Alle", await (await desk.Http.GetAsync("/kb/none?language=de", stop)).Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
        Assert.Contains("/kb/mailbox-full?language=de", list, StringComparison.Ordinal);
        Assert.DoesNotContain("My mailbox is full", list, StringComparison.Ordinal);
    }

    private static async Task ReportsAsync(TestPerson person, string text)
    {
        await person.SaysAsync(text);
        foreach (var button in new[] { "Etwas anderes", "Nur ich", "Ich kann kaum arbeiten", "Melden" })
        {
            await person.PressesAsync(button);
        }
    }
}
