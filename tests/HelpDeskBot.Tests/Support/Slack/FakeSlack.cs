using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Tests.Support.Slack;

/// <summary>
/// A Slack on a port of its own: real HTTP and WebSockets, one workspace, the documented limits, whatever faults a test scripts, and a ledger of
/// what everybody was shown.
/// </summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    public const string Team = "T1";
    public const string App = "A1";
    public const string Bot = "UBOT";
    public const string BotId = "BBOT";
    public const string Secret = "a signing secret";

    private const string BotToken = "xoxb-fake";
    private const string AppToken = "xapp-fake";

    private readonly WebApplication _app;
    private readonly FakeWebApi _api;
    private readonly List<(string Method, DateTimeOffset At)> _calls = [];

    private FakeSlack(WebApplication app, TimeProvider time)
    {
        (_app, Time) = (app, time);
        Workspace = new FakeWorkspace(time);
        Limits = new FakeLimits(time);
        ViewApi = new FakeViewApi(Workspace);
        FileApi = new FakeFileApi(Workspace, () => Address);
        _api = new FakeWebApi(Workspace, ViewApi, FileApi);
        Deliveries = new FakeDeliveries(time);
    }

    public TimeProvider Time { get; }

    public Uri Address { get; private set; } = null!;

    public FakeWorkspace Workspace { get; }

    public FakeLimits Limits { get; }

    public FakeFaults Faults { get; } = new();

    public FakeDeliveries Deliveries { get; }

    public FakeViewApi ViewApi { get; }

    public FakeFileApi FileApi { get; }

    /// <summary>Whether the app was given <c>chat:write.customize</c>.</summary>
    public bool MayUseNames { get => _api.MayUseNames; set => _api.MayUseNames = value; }

    /// <summary>The tokens that came to where none belongs.</summary>
    public List<string> Leaks { get; } = [];

    /// <summary>What the app under test is given.</summary>
    public SlackOptions Options => new()
    {
        BotToken = BotToken,
        AppToken = AppToken,
        AppId = App,
        Teams = new HashSet<string> { Team },
        SigningSecret = Secret,
        Addresses = new SlackAddresses { Api = new Uri(Address, "api/"), Files = Address, Hooks = Address },
    };

    public static async Task<FakeSlack> StartAsync(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var slack = new FakeSlack(app, time);
        app.UseWebSockets();
        app.MapPost("/api/{method}", slack.CallAsync);
        app.MapGet("/files/{id}/{name}", slack.DownloadAsync);
        app.MapPost("/upload/{id}", slack.UploadAsync);
        app.MapPost("/hooks/{id}", slack.RespondAsync);
        app.Map("/socket", slack.Deliveries.AcceptAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        slack.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        return slack;
    }

    /// <summary>Somebody of the workspace, by their first name.</summary>
    public FakePerson As(string name)
    {
        var id = "U" + name.ToUpperInvariant();
        lock (Workspace.Lock)
        {
            Workspace.Users.TryAdd(id, new FakeUser(id, name));
            Workspace.Direct(id);
        }

        return new FakePerson(this, id);
    }

    /// <summary>A channel with the bot and these people in it.</summary>
    public FakeConversation AddChannel(string name, params string[] people)
    {
        lock (Workspace.Lock)
        {
            var channel = new FakeConversation("C" + name.ToUpperInvariant(), name, "channel");
            channel.Members.UnionWith([Bot, .. people.Select(person => As(person).Id)]);
            return Workspace.Conversations[channel.Id] = channel;
        }
    }

    /// <summary>What came in, in order.</summary>
    public IReadOnlyList<(string Method, DateTimeOffset At)> Calls
    {
        get
        {
            lock (Workspace.Lock)
            {
                return [.. _calls];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Deliveries.Dispose();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task CallAsync(string method, HttpContext context)
    {
        var fields = (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        var (status, answer, wait, fault) = Answer(method, new FakeForm(fields), context.Request.Headers.Authorization.ToString());
        if (fault is Fault.Hanging or Fault.AcceptedThenHanging)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, Time, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        if (fault is Fault.Dropped or Fault.AcceptedThenDropped)
        {
            context.Abort();
            return;
        }

        if (wait > 0)
        {
            context.Response.Headers.RetryAfter = wait.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer?.ToJsonString() ?? "");
    }

    private (int Status, JsonObject? Answer, int Wait, Fault Fault) Answer(string method, FakeForm form, string authorization)
    {
        lock (Workspace.Lock)
        {
            _calls.Add((method, Time.GetUtcNow()));
            var isOfApp = method == "apps.connections.open";
            if (authorization != "Bearer " + (isOfApp ? AppToken : BotToken))
            {
                return (200, new FakeRefusal("invalid_auth").ToJson(), 0, Fault.None);
            }

            var fault = Faults.Of(method);
            var wait = fault is Fault.TooMany ? 2 : Limits.WaitOf(method, form["channel"]);
            if (wait > 0)
            {
                return (429, new FakeRefusal("ratelimited").ToJson(), wait, Fault.None);
            }

            if (fault is Fault.Unavailable or Fault.Dropped or Fault.Hanging)
            {
                return (503, null, 0, fault);
            }

            var answer = isOfApp ? Deliveries.NewConnection(Address) : Call(method, form);
            return (fault is Fault.AcceptedThenFailed ? 500 : 200, answer, 0, fault);
        }
    }

    private JsonObject Call(string method, FakeForm form)
    {
        try
        {
            return _api.Call(method, form);
        }
        catch (FakeRefusal refusal)
        {
            return refusal.ToJson();
        }
    }

    private IResult DownloadAsync(string id, HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() != "Bearer " + BotToken)
        {
            return Results.Redirect("/login");
        }

        lock (Workspace.Lock)
        {
            return Workspace.Files.GetValueOrDefault(id) switch
            {
                null => Results.NotFound(),
                { Content: null } => Results.Redirect(new Uri(Address, "elsewhere").ToString()),
                { Content: var content } => Results.Bytes(content, "application/octet-stream"),
            };
        }
    }

    private async Task<IResult> UploadAsync(string id, HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0)
        {
            Leaks.Add("upload");
        }

        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content);
        lock (Workspace.Lock)
        {
            Workspace.Files[id].Content = content.ToArray();
        }

        return Results.Text("OK");
    }

    private async Task<IResult> RespondAsync(string id, HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0)
        {
            Leaks.Add("hooks");
        }

        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = (JsonObject)JsonNode.Parse(await reader.ReadToEndAsync())!;
        lock (Workspace.Lock)
        {
            if (!Workspace.ResponseUrls.TryGetValue(id, out var url) || url.Until < Time.GetUtcNow())
            {
                return Results.Text("expired_url", statusCode: 404);
            }

            if (++url.Uses > 5)
            {
                return Results.Text("used_url", statusCode: 404);
            }

            var what = body["delete_original"]?.GetValue<bool>() == true ? "delete" : body["replace_original"]?.GetValue<bool>() == true ? "update" : "ephemeral";
            Workspace.Show(url.User, what, url.Channel, url.Ts ?? "", body["text"]?.ToString() ?? "", body["blocks"] as JsonArray);
            return Results.Text("ok");
        }
    }
}
