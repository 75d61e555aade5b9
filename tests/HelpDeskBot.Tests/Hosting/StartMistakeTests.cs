using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Hosting;

namespace HelpDeskBot.Tests.Hosting;

/// <summary>A mistake on the command line or in the settings stops the start, and the line says what to change.</summary>
public class StartMistakeTests
{
    [Theory]
    [InlineData("--HelpDesk:Slak:BotToken=xoxb-1", "HelpDesk:Slak is no setting. There are: Data, Postgres, Postgres_FILE,")]
    [InlineData("--HelpDesk:Slack:Token=xoxb-1", "HelpDesk:Slack:Token is no setting. There are: BotToken, AppToken,")]
    [InlineData("--HelpDesk:Teams:Secret_File_=x", "HelpDesk:Teams:Secret_File_ is no setting. There are: AppId, TenantId, Secret, Secret_FILE,")]
    [InlineData("--HelpDesk:Postgres_FILE=/nowhere/at/all", "HelpDesk:Postgres_FILE names /nowhere/at/all, which cannot be read.")]
    [InlineData("--dmo", "--dmo is no option, or its value is missing. ./run.sh --help lists the options.")]
    [InlineData("demo", "demo is no option")]
    [InlineData("--data", "--data is no option, or its value is missing.")]
    public void It_is_named(string argument, string line) =>
        Assert.StartsWith(line, Assert.Throws<StartupException>(() => HelpDeskApp.Build([argument])).Message, StringComparison.Ordinal);

    [Fact]
    public void Short_and_long_forms_are_understood() => Assert.Equal(
        ["--HelpDesk:Demo=true", "--HelpDesk:Data=here", "--urls", "http://localhost", "--HelpDesk:Address=https://help.example.com"],
        CommandLine.Expand(["--demo", "--data", "here", "--urls", "http://localhost", "--HelpDesk:Address=https://help.example.com"]));
}
