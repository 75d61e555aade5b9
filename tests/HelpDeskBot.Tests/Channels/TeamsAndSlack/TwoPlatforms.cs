using System.Text.RegularExpressions;
using HelpDeskBot.Tests.Channels.Teams;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Slack;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.Channels.TeamsAndSlack;

/// <summary>One program with both platforms in front of it. Everybody is in both, and the desk's settings name both of their accounts.</summary>
internal sealed partial class TwoPlatforms : IAsyncDisposable
{
    private const string Queue = "it-support";

    private readonly FakeCloud _cloud;

    private TwoPlatforms(TestDesk desk, FakeCloud cloud, FakeSharePoint files, FakeSlack slack)
    {
        (Desk, _cloud) = (desk, cloud);
        Teams = TeamsDriver.Enter(desk, cloud, files);
        Slack = new SlackDesk(desk, slack);
        slack.Deliveries.Target = desk.Address;
    }

    public TestDesk Desk { get; }

    public TeamsDriver Teams { get; }

    public SlackDesk Slack { get; }

    /// <summary>The agents are in Slack.</summary>
    public static async Task<TwoPlatforms> WithAgentsInSlackAsync(Database database)
    {
        var desk = await StartAsync(database);
        await desk.Slack.BindRoomsAsync();
        return desk;
    }

    /// <summary>The agents are in Teams.</summary>
    public static async Task<TwoPlatforms> WithAgentsInTeamsAsync(Database database)
    {
        var desk = await StartAsync(database);
        await desk.Teams.BindAsync(Queue, "IT Support");
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        await Slack.DisposeAsync(); // and the program
        await _cloud.DisposeAsync();
    }

    private static async Task<TwoPlatforms> StartAsync(Database database)
    {
        var cloud = await FakeCloud.StartAsync(new TimeFrom(TestDesk.Monday));
        var (files, slack) = (new FakeSharePoint(), await SlackDesk.OpenWorkspaceAsync());
        string[] arguments = [.. TeamsDriver.Registration, .. SlackDesk.Arguments(slack, isSocket: false), "--HelpDesk:DeskFile=" + await DeskFileAsync()];
        var desk = await TestDesk.StartAsync(
            database,
            services =>
            {
                TeamsDriver.Reroute(services, cloud, files);
                SlackDesk.Hurry(services);
            },
            arguments);
        return new TwoPlatforms(desk, cloud, files, slack);
    }

    private static async Task<string> DeskFileAsync()
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "src", "HelpDeskBot", "desk.yaml"), TestContext.Current.CancellationToken);
        var path = Path.Combine(Directory.CreateTempSubdirectory("helpdesk-desk-").FullName, "desk.yaml");
        var both = WebChatIdentity().Replace(yaml + "\nadmins: [webchat:farid]\n", person => $"{TeamsDriver.IdentityOf(person.Groups[1].Value)}, {SlackDesk.IdentityOf(person.Groups[1].Value)}");
        await File.WriteAllTextAsync(path, both, TestContext.Current.CancellationToken);
        return path;
    }

    [GeneratedRegex(@"webchat:(\w+)")]
    private static partial Regex WebChatIdentity();
}
