using System.Text.RegularExpressions;

namespace HelpDeskBot.Tests.Architecture;

public partial class LayerTests
{
    private const string Host = "src/HelpDeskBot/";
    private const string Channels = Host + "Channels/";
    private const string Cards = Host + "Cards/";

    /// <summary>What the channels call themselves, each in a constant of its own folder.</summary>
    private static readonly IReadOnlyList<string> ChannelNames =
        [.. SourceTree.Product.Where(file => file.IsUnder(Channels)).SelectMany(file => ChannelName().Matches(file.Code)).Select(match => match.Groups[1].Value)];

    [Fact]
    public void Only_the_edge_of_the_host_sees_the_database() => Rule.Holds(
        file => file.IsUnder(Host + "Dialogs/", Channels, Host + "Turns/", Cards) && file.Names(@"\bHelpDeskDb\b|\bDbContext\b|EntityFrameworkCore|Desk\.Storage\b"),
        new SourceFile(Host + "Dialogs/Intake.cs", "internal sealed class Intake(HelpDeskDb db);"),
        new SourceFile(Channels + "Teams/TeamsChannel.cs", "using Microsoft.EntityFrameworkCore;"),
        new SourceFile(Channels + "Teams/TeamsChannel.cs", "var options = new Desk.Storage.StorageOptions();"));

    [Fact]
    public void Channels_do_not_see_each_other() => Rule.Holds(
        file => file.IsUnder(Channels) && NamedChannel().Matches(file.Code).Any(match => !file.IsUnder(Channels + match.Groups[1].Value + "/")),
        new SourceFile(Channels + "Slack/SlackChannel.cs", "using HelpDeskBot.Channels.Teams;"));

    [Fact]
    public void Turns_dialogs_and_cards_do_not_see_channels() => Rule.Holds(
        file => file.IsUnder(Host + "Turns/", Host + "Dialogs/", Cards) && file.Names(@"\bChannels\.[A-Z]"),
        new SourceFile(Host + "Turns/TurnHandler.cs", "using HelpDeskBot.Channels.WebChat;"));

    [Fact]
    public void Only_channels_spell_or_compare_channel_names()
    {
        Assert.Contains("webchat", ChannelNames);
        var names = string.Join('|', ChannelNames.Select(Regex.Escape));
        Rule.Holds(
            file => file.IsUnder(Host, "src/HelpDeskBot.Desk/", "src/HelpDeskBot.Domain/") && !file.IsUnder(Channels)
                && file.Names($@"(?i:""({names})"")|([=!]=|\bis|\bcase)\s+(not\s+)?\w+Names\.Channel\b|Names\.Channel\s*([=!]=|=>|\bis\b)|Names\.Channel\.Equals"),
            new SourceFile(Host + "Turns/TurnHandler.cs", "if (turn.Place.Channel == \"webchat\") {"),
            new SourceFile(Host + "Api/FilesApi.cs", "if (place.Channel == WebChatNames.Channel) {"),
            new SourceFile(Host + "Api/FilesApi.cs", "return place.Channel switch { WebChatNames.Channel => 1, _ => 2 };"));
    }

    [Fact]
    public void Only_storage_names_a_database_provider() => Rule.Holds(
        file => !file.IsUnder("src/HelpDeskBot.Desk/Storage/") && file.Names("(?i)npgsql|sqlite"),
        new SourceFile("src/HelpDeskBot.Desk/Tickets/FileTicket.cs", "catch (PostgresException) when (db.Database.IsNpgsql())"));

    [Fact]
    public void Only_search_names_the_engine() => Rule.Holds(
        file => !file.IsUnder("src/HelpDeskBot.Desk/Search/", "src/HelpDeskBot.Search/") && file.Names(@"HelpDeskBot\.Search\b|\bSearchIndex\b"),
        new SourceFile("src/HelpDeskBot.Desk/Knowledge/SuggestArticles.cs", "using HelpDeskBot.Search;"),
        new SourceFile("src/HelpDeskBot/Turns/QuestionTurns.cs", "var index = new Search.SearchIndex(analyzer, weights);"));

    [Fact]
    public void Only_schedule_names_Quartz() => Rule.Holds(
        file => !file.IsUnder("src/HelpDeskBot.Desk/Schedule/") && file.Names(@"\bQuartz\b|\bIJob\b"),
        new SourceFile("src/HelpDeskBot.Desk/Surveys/SendSurvey.cs", "using Quartz;"));

    /// <summary>The catalogue reads the templates, once and at start; nothing else in Cards touches the world.</summary>
    [Fact]
    public void Cards_are_pure_data_in_and_JSON_out()
    {
        var useCases = string.Join('|', UseCaseTests.UseCases.Select(type => type.Name));
        Rule.Holds(
            file => file.IsUnder(Cards) && (
                file.Names(@"\basync\b|\bTask\b|HttpClient|TimeProvider|BusinessClock|IServiceProvider|IServiceScopeFactory|Desk\.Work\b|System\.IO\b")
                || file.Names($@"\b({useCases})\b")
                || (file.Names(@"\b(File|Directory)\.") && file.Path != Cards + "CardCatalog.cs")),
            new SourceFile(Cards + "TicketCardData.cs", "internal sealed class TicketCardData(ClaimTicket claim);"),
            new SourceFile(Cards + "Times.cs", "public static string Now(BusinessClock clock) => clock.Now.ToString();"),
            new SourceFile(Cards + "Words.cs", "var text = File.ReadAllText(path);"),
            new SourceFile(Cards + "Renderer.cs", "public async Task<Content> LineAsync(Line line)"));
    }

    [GeneratedRegex("const string Channel = \"([^\"]+)\"")]
    private static partial Regex ChannelName();

    [GeneratedRegex(@"\bChannels\.(\w+)")]
    private static partial Regex NamedChannel();
}
