using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.Channels.Slack;

/// <summary>People in Slack.</summary>
internal sealed class SlackDriver(SlackDesk desk) : IChannelDriver
{
    private readonly Dictionary<string, SlackPerson> _people = new(StringComparer.Ordinal);

    public static async Task<IChannelDriver> StartAsync(string? deskFile, Database database = Database.Sqlite) =>
        new SlackDriver(await SlackDesk.StartAsync(deskFile, database: database));

    public IChannelPerson As(string name, string? locale = null)
    {
        if (locale is not null)
        {
            var id = "U" + name.ToUpperInvariant();
            desk.Slack.Workspace.Users[id] = desk.Slack.Workspace.Users[id] with { Locale = locale };
        }

        return Of(name, "", () => desk.As(name));
    }

    public IChannelPerson InRoom(string name, string queue = "it-support") =>
        Of(name, queue, () => desk.InRoom(name, queue));

    public async Task StrangerSaysAsync(string text)
    {
        desk.Slack.Workspace.Users["UGUEST"] = new FakeUser("UGUEST", "Guest") { IsGuest = true };
        var guest = desk.Slack.As("guest");
        await guest.SaysAsync(text);
        await desk.SettleAsync();
        Assert.Contains(guest.Seen, shown => shown.Text.Contains("only help people of our organisation", StringComparison.Ordinal));
    }

    public async Task PassesAsync(string duration)
    {
        await desk.Desk.PassesAsync(duration);
        await desk.SettleAsync();
    }

    public async Task RestartAsync()
    {
        await desk.RestartAsync();
        _people.Clear();
    }

    public Task<T> ReadAsync<T>(Func<HelpDeskDb, Task<T>> read) => desk.Desk.ReadAsync(read);

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    private SlackPerson Of(string name, string place, Func<SlackPerson> create) =>
        _people.TryGetValue($"{place}/{name}", out var known) ? known : _people[$"{place}/{name}"] = create();
}
