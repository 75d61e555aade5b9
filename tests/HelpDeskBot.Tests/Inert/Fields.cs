using System.Text.Json.Nodes;
using HelpDeskBot.Cards;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Tests.Inert;

/// <summary>What one verb carries that a person can write, and what becomes of it.</summary>
internal sealed record Fields(string Verb)
{
    /// <summary>Who sends it.</summary>
    public string Role { get; init; } = "owner";

    /// <summary>The ticket it is about.</summary>
    public Status Status { get; init; } = Status.InProgress;

    public bool IsPrivate { get; init; }

    /// <summary>The act whose preparation the ticket needs.</summary>
    public string Act { get; init; } = "Read";

    /// <summary>Fields that take any words. All are filled in at once.</summary>
    public string[] Written { get; init; } = [];

    /// <summary>Fields that take only what the form offers, or what is known; whatever else comes is refused, or nothing happens.</summary>
    public string[] Chosen { get; init; } = [];

    /// <summary>Fields whose words are Markdown on purpose: what editors write for everybody, shown as pages and cards show Markdown.</summary>
    public string[] Formatted { get; init; } = [];

    /// <summary>What else it carries; the ticket, nonce and key come by themselves.</summary>
    public Func<InertDesk, Task<JsonObject>> Data { get; init; } = _ => Task.FromResult(new JsonObject());

    /// <summary>Who reads the words afterwards: accounts, "room", "answer" for who sent them, or the verb of a form that the owner opens.</summary>
    public string[] ReadBy { get; init; } = ["answer"];
}

/// <summary>Every verb that carries something a person can write.</summary>
internal static class FieldTable
{
    public static IReadOnlyList<Fields> All { get; } =
    [
        new(Verbs.TicketReply) { Written = ["text"], Chosen = ["reply"], ReadBy = ["requester", "room"] },
        new(Verbs.TicketReplyFill) { Written = ["text"], Chosen = ["reply"] },
        new(Verbs.TicketNote) { Written = ["text"], Chosen = ["reply"], ReadBy = ["room"] },
        new(Verbs.TicketAsk) { Written = ["text"], Chosen = ["reply"], ReadBy = ["requester", "room"] },
        new(Verbs.TicketComment) { Role = "requester", Written = ["text"], Chosen = ["reply"], ReadBy = ["room"] },
        new(Verbs.TicketNotYet) { Role = "requester", Status = Status.Resolved, Written = ["text"], Chosen = ["reply"], ReadBy = ["room"] },
        new(Verbs.TicketResolve) { Written = ["text"], Data = With("reason", "Solved", ("version", "current")), ReadBy = ["requester", "room"] },
        new(Verbs.SurveyComment) { Role = "requester", Status = Status.Resolved, Act = "Rate", Written = ["comment"], Data = RatedAsync, ReadBy = ["room"] },
        new(Verbs.TicketPriority) { Written = ["text"], Data = With("impact", "Everyone", ("urgency", "CannotWork")), ReadBy = ["room"] },
        new(Verbs.TicketHold) { Written = ["text"], Chosen = ["date", "time"], Data = With("date", "2026-12-10", ("time", "09:00")), ReadBy = ["requester", "room"] },
        new(Verbs.TicketLook) { Role = "admin", IsPrivate = true, Written = ["reason"], ReadBy = ["room"] },
        new(Verbs.TicketSplit)
        {
            Written = ["subject", "text"], Chosen = ["category"], Data = With("category", "open-two"), ReadBy = ["room", "requester"],
        },
        new(Verbs.TicketCheck) { Written = ["add"], Chosen = ["seen"], ReadBy = ["room", Verbs.TicketCheckForm] },
        new(Verbs.TicketTag) { Written = ["add"], Chosen = ["remove"] },
        new(Verbs.TicketFollow) { Written = ["add"], Chosen = ["remove"] },
        new(Verbs.TicketLogTime) { Written = ["text"], Chosen = ["spent"], Data = With("spent", "15m"), ReadBy = [Verbs.TicketHistoryForm] },
        new(Verbs.TicketAssign) { Chosen = ["person"] },
        new(Verbs.TicketCategory) { Chosen = ["category"] },
        new(Verbs.TicketMove) { Chosen = ["queue"] },
        new(Verbs.TicketMerge) { Chosen = ["other"] },
        new(Verbs.TicketLink) { Chosen = ["other", "kind"] },
        new(Verbs.TicketMacroForm) { Chosen = ["macro"] },
        new(Verbs.TicketMacro) { Chosen = ["macro"] },
        new(Verbs.IntakeEdit) { Role = "employee", Written = ["subject", "description"], Chosen = ["for", "category"], Data = DraftAsync, ReadBy = ["employee"] },
        new(Verbs.IntakeCategory) { Role = "employee", Chosen = ["category"], Data = IdOfDraftAsync },
        new(Verbs.IntakeImpact) { Role = "employee", Chosen = ["category"], Data = IdOfDraftAsync },
        new(Verbs.IntakeUrgency) { Role = "employee", Chosen = ["category"], Data = IdOfDraftAsync },
        new(Verbs.IntakeBack) { Role = "employee", Chosen = ["category"], Data = IdOfDraftAsync },
        new(Verbs.IntakeCancel) { Role = "employee", Chosen = ["category"], Data = IdOfDraftAsync },
        new(Verbs.IntakeFile) { Role = "employee", Chosen = ["category"], Data = IdOfDraftAsync },
        new(Verbs.IntakeEditForm) { Role = "employee", Chosen = ["category"], Data = IdOfDraftAsync },
        new(Verbs.SuggestionSolved) { Role = "employee", Chosen = ["article"], Data = NewId("suggestion") },
        new(Verbs.SuggestionMore) { Role = "employee", Chosen = ["article"], Data = NewId("suggestion") },
        new(Verbs.SuggestionTicket) { Role = "employee", Chosen = ["article"], Data = NewId("suggestion") },
        new(Verbs.MessageTicket) { Role = "requester", Chosen = ["message"] },
        new(Verbs.MessageNew) { Role = "requester", Chosen = ["message"] },
        new(Verbs.MessageFollowUp) { Role = "requester", Chosen = ["message"] },
        new(Verbs.CommandRun) { Role = "employee", Chosen = ["command"] },
        new(Verbs.NotificationsChoose)
        {
            Role = "employee", Chosen = ["from", "to"],
            Data = With("answer", "Now", ("progress", "Now"), ("following", "Now"), ("reminder", "Now"), ("survey", "Now")),
        },
        new(Verbs.ListPage) { Chosen = ["query"], Data = With("page", 0) },
        new(Verbs.BulkPreview)
        {
            Written = ["text"], Chosen = ["category"], Data = desk => Task.FromResult(new JsonObject
            {
                ["shown"] = new JsonArray($"{desk.Ticket.Id}"), ["act"] = "Resolve", [$"{desk.Ticket.Id}"] = "true",
            }),
        },
        new(Verbs.BulkRun)
        {
            Written = ["text"], Chosen = ["category"], ReadBy = ["requester", "room"], Data = desk => Task.FromResult(new JsonObject
            {
                ["tickets"] = new JsonArray($"{desk.Ticket.Id}"), ["act"] = "Resolve", ["category"] = "open-one", ["reason"] = "Solved", ["text"] = "New bulb",
            }),
        },
        new(Verbs.ArticleFind) { Role = "admin", Written = ["words"] },
        new(Verbs.ArticlePreview)
        {
            Role = "admin", Written = ["title", "tags", "aliases"], Chosen = ["category", "language", "audience"], Formatted = ["body"],
            Data = With("edit", Guid.NewGuid().ToString(), ("base", 0), ("title", "Lamps"), ("language", "en"), ("audience", "everyone"), ("body", "New bulb")),
        },
        new(Verbs.ReportForm) { Role = "employee", Written = ["text"] },
        new(Verbs.Report) { Role = "employee", Written = ["text"], ReadBy = [], Data = With("nonce", Guid.NewGuid().ToString()) },
        new(Verbs.RoomBind) { Role = "admin", Chosen = ["queue"] },
        new(Verbs.DeskCheck) { Role = "admin", Written = ["text"] },
        new(Verbs.DeskQueueForm) { Role = "admin", Chosen = ["queue"] },
        new(Verbs.DeskQueue)
        {
            Role = "admin", Written = ["name"], Chosen = ["queue", "id", "language", "calendar", "access", "agents", "leads"],
            Data = With("id", "other", ("name", "Other"), ("language", "en"), ("calendar", "office"), ("access", "open"), ("agents", "webchat:agent")),
        },
    ];

