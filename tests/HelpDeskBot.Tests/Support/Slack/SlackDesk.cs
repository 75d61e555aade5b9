using System.Text.RegularExpressions;
using HelpDeskBot.Channels.Slack;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Api;
using HelpDeskBot.Tests.Channels.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>The whole program beside a fake Slack in which the desk's people are, each queue with a channel of its own.</summary>
internal sealed partial class SlackDesk(TestDesk desk, FakeSlack slack) : IAsyncDisposable
{
    private static readonly (string Name, string FullName)[] People =
        [("amina", "Amina Yusuf"), ("bruno", "Bruno Keller"), ("chen", "Chen Wei"), ("dana", "Dana Novak"), ("elif", "Elif Demir"), ("farid", "Farid Haddad")];

    /// <summary>More than there are conversations and threads in any test.</summary>
    private const int Readings = 20;

    private readonly Dictionary<string, FakeConversation> _rooms = new(StringComparer.Ordinal);

    public TestDesk Desk => desk;

    public FakeSlack Slack => slack;

    /// <param name="deskFile">Settings with people of the web chat in them, who are those of Slack instead.</param>
    /// <param name="isSocket">Deliveries come over Socket Mode.</param>
    public static async Task<SlackDesk> StartAsync(string? deskFile = null, bool isSocket = false, Database database = Database.Sqlite)
    {
        var slack = await OpenWorkspaceAsync();
        var admin = "--HelpDesk:FirstAdmin=" + IdentityOf("farid");
        var desk = await TestDesk.StartAsync(database, Hurry, [.. Arguments(slack, isSocket), admin, .. await SettingsAsync(deskFile)]);
        var started = new SlackDesk(desk, slack);
        await started.ReachAsync(isSocket);
        await started.BindRoomsAsync();
        return started;
    }

    /// <summary>A fake Slack in which the desk's people are.</summary>
    public static async Task<FakeSlack> OpenWorkspaceAsync()
    {
        var slack = await FakeSlack.StartAsync(new TimeFrom(TestDesk.Monday));
        slack.Limits.AreOn = false;
        foreach (var (name, full) in People)
        {
            var id = "U" + name.ToUpperInvariant();
            slack.Workspace.Users[id] = new FakeUser(id, full);
            slack.As(name);
        }

        return slack;
    }

    /// <summary>What the program is told of the app.</summary>
    /// <param name="isSocket">Deliveries come over Socket Mode.</param>
    public static IReadOnlyList<string> Arguments(FakeSlack slack, bool isSocket) =>
    [
        "--HelpDesk:Slack:BotToken=xoxb-fake",
        isSocket ? "--HelpDesk:Slack:AppToken=xapp-fake" : "--HelpDesk:Slack:SigningSecret=" + FakeSlack.Secret,
        "--HelpDesk:Slack:AppId=" + FakeSlack.App,
        "--HelpDesk:Slack:Teams=" + FakeSlack.Team,
        "--HelpDesk:Slack:Address=" + slack.Address,
    ];

    /// <summary>Slack takes one message a second and channel; a test has no time for that.</summary>
    public static void Hurry(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(provider => new SlackClient(
        provider.GetRequiredService<SlackOptions>(), new SwiftTime(), provider.GetRequiredService<ILoggerFactory>())));

    /// <summary>An identity, as the desk's settings name it.</summary>
    public static string IdentityOf(string name) => $"slack:{FakeSlack.Team}/U{name.ToUpperInvariant()}";

    public FakeConversation Room(string queue = "it-support") => _rooms[queue];

