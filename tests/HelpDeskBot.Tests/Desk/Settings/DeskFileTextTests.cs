using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Texts;

namespace HelpDeskBot.Tests.Desk.Settings;

/// <summary>A queue written into a desk file leaves everything else as it was.</summary>
public class DeskFileTextTests
{
    private const string File = """
        calendars:
          office: {time_zone: Europe/Berlin, monday: [08:00-18:00]} # all of us
        queues: # who works here
          help:
            # the first one
            name: Help # short
            calendar: office
            agents:
            - webchat:chen
            - webchat:dana

        # what people ask
        categories:
          other: {name: Something else, queue: help}
        """;

    [Theory]
    [InlineData("Help")]
    [InlineData("Net: work")]
    [InlineData("yes")]
    [InlineData("# first")]
    [InlineData("a, [b] {c}")]
    [InlineData("- dash")]
    [InlineData("quo\"te and \\ back")]
    [InlineData("ends with a colon:")]
    [InlineData("Ümläute & *stars")]
    [InlineData("2026-11-24")]
    [InlineData("null")]
    [InlineData("on  two   spaces")]
    public void Any_name_is_read_as_it_was_written(string name)
    {
        var changed = new DeskFileText(File).With("queues", "help", [("name", YamlText.Scalar(name))])!;
        Assert.Equal(name, DeskFile.Parse(changed, "desk.yaml").Queues.Single().Name);
        var added = new DeskFileText(File).With("queues", "more", [("name", YamlText.Scalar(name)), ("calendar", "office")])!;
        Assert.Equal(["Help", name], DeskFile.Parse(added, "desk.yaml").Queues.Select(queue => queue.Name));
    }

    [Fact]
    public void Comments_and_other_entries_stay()
    {
        var changed = new DeskFileText(File).With(
            "queues", "help", [("name", "Helpers"), ("agents", YamlText.List(["webchat:elif"])), ("private", "true")])!;
        Assert.Equal(
            File.Replace("name: Help #", "private: true\n    name: Helpers #", StringComparison.Ordinal)
                .Replace("agents:\n    - webchat:chen\n    - webchat:dana", "agents: [webchat:elif]", StringComparison.Ordinal),
            changed);
        var queue = DeskFile.Parse(changed, "desk.yaml").Queues.Single();
        Assert.Equal(["webchat:elif"], queue.Members.Keys);
        Assert.True(queue.IsPrivate);
    }

    [Fact]
    public void A_list_in_brackets_is_replaced_to_its_end()
    {
        var first = new DeskFileText(File).With("queues", "help", [("agents", "[webchat:dana, webchat:elif]"), ("leads", "[]")])!;
        var second = new DeskFileText(first).With("queues", "help", [("agents", "[webchat:chen]"), ("leads", "[webchat:elif]")])!;
        Assert.Equal(["webchat:chen", "webchat:elif"], DeskFile.Parse(second, "desk.yaml").Queues.Single().Members.Keys.Order());
        Assert.DoesNotContain("dana", second, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_entry_stands_after_the_last_one()
    {
        var added = new DeskFileText(File).With("queues", "more", [("name", "More"), ("calendar", "office")])!;
        Assert.Contains("    - webchat:dana\n  more:\n    name: More\n    calendar: office\n\n# what people ask", added, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_written_in_braces_is_not_touched() => Assert.Null(
        new DeskFileText("queues: {help: {name: Help}}").With("queues", "more", [("name", "More")]));
}
