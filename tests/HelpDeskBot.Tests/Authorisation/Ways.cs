using System.Net;
using System.Text.Json.Nodes;
using HelpDeskBot.Cards;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Authorisation;

/// <summary>One way in which people try an act: a button, a form opened or sent, a bulk form, a message.</summary>
internal sealed record Way(string Name, Func<Trial, Task<Verdict>> Try)
{
    public string Verb { get; init; } = "";

    /// <summary>For whom it is there at all; everybody unless said otherwise.</summary>
    public Func<Cell, bool> IsFor { get; init; } = _ => true;

    /// <summary>Whether it changes the ticket where it is allowed.</summary>
    public bool Changes { get; init; } = true;
}

/// <summary>Somebody tries something on a ticket.</summary>
internal sealed record Trial(RoleDesk Roles, Cell Cell, Ticket Ticket, Ticket Other)
{
    public TestPerson Person => Roles.Desk.As(RoleDesk.AccountOf(Cell.Role));
}

/// <summary>Every way to every act of the table.</summary>
internal static class Ways
{
    private static readonly string[] Members = ["owner", "agent", "lead"];

    public static IReadOnlyDictionary<string, Way[]> All { get; } = new Dictionary<string, Way[]>
    {
        ["Read"] =
        [
            new("typed", Asks(trial => $"{trial.Ticket.Id}")) { Changes = false },
            new("button", ShowsAsync) { Verb = Verbs.TicketShow, Changes = false },
            Opens(Verbs.TicketTextForm, _ => new() { ["entry"] = 1 }),
        ],
        ["More"] = [Opens(Verbs.TicketMoreForm)],
        ["Due"] = [Opens(Verbs.TicketDueForm)],
        ["History"] = [Opens(Verbs.TicketHistoryForm)],
        ["Look"] = [Opens(Verbs.TicketLookForm), new("form sent", LooksAsync) { Verb = Verbs.TicketLook, Changes = false }],
        ["Rate"] =
        [
            Opens(Verbs.SurveyRate, _ => new() { ["cycle"] = 0, ["rating"] = 1 }),
            Opens(Verbs.SurveyComment, _ => new() { ["cycle"] = 0, ["comment"] = "Too slow" }),
        ],
        ["Claim"] = [Press(Verbs.TicketClaim), Bulk(BulkAct.Claim), Macro("claim")],
        ["Assign"] =
        [
            Opens(Verbs.TicketAssignForm), Sends(Verbs.TicketAssign, trial => new() { ["person"] = Assignee(trial) }),
            Bulk(BulkAct.TakeOver) with { IsFor = cell => cell.Role != "owner" || cell.Status is Status.New },
        ],
        ["AskHandOver"] = [Opens(Verbs.TicketHandOverForm), Sends(Verbs.TicketHandOver)],
        ["Give"] = [Press(Verbs.TicketGive, trial => new() { ["entry"] = trial.Ticket.HandOverVersion })],
        ["KeepTicket"] = [Press(Verbs.TicketKeep, trial => new() { ["entry"] = trial.Ticket.HandOverVersion })],
        ["Reply"] =
        [
            Opens(Verbs.TicketReplyForm), Opens(Verbs.TicketReplyFill, _ => new() { ["nonce"] = Guid.NewGuid(), ["reply"] = "none" }),
            Sends(Verbs.TicketReply, Text), InThread("reply: On my way"), Macro("reply"),
        ],
        ["RetractReply"] = [Press(Verbs.TicketUndo, _ => new() { ["entry"] = 4 })],
        ["AskRequester"] = [Opens(Verbs.TicketAskForm), Sends(Verbs.TicketAsk, Text)],
        ["Note"] = [Opens(Verbs.TicketNoteForm), Sends(Verbs.TicketNote, Text), InThread("looks electrical"), Macro("note")],
        ["Hold"] =
        [
            Opens(Verbs.TicketHoldForm), Sends(Verbs.TicketHold, _ => new() { ["text"] = "Spare part", ["date"] = "2026-12-10", ["time"] = "09:00" }),
        ],
        ["Comment"] =
        [
            Opens(Verbs.TicketCommentForm), Sends(Verbs.TicketComment, Text),
            new("quoting the card", QuotesAsync) { IsFor = cell => cell.Role == "requester" },
            new("message added by button", AddsMessageAsync) { Verb = Verbs.MessageTicket },
        ],
        ["EditMessage"] = [new("edited message", trial => CorrectsAsync(trial, new() { ["type"] = "messageUpdate", ["text"] = "since one" }))],
        ["DeleteMessage"] = [new("deleted message", trial => CorrectsAsync(trial, new() { ["type"] = "messageDelete" }))],
        ["Resolve"] =
        [
            Opens(Verbs.TicketResolveForm),
            Sends(Verbs.TicketResolve, trial => new() { ["version"] = trial.Ticket.StatusVersion, ["reason"] = "Solved", ["text"] = "New bulb" }),
            Bulk(BulkAct.Resolve), Macro("resolve"),
        ],
        ["Confirm"] = [Press(Verbs.TicketConfirm)],
        ["NotYet"] = [Opens(Verbs.TicketNotYetForm), Sends(Verbs.TicketNotYet, Text)],
        ["Reopen"] = [Press(Verbs.TicketReopen)],
        ["Withdraw"] = [Press(Verbs.TicketWithdraw)],
        ["NotARequest"] = [Opens(Verbs.TicketNotARequestForm), Sends(Verbs.TicketNotARequest)],
        ["Merge"] = [Opens(Verbs.TicketMergeForm), Sends(Verbs.TicketMerge, trial => new() { ["other"] = $"{trial.Other.Id}" })],
        ["Link"] = [Opens(Verbs.TicketLinkForm), Sends(Verbs.TicketLink, trial => new() { ["other"] = $"{trial.Other.Id}" })],
        ["SetPriority"] =
        [
            Opens(Verbs.TicketPriorityForm), Sends(Verbs.TicketPriority, _ => new() { ["impact"] = "Everyone", ["urgency"] = "CannotWork" }), Macro("grave"),
        ],
        ["SetCategory"] =
        [
            Opens(Verbs.TicketCategoryForm), Sends(Verbs.TicketCategory, trial => new() { ["category"] = OtherCategory(trial) }),
            Bulk(BulkAct.Category), Macro(OtherCategory),
        ],
        ["SetType"] = [Sends(Verbs.TicketCategory, trial => new() { ["category"] = trial.Ticket.Category, ["type"] = "ServiceRequest" })],
        ["MoveQueue"] = [Opens(Verbs.TicketMoveForm), Sends(Verbs.TicketMove, _ => new() { ["queue"] = "elsewhere" })],
        ["Tag"] = [Opens(Verbs.TicketTagForm), Opens(Verbs.TicketMacrosForm), Opens(Verbs.TicketMacroForm, _ => new() { ["macro"] = "tag" }), Sends(Verbs.TicketTag, _ => new() { ["add"] = "vip" }), Macro("tag")],
        ["Split"] =
        [
            Opens(Verbs.TicketSplitForm),
            Sends(Verbs.TicketSplit, trial => new() { ["subject"] = "qzx the switch", ["text"] = "is loose", ["category"] = OtherCategory(trial) }),
        ],
        ["Check"] = [Opens(Verbs.TicketCheckForm), Sends(Verbs.TicketCheck, _ => new() { ["add"] = "Order a bulb" })],
        ["Similar"] = [Opens(Verbs.TicketSimilarForm)],
        ["DraftArticle"] =
        [
            Opens(Verbs.TicketArticleForm),
            Opens(Verbs.ArticlePreview, _ => new() { ["edit"] = Guid.NewGuid(), ["base"] = 0, ["title"] = "Lamps", ["body"] = "New bulb", ["audience"] = "everyone" }),
        ],
        ["Follow"] = [Opens(Verbs.TicketFollowForm) with { IsFor = cell => cell.Role != "follower" }, Sends(Verbs.TicketFollow, trial => new() { ["add"] = Reading(trial) }), new("typed", FollowsAsync) { IsFor = cell => cell.Role is not ("requester" or "author") }],
        ["Unfollow"] = [Press(Verbs.TicketUnfollow), new("typed", UnfollowsAsync)],
        ["LogTime"] = [Opens(Verbs.TicketLogTimeForm), Sends(Verbs.TicketLogTime, _ => new() { ["spent"] = "15m" })],
    };