    /// <summary>Gives each queue a channel as an admin does it: invites the bot, and answers its question.</summary>
    public async Task BindRoomsAsync()
    {
        var farid = slack.As("farid");
        foreach (var queue in desk.Services.GetRequiredService<DeskSettingsStore>().Current.Queues)
        {
            var room = _rooms[queue.Id.Value] = slack.AddChannel(queue.Id.Value.Replace("-", "", StringComparison.Ordinal), [.. People.Select(person => person.Name)]);
            await slack.Deliveries.EventAsync(new System.Text.Json.Nodes.JsonObject
            {
                ["type"] = "member_joined_channel",
                ["user"] = FakeSlack.Bot,
                ["channel"] = room.Id,
                ["team"] = FakeSlack.Team,
                ["inviter"] = farid.Id,
            });
            await SettleAsync();
            await farid.PressesAsync(room, Assert.Single(room.Messages), queue.Name);
            await SettleAsync();
        }
    }

    /// <summary>Somebody in their direct conversation with the bot, as the channel contract has them.</summary>
    public SlackPerson As(string name) => new(this, slack.As(name), slack.As(name).Direct);

    /// <summary>Somebody in a queue's channel.</summary>
    public SlackPerson InRoom(string name, string queue = "it-support") => new(this, slack.As(name), Room(queue));

    /// <summary>The newest message of a conversation that says this.</summary>
    public async Task<FakeMessage> MessageAsync(FakeConversation where, string words)
    {
        await SettleAsync();
        lock (slack.Workspace.Lock)
        {
            return where.Messages.Last(message => $"{message.Text}\n{BlockReading.TextOf(message.Blocks)}".Contains(words, StringComparison.Ordinal));
        }
    }

    /// <summary>Waits until everything said has been dealt with and everything to say has arrived.</summary>
    public async Task SettleAsync()
    {
        var later = desk.Services.GetRequiredService<SlackAfterwards>();
        do
        {
            await desk.SettleAsync();
            await Task.Yield();
        }
        while (!later.IsIdle);
    }

    /// <summary>Reads all of Slack's history that is read in turn, and deals with what was found.</summary>
    public async Task SweepAsync()
    {
        var sweep = ActivatorUtilities.CreateInstance<SlackSweep>(desk.Services); // beside the one that runs by itself
        for (var reading = 0; reading < Readings; reading++)
        {
            await sweep.ReadOneAsync(TestContext.Current.CancellationToken);
        }

        await SettleAsync();
    }

    /// <param name="after">How long the program does not run.</param>
    public async Task RestartAsync(TimeSpan after = default)
    {
        await desk.RestartAsync(after);
        slack.Deliveries.Target = desk.Address;
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await slack.DisposeAsync();
    }

    private static async Task<IEnumerable<string>> SettingsAsync(string? deskFile)
    {
        var shipped = Path.Combine(RepositoryFolder.Root, "src", "HelpDeskBot", "desk.yaml");
        var yaml = await File.ReadAllTextAsync(deskFile ?? shipped, TestContext.Current.CancellationToken);
        var file = Path.Combine(Directory.CreateTempSubdirectory("helpdesk-slack-").FullName, "desk.yaml");
        await File.WriteAllTextAsync(file, WebChatIdentity().Replace(yaml, person => IdentityOf(person.Groups[1].Value)), TestContext.Current.CancellationToken);
        return ["--HelpDesk:DeskFile=" + file];
    }

    private async Task ReachAsync(bool isSocket)
    {
        if (isSocket)
        {
            await slack.Deliveries.WaitForSocketAsync(1);
        }
        else
        {
            slack.Deliveries.Target = desk.Address;
        }
    }

    [GeneratedRegex(@"webchat:(\w+)")]
    private static partial Regex WebChatIdentity();
}

/// <summary>A clock two hundred times as fast as the real one, but for patience: what waits longer than a few seconds does so really.</summary>
internal sealed class SwiftTime : TimeProvider
{
    private const int Factor = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TimeFrom _real = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public override long TimestampFrequency => base.TimestampFrequency / Factor;

    public override DateTimeOffset GetUtcNow() => TestDesk.Monday + ((_real.GetUtcNow() - TestDesk.Monday) * Factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < Patience ? dueTime / Factor : dueTime, period);
}
