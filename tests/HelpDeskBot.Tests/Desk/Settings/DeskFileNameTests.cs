using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Texts;

namespace HelpDeskBot.Tests.Desk.Settings;

public class DeskFileNameTests
{
    private const string Rest = """
        calendars:
          office: {time_zone: Europe/Berlin, monday: [08:00-17:00]}
        queues:
          it: {name: IT, calendar: office, language: LANGUAGE}
        categories:
          network:
            queue: it
            name: NAME
        """;

    [Fact]
    public void A_name_for_each_language_is_read_in_that_language()
    {
        var network = Assert.Single(Read("{en: Network, de: Netzwerk}").Categories);
        Assert.Equal(("Network", "Netzwerk", "Netzwerk", "Network"), (network.NameIn("en"), network.NameIn("de"), network.NameIn("de-AT"), network.NameIn("fr")));
    }

    [Fact]
    public void One_name_is_read_in_every_language()
    {
        var network = Assert.Single(Read("Network").Categories);
        Assert.Equal(("Network", "Network"), (network.NameIn("en"), network.NameIn("de")));
    }

    [Theory]
    [InlineData("{de: Netzwerk}", "desk.yaml, line 8: write en: here too, for readers of other languages")]
    [InlineData("{en: Network, german: Netzwerk}", "desk.yaml, line 8: german is no language; write two small letters, such as en or de")]
    [InlineData("{en: Network, de: }", "desk.yaml, line 8: write a text here")]
    [InlineData("[Network]", "desk.yaml, line 8: write a text here")]
    public void A_wrong_name_is_named_with_its_line(string name, string problem) =>
        Assert.Equal(problem, Assert.Throws<WrongFileException>(() => Read(name)).Message);

    [Fact]
    public void A_wrong_language_is_named_with_its_line() => Assert.Equal(
        "desk.yaml, line 4: German is no language; write en or de",
        Assert.Throws<WrongFileException>(() => Read("Network", "German")).Message);

    private static DeskSettings Read(string name, string language = "de") => DeskFile.Parse(
        Rest.Replace("NAME", name, StringComparison.Ordinal).Replace("LANGUAGE", language, StringComparison.Ordinal), "desk.yaml");
}
