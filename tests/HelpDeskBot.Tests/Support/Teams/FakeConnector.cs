using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace HelpDeskBot.Tests.Support.Teams;

/// <summary>
/// The connector of Teams: does what it is asked as the real one would, records every call, and goes wrong where a test wants it to.
/// </summary>
internal sealed class FakeConnector(FakeEntra entra, TimeProvider time)
{
    private const int MostBytes = 100 * 1024; // as Teams counts: two for every character

    private readonly ConcurrentQueue<ConnectorRequest> _requests = [];
    private readonly List<(Func<ConnectorRequest, bool> When, ConnectorFault Fault)> _faults = [];
    private readonly ConcurrentDictionary<string, bool> _blocked = [];
    private readonly ConnectorFiles _files = new();
    private readonly Channel<ConnectorRequest> _arrived = Channel.CreateUnbounded<ConnectorRequest>();
    private readonly Channel<bool> _hanging = Channel.CreateUnbounded<bool>();
    private readonly FakeLimits _limits = new(time);
    private TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FakeConversations Conversations { get; } = new();

    public IReadOnlyList<ConnectorRequest> Requests => [.. _requests];

    /// <summary>Calls without a token are taken too: of clients that have none.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Holds the limits that Teams documents, and answers 429 where they are broken.</summary>
    public bool HoldsLimits { get; set; }

    /// <summary>The next call of this kind goes wrong; several of them one after the other.</summary>
    public void Fail(ConnectorFault fault, Func<ConnectorRequest, bool>? when = null, int times = 1)
    {
        lock (_faults)
        {
            _faults.AddRange(Enumerable.Repeat((when ?? (_ => true), fault), times));
        }
    }

    /// <summary>Somebody blocks the bot.</summary>
    public void Block(string name) => _blocked[$"a:{name}"] = true;

    /// <summary>Keeps a file as if somebody had given it; its id.</summary>
    public string Keep(JsonNode file) => JsonNode.Parse(((ConnectorFault.Answer)_files.Keep(file)).Body)!["id"]!.GetValue<string>();