    private static Func<InertDesk, Task<JsonObject>> With(string name, JsonNode value, params (string Name, JsonNode Value)[] others) => desk =>
    {
        var data = new JsonObject { [name] = value.DeepClone() };
        foreach (var (other, known) in others)
        {
            data[other] = other == "version" ? desk.Ticket.StatusVersion : known.DeepClone();
        }

        return Task.FromResult(data);
    };

    private static Func<InertDesk, Task<JsonObject>> NewId(string name) => _ => Task.FromResult(new JsonObject { [name] = Guid.NewGuid() });

    private static async Task<JsonObject> RatedAsync(InertDesk desk)
    {
        await desk.PressAsync("requester", Verbs.SurveyRate, new JsonObject { ["ticket"] = $"{desk.Ticket.Id}", ["cycle"] = 0, ["rating"] = 1 });
        return new JsonObject { ["cycle"] = 0 };
    }

    private static async Task<JsonObject> DraftAsync(InertDesk desk)
    {
        var employee = desk.Person("employee");
        await employee.SaysAsync("cancel");
        await employee.SaysAsync("report a problem");
        await employee.SaysAsync("qqq the lamp is dark");
        foreach (var answer in new[] { "One", "1", "1" })
        {
            await employee.SaysAsync(answer);
        }

        var data = await IdOfDraftAsync(desk);
        (data["subject"], data["description"], data["category"], data["impact"], data["urgency"]) = ("lamp", "dark", "open-one", "JustMe", "CanWork");
        return data;
    }

    private static async Task<JsonObject> IdOfDraftAsync(InertDesk desk) => new() { ["draft"] = await desk.DraftOfAsync("employee") };
}
