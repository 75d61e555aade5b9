using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Texts;

namespace HelpDeskBot.Tests.Desk.Settings;

/// <summary>A wrong macro is named by its line, with what to write instead.</summary>
public class DeskFileMacroTests
{
    private const string File = """
        calendars:
          office: {time_zone: Europe/Berlin, monday: [08:00-18:00]}
        queues:
          help: {name: Help, calendar: office}
        categories:
          other: {name: Something else, queue: help}
        macros:
          close:
            name: Close it
            acts:
              - claim
              - ACT
        """;

    [Theory]
    [InlineData("sing", "no act sing; write one of: claim, category, priority, tag, note, reply, resolve")]
    [InlineData("sing: loud", "no act sing; write one of: claim, category, priority, tag, note, reply, resolve")]
    [InlineData("category: security", "no category security")]
    [InlineData("priority: {impact: Huge, urgency: CanWork}", "write as impact one of: JustMe, MyTeam, Everyone")]
    [InlineData("priority: {impact: JustMe}", "write urgency: here")]
    [InlineData("reply: \"Hi {nickname}\"", "no variable nickname")]
    [InlineData("resolve: {reason: Merged, text: Done}", "write as reason one of: Solved")]
    [InlineData("resolve: {reason: Solved}", "write text: here")]
    public void What_is_wrong_is_named(string act, string problem)
    {
        var wrong = Assert.Throws<WrongFileException>(() => DeskFile.Parse(File.Replace("ACT", act, StringComparison.Ordinal), "desk.yaml"));
        var found = Assert.Single(wrong.Problems);
        Assert.StartsWith(problem, found.Text, StringComparison.Ordinal);
        Assert.Equal(12, found.Line);
    }

    [Fact]
    public void Acts_keep_their_order()
    {
        var macro = Assert.Single(DeskFile.Parse(File.Replace("ACT", "resolve: {reason: Solved, text: Done}", StringComparison.Ordinal), "desk.yaml").Macros);
        Assert.Collection(macro.Acts, act => Assert.IsType<MacroAct.Claim>(act), act => Assert.IsType<MacroAct.Resolve>(act));
    }
}