    /// <summary>Returns once another call has arrived.</summary>
    public async Task ArrivedAsync() => await _arrived.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Returns once another call hangs.</summary>
    public async Task HangsAsync() => await _hanging.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets calls go that hang.</summary>
    public void LetGo() => Interlocked.Exchange(ref _letGo, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    public async Task HandleAsync(HttpContext context)
    {
        var request = await ConnectorRequest.OfAsync(context);
        _requests.Enqueue(request);
        _arrived.Writer.TryWrite(request);
        if (!IsOpen && (request.Token is not { } token || !entra.HasIssued(token)))
        {
            await AnswerAsync(context, ConnectorFault.Of(401, "BotNotRegistered"));
            return;
        }

        var fault = FaultOf(request);
        var answer = fault is null or { IsAfterAccept: true } ? Do(request) : null;
        await (fault is null ? AnswerAsync(context, answer!) : GoWrongAsync(context, fault, answer));
    }

    private ConnectorFault? FaultOf(ConnectorRequest request)
    {
        lock (_faults)
        {
            var at = _faults.FindIndex(fault => fault.When(request));
            if (at < 0)
            {
                return null;
            }

            var fault = _faults[at].Fault;
            _faults.RemoveAt(at);
            return fault;
        }
    }

    private async Task GoWrongAsync(HttpContext context, ConnectorFault fault, ConnectorFault? answer)
    {
        switch (fault)
        {
            case ConnectorFault.Drop:
                context.Abort();
                return;
            case ConnectorFault.HalfAnswer:
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("{\"id\":");
                return; // Kestrel closes the connection, since the rest does not come
            case ConnectorFault.Hang:
                var letGo = _letGo.Task;
                _hanging.Writer.TryWrite(true);
                await Task.WhenAny(letGo, Task.Delay(Timeout.InfiniteTimeSpan, time, context.RequestAborted));
                await AnswerAsync(context, answer ?? new ConnectorFault.Status(500));
                return;
            default:
                await AnswerAsync(context, fault);
                return;
        }
    }

    private static async Task AnswerAsync(HttpContext context, ConnectorFault answer)
    {
        var (status, body) = answer switch
        {
            ConnectorFault.Status known => (known.Code, known.Body),
            ConnectorFault.Answer known => (200, known.Body),
            _ => (302, ""),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (answer is ConnectorFault.Redirect redirect)
        {
            context.Response.Headers.Location = redirect.To;
        }

        if (answer is ConnectorFault.Status { RetryAfter: { } after })
        {
            context.Response.Headers.RetryAfter = after;
        }

        await context.Response.WriteAsync(body);
    }

    private ConnectorFault Do(ConnectorRequest request) => HoldsLimits && _limits.IsOver(request)
        ? ConnectorFault.Throttled("1")
        : (request.Method, request.Segments) switch
        {
            (_, _) when Encoding.Unicode.GetByteCount(request.Body) > MostBytes && !IsUpload(request) => ConnectorFault.Of(413, "MessageSizeTooBig"),
            ("POST", ["conversations"]) => CreateConversation(request.Json!),
            ("POST", ["conversations", var id, "attachments"]) when Conversations.Find(id) is not null => _files.Keep(request.Json!),
            (_, ["conversations", var id, .. var rest]) => Conversations.Find(id) is { } conversation
                ? InConversation(request, conversation, id, rest)
                : ConnectorFault.Of(404, "ConversationNotFound"),
            ("GET", ["attachments", .. var rest]) => _files.Read(rest),
            ("GET", ["teams", var id, .. var rest]) => Conversations.TeamOf(id) is { } team
                ? Team(id, team.Name, team.Channels, rest)
                : ConnectorFault.Of(404, "NotFound"),
            _ => ConnectorFault.Of(404, "NotFound"),
        };

    private static bool IsUpload(ConnectorRequest request) => request.Segments is [.., "attachments"];

    private ConnectorFault InConversation(ConnectorRequest request, FakeConversation conversation, string id, string[] rest) =>
        (request.Method, rest) switch
        {
            ("POST", ["activities", ..]) => Say(conversation, RootOf(id) ?? (rest.Length > 1 ? rest[1] : null), request.Json!.AsObject()),
            ("PUT", ["activities", var message]) => Edit(conversation, message, request.Json!.AsObject()),
            ("DELETE", ["activities", var message]) => Delete(conversation, message),
            ("GET", ["members"] or ["activities", _, "members"]) => Json(new JsonArray([.. conversation.Members.Select(member => member.DeepClone())])),
            ("GET", ["members", var member]) => conversation.Members.Find(known => FakeConversations.Is(known, member)) is { } found
                ? Json(found)
                : ConnectorFault.Of(404, "MemberNotFoundInConversation"),
            ("GET", ["pagedmembers"]) => Page(conversation, request.Query),
            _ => new ConnectorFault.Status(405),
        };

    private ConnectorFault CreateConversation(JsonNode parameters)
    {
        if (parameters["channelData"]?["channel"]?["id"]?.GetValue<string>() is { } channel)
        {
            if (Conversations.Find(channel) is not { } conversation)
            {
                return ConnectorFault.Of(404, "ConversationNotFound");
            }

            var first = Conversations.Say(conversation, root: null, parameters["activity"]!.AsObject());
            return Json(new JsonObject { ["id"] = $"{channel};messageid={first.Id}", ["activityId"] = first.Id, ["serviceUrl"] = FakeCloud.ServiceUrl });
        }

        var person = parameters["members"]?[0]?["id"]?.GetValue<string>() ?? "";
        if (Conversations.WithPerson(person) is not { } direct)
        {
            return ConnectorFault.Of(403, "ForbiddenOperationException");
        }

        var made = new JsonObject { ["id"] = direct.Id };
        if (parameters["activity"] is JsonObject said)
        {
            made["activityId"] = Conversations.Say(direct, root: null, said).Id;
        }

        return Json(made);
    }

    private ConnectorFault Say(FakeConversation conversation, string? root, JsonObject activity) =>
        _blocked.ContainsKey(conversation.Id) ? ConnectorFault.Blocked() : Json(new JsonObject { ["id"] = Conversations.Say(conversation, root, activity).Id });

    private ConnectorFault Edit(FakeConversation conversation, string id, JsonObject activity)
    {
        if (conversation.Messages.Find(message => message.Id == id && !message.IsDeleted) is not { } known)
        {
            return ConnectorFault.Of(404, "ActivityNotFoundInConversation");
        }

        if (known.IsTwo)
        {
            return ConnectorFault.Of(400, "BadSyntax");
        }

        Conversations.Edit(conversation, known, activity);
        return Json(new JsonObject { ["id"] = id });
    }

    private ConnectorFault Delete(FakeConversation conversation, string id)
    {
        if (conversation.Messages.Find(message => message.Id == id && !message.IsDeleted) is not { } known)
        {
            return ConnectorFault.Of(404, "ActivityNotFoundInConversation");
        }

        Conversations.Delete(conversation, known);
        return new ConnectorFault.Status(200);
    }

    private static ConnectorFault Page(FakeConversation conversation, IReadOnlyDictionary<string, string> query)
    {
        var size = int.Parse(query["pageSize"], System.Globalization.CultureInfo.InvariantCulture);
        var from = query.TryGetValue("continuationToken", out var token) ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var page = new JsonObject { ["members"] = new JsonArray([.. conversation.Members.Skip(from).Take(size).Select(member => member.DeepClone())]) };
        if (from + size < conversation.Members.Count)
        {
            page["continuationToken"] = $"{from + size}";
        }

        return Json(page);
    }

    private static ConnectorFault Team(string id, string name, IReadOnlyList<string> channels, string[] rest) => rest is ["conversations"]
        ? Json(new JsonObject { ["conversations"] = new JsonArray([.. channels.Select(channel => new JsonObject { ["id"] = channel, ["name"] = channel })]) })
        : Json(new JsonObject { ["id"] = id, ["name"] = name, ["aadGroupId"] = $"group-of-{id}", ["channelCount"] = channels.Count });

    private static ConnectorFault.Answer Json(JsonNode body) => new(body.ToJsonString());

    private static string? RootOf(string id) => id.Split(";messageid=") is [_, var root] ? root : null;
}
