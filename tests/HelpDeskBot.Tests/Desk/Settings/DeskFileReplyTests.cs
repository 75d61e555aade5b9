using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Texts;

namespace HelpDeskBot.Tests.Desk.Settings;

public class DeskFileReplyTests
{
    private const string Rest = """
        calendars:
          office: {time_zone: Europe/Berlin, monday: [08:00-17:00]}
        queues:
          it: {name: IT, calendar: office}
        categories: {other: {name: Other, queue: it}}
        replies:
          hello:
            name: Hello
            text: TEXT
        """;

    [Fact]
    public void A_reply_is_read_in_each_language()
    {
        var reply = Assert.Single(Read("{en: 'Hi {first_name}', de: 'Hallo {first_name}'}").Replies);
        Assert.Equal(("Hi {first_name}", "Hallo {first_name}", "Hello"), (reply.Text.In("fr"), reply.Text.In("de-AT"), reply.Name.In("de")));
    }

    [Fact]
    public void A_value_that_looks_like_a_variable_stays_as_it_is() => Assert.Equal(
        "About {agent}, Chen", DeskFileReplies.Fill("About {subject}, {agent}", new Dictionary<string, string> { ["subject"] = "{agent}", ["agent"] = "Chen" }));

    [Theory]
    [InlineData("'Hi {firstname}'", "desk.yaml, line 9: no variable firstname; write one of: first_name, name, ticket, subject, agent, agent_first_name")]
    [InlineData("{en: Hi, de: 'Hallo {}'}", "desk.yaml, line 9: no variable ; write one of: first_name, name, ticket, subject, agent, agent_first_name")]
    [InlineData("{de: Hallo}", "desk.yaml, line 9: write en: here too, for readers of other languages")]
    [InlineData("[Hi]", "desk.yaml, line 9: write a text here")]
    public void A_wrong_text_is_named_with_its_line(string text, string problem) =>
        Assert.Equal(problem, Assert.Throws<WrongFileException>(() => Read(text)).Message);

    private static DeskSettings Read(string text) => DeskFile.Parse(Rest.Replace("TEXT", text, StringComparison.Ordinal), "desk.yaml");
}