    private static Way Press(string verb, Func<Trial, JsonObject>? data = null) =>
        new("button", trial => PressAsync(trial, verb, data?.Invoke(trial) ?? [], $"key/{Guid.NewGuid()}")) { Verb = verb };

    private static Way Sends(string verb, Func<Trial, JsonObject>? data = null) =>
        new("form sent", trial => PressAsync(trial, verb, With(data?.Invoke(trial) ?? [], "nonce", Guid.NewGuid()))) { Verb = verb };

    private static Way Opens(string verb, Func<Trial, JsonObject>? data = null) =>
        new("form opened", trial => PressAsync(trial, verb, data?.Invoke(trial) ?? [])) { Verb = verb, Changes = false };

    private static Way Bulk(BulkAct act) => new($"bulk {act}", async trial =>
    {
        var answer = await AnswerAsync(trial, Verbs.BulkRun, new()
        {
            ["nonce"] = Guid.NewGuid(),
            ["tickets"] = new JsonArray($"{trial.Ticket.Id}"),
            ["act"] = $"{act}",
            ["category"] = OtherCategory(trial),
            ["reason"] = "Solved",
            ["text"] = "New bulb",
        });
        return await IsChangedAsync(trial) ? Verdict.Allowed : Shown(answer.ToJsonString());
    })
    { Verb = Verbs.BulkRun };

