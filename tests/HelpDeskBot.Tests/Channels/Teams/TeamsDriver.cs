using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HelpDeskBot.BotFramework;
using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.Channels.Teams;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>The program with a registration, in front of a fake Microsoft: people with their chats, and a channel for each queue.</summary>
internal sealed class TeamsDriver : IChannelDriver
{
    private static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["amina"] = "Amina Yusuf",
        ["bruno"] = "Bruno Keller",
        ["chen"] = "Chen Wei",
        ["dana"] = "Dana Novak",
        ["elif"] = "Elif Demir",
        ["farid"] = "Farid Haddad",
    };

    private readonly Dictionary<(string Name, string? Queue), TeamsPerson> _people = [];
    private readonly DeliveryForge _forge;

    private TeamsDriver(TestDesk desk, FakeCloud cloud) => (Desk, Cloud, _forge) = (desk, cloud, new DeliveryForge(cloud.Issuer));

    public TestDesk Desk { get; }

    public FakeCloud Cloud { get; }

    /// <summary>The files that people have in SharePoint, by their addresses.</summary>
    public FakeSharePoint SharePoint { get; private init; } = null!;

    /// <summary>What every delivery was answered, as it went over the wire.</summary>
    public ConcurrentQueue<string> Answers { get; } = [];

    /// <summary>What the program is told of its registration.</summary>
    public static IReadOnlyList<string> Registration { get; } =
    [
        $"--HelpDesk:Teams:AppId={TestBot.AppId}",
        $"--HelpDesk:Teams:TenantId={FakeConversations.Tenant}",
        "--HelpDesk:Teams:Secret=secret-canary",
    ];

    public static async Task<TeamsDriver> StartAsync(string? deskFile = null, Database database = Database.Sqlite)
    {
        var cloud = await FakeCloud.StartAsync(new TimeFrom(TestDesk.Monday));
        var files = new FakeSharePoint();
        var desk = await TestDesk.StartAsync(database, services => Reroute(services, cloud, files), await ArgumentsAsync(deskFile));
        var driver = Enter(desk, cloud, files);
        await driver.BindAsync("it-support", "IT Support");
        if (deskFile is not null)
        {
            await driver.BindAsync("people", "People team");
        }

        return driver;
    }

    /// <summary>Everybody has the app, on a desk that runs.</summary>
    public static TeamsDriver Enter(TestDesk desk, FakeCloud cloud, FakeSharePoint files)
    {
        foreach (var name in Names.Keys)
        {
            Named(cloud.Connector.Conversations.AddPerson(name));
        }

        return new TeamsDriver(desk, cloud) { SharePoint = files };
    }

    /// <summary>Puts the fake Microsoft in the place of the real one.</summary>
    public static void Reroute(IServiceCollection services, FakeCloud cloud, FakeSharePoint files)
    {
        services.AddHttpClient(BotFrameworkHttp.ClientName).ConfigurePrimaryHttpMessageHandler((handler, _) => cloud.Reroute((SocketsHttpHandler)handler));
        services.AddHttpClient(TeamsDownloads.ClientName).ConfigurePrimaryHttpMessageHandler(() => files);
        services.Replace(ServiceDescriptor.Singleton(new RateLimits(new HurriedTime()))); // what Teams allows in an hour, in seconds
    }

    /// <summary>An identity, as the desk's settings name it.</summary>
    public static string IdentityOf(string name) => $"msteams:{FakeConversations.Tenant}/object-of-{name}";

    public static string ChannelOf(string queue) => $"19:{queue}@thread.tacv2";

    public static string NameOf(string person) => Names.GetValueOrDefault(person, person);

    /// <summary>An admin adds the bot to a channel and answers which queue it is for.</summary>
    public async Task BindAsync(string queue, string name)
    {
        Named(Cloud.Connector.Conversations.AddChannel("19:team@thread.tacv2", ChannelOf(queue), [.. Names.Keys]));
        var farid = Person("farid", queue);
        await farid.AddsTheBotAsync();
        await farid.PressesAsync(name);
    }

    public IChannelPerson As(string name, string? locale = null) => Person(name, queue: null, locale);

    public IChannelPerson InRoom(string name, string queue = "it-support") => Person(name, queue);

    /// <summary>Somebody, with what only Teams has.</summary>
    public TeamsPerson Person(string name, string? queue = null, string? locale = null) =>
        _people.TryGetValue((name, queue), out var known) ? known : _people[(name, queue)] = new TeamsPerson(this, name, queue is null ? null : ChannelOf(queue)) { Locale = locale };

    public async Task StrangerSaysAsync(string text)
    {
        Cloud.Connector.Conversations.AddPerson("guest").Members[0]["userRole"] = "guest";
        var guest = Person("guest");
        await guest.SaysAsync(text);
        await guest.SeesAsync("I can only help people of our organisation");
    }

    public Task PassesAsync(string duration) => Desk.PassesAsync(duration);

    public Task RestartAsync() => Desk.RestartAsync();

    /// <summary>So much later that everything which waits is tried again.</summary>
    public async Task LaterAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await Desk.RestartAsync(after: TimeSpan.FromMinutes(2));
            await Desk.SettleAsync();
        }
    }

    public Task<T> ReadAsync<T>(Func<HelpDeskDb, Task<T>> read) => Desk.ReadAsync(read);

    /// <summary>Delivers an activity as Teams does; returns what it was answered.</summary>
    public async Task<(int Status, JsonNode? Body)> DeliverAsync(JsonObject activity)
    {
        var stop = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new StringContent(activity.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(activity));
        using var response = await Desk.Http.SendAsync(request, stop);
        var body = await response.Content.ReadAsStringAsync(stop);
        Answers.Enqueue(body);
        await Desk.SettleAsync();
        return ((int)response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    private string TokenOf(JsonObject activity)
    {
        var (payload, now) = (_forge.Payload(), Desk.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        payload["serviceurl"] = activity["serviceUrl"]!.DeepClone();
        (payload["nbf"], payload["exp"]) = (now.ToUnixTimeSeconds(), now.AddHours(1).ToUnixTimeSeconds());
        return _forge.Sign(_forge.Header(), payload);
    }

    private static async Task<string[]> ArgumentsAsync(string? deskFile)
    {
        var yaml = await File.ReadAllTextAsync(deskFile ?? Path.Combine(RepositoryFolder.Root, "src", "HelpDeskBot", "desk.yaml"));
        var path = Path.Combine(Directory.CreateTempSubdirectory("helpdesk-desk-").FullName, "desk.yaml");
        await File.WriteAllTextAsync(path, yaml.Replace("webchat:", IdentityOf(""), StringComparison.Ordinal));
        return [$"--HelpDesk:DeskFile={path}", $"--HelpDesk:FirstAdmin={IdentityOf("farid")}", .. Registration];
    }

    private static void Named(FakeConversation conversation)
    {
        foreach (var member in conversation.Members)
        {
            member["name"] = NameOf(member["name"]!.GetValue<string>());
        }
    }
}

/// <summary>Runs a thousand times as fast.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public override long TimestampFrequency => Stopwatch.Frequency / 1000;

    public override long GetTimestamp() => Stopwatch.GetTimestamp();
}

/// <summary>Gives files by their addresses, without asking who wants them, as addresses of Teams' files do.</summary>
internal sealed class FakeSharePoint : HttpMessageHandler
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Every request that reached it.</summary>
    public List<HttpRequestMessage> Requests { get; } = [];

    public string Put(string name, byte[] content)
    {
        var address = $"https://contoso.sharepoint.com/personal/{_files.Count}/{Uri.EscapeDataString(name)}?tempauth=canary";
        _files[address] = content;
        return address;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return Task.FromResult(_files.TryGetValue(request.RequestUri!.AbsoluteUri, out var content)
            ? new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new ByteArrayContent(content) }
            : new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
    }
}