    private static Way Macro(string macro) => Macro(_ => macro);

    private static Way Macro(Func<Trial, string> macro) =>
        new("macro", trial => PressAsync(trial, Verbs.TicketMacro, new() { ["macro"] = macro(trial) }, $"form/{Guid.NewGuid():N}")) { Verb = Verbs.TicketMacro };

    private static Way InThread(string text) => new("thread", async trial =>
    {
        var root = await trial.Roles.CardAsync(trial.Ticket, $"room:{trial.Ticket.Queue}");
        await trial.Roles.Desk.InRoom(RoleDesk.AccountOf(trial.Cell.Role), trial.Ticket.Queue.Value).SaysAsync(text, thread: root);
        return await IsChangedAsync(trial) ? Verdict.Allowed : Verdict.Refused;
    })
    { IsFor = cell => Members.Contains(cell.Role) }; // nobody else can open the room

    private static Func<Trial, Task<Verdict>> Asks(Func<Trial, string> text) => async trial =>
    {
        await trial.Person.SaysAsync(text(trial));
        return Shown(trial.Person.Last.Text);
    };

    private static async Task<Verdict> ShowsAsync(Trial trial)
    {
        await AnswerAsync(trial, Verbs.TicketShow, new() { ["ticket"] = $"{trial.Ticket.Id}" });
        await trial.Person.ReadAsync();
        return Shown(trial.Person.Last.Text);
    }

    private static Verdict Shown(string text) =>
        text.Contains("There is no HD-", StringComparison.Ordinal) || text.Contains("is in a private queue", StringComparison.Ordinal) ? Verdict.Hidden
        : text.Contains("the lamp blinks", StringComparison.Ordinal) ? Verdict.Allowed
        : Verdict.Refused;

    private static async Task<Verdict> LooksAsync(Trial trial)
    {
        var answer = await AnswerAsync(trial, Verbs.TicketLook, new() { ["ticket"] = $"{trial.Ticket.Id}", ["nonce"] = Guid.NewGuid(), ["reason"] = "the works council asked" });
        return Shown(answer.ToJsonString());
    }

    // Whatever somebody said in their own chat is added to a ticket of their choice.
    private static async Task<Verdict> AddsMessageAsync(Trial trial)
    {
        await trial.Person.SaysAsync("hi");
        var said = trial.Person.Shown.Last(message => !message.IsFromBot).Id;
        return await PressAsync(trial, Verbs.MessageTicket, new() { ["message"] = said }, $"key/{Guid.NewGuid()}");
    }

    private static async Task<Verdict> QuotesAsync(Trial trial)
    {
        await trial.Person.SaysAsync("still dark", quoting: await trial.Roles.CardAsync(trial.Ticket, "person:requester"));
        return await IsChangedAsync(trial) ? Verdict.Allowed : Verdict.Refused;
    }

    private static async Task<Verdict> CorrectsAsync(Trial trial, JsonObject activity)
    {
        var response = await trial.Person.CorrectsAsync(await trial.Roles.MessageAsync(trial.Ticket), activity);
        var isChanged = await IsChangedAsync(trial);
        Assert.True(isChanged || response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{trial.Cell}: {response.StatusCode}");
        return isChanged ? Verdict.Allowed : Verdict.Refused;
    }

    private static async Task<Verdict> PressAsync(Trial trial, string verb, JsonObject data, string? key = null)
    {
        data["ticket"] = $"{trial.Ticket.Id}";
        var answer = await AnswerAsync(trial, verb, key is null ? data : With(data, "key", key));
        var code = answer["value"] is JsonObject value ? value["code"]?.GetValue<string>() : null;
        if (code is not null)
        {
            return code is "ticket.not_found" or "ticket.private" ? Verdict.Hidden : Verdict.Refused;
        }

        // A form that opens is allowed; one that comes back after it was sent is not.
        var isOpening = !data.ContainsKey("key") && !data.ContainsKey("nonce") || verb == Verbs.TicketReplyFill;
        return isOpening || await IsChangedAsync(trial) ? Verdict.Allowed : Verdict.Refused;
    }

    private static async Task<JsonObject> AnswerAsync(Trial trial, string verb, JsonObject data)
    {
        await trial.Person.ConnectAsync();
        var response = await trial.Person.SendPressAsync("none", new JsonObject { ["verb"] = verb, ["data"] = data });
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{trial.Cell}: {body}");
        Assert.DoesNotContain("\"action.data\"", body, StringComparison.Ordinal);
        return (JsonObject)JsonNode.Parse(body)!;
    }

    private static async Task<bool> IsChangedAsync(Trial trial) => await trial.Roles.VersionOfAsync(trial.Ticket.Id) > trial.Ticket.Version;

    private static JsonObject Text(Trial trial) => new() { ["text"] = "On my way" };

    private static string Assignee(Trial trial) =>
        trial.Cell.Role == "lead" || (trial.Cell.Role == "owner" && trial.Cell.Status is not Status.New) ? "second" : RoleDesk.AccountOf(trial.Cell.Role);

    // Whose it is asks somebody else to follow; everybody else follows it themselves.
    private static string Reading(Trial trial) => trial.Cell.Role is "requester" or "author" ? "second" : "";

    private static Task<Verdict> FollowsAsync(Trial trial) => SaysAsync(trial, $"follow {trial.Ticket.Id}");

    private static Task<Verdict> UnfollowsAsync(Trial trial) => SaysAsync(trial, $"unfollow {trial.Ticket.Id}");

    private static async Task<Verdict> SaysAsync(Trial trial, string text)
    {
        await trial.Person.SaysAsync(text);
        return await IsChangedAsync(trial) ? Verdict.Allowed
            : Shown(trial.Person.Last.Text) is Verdict.Hidden ? Verdict.Hidden : Verdict.Refused;
    }

    private static string OtherCategory(Trial trial) => trial.Cell.IsPrivate ? "private-two" : "open-two";

    private static JsonObject With(JsonObject data, string name, JsonNode? value)
    {
        data[name] = value;
        return data;
    }
}
