using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Surveys;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HelpDeskBot.Tests.Authorisation;

/// <summary>A desk with one person for every role, an open and a private queue that they work in, and a third one for those elsewhere.</summary>
public sealed class RoleDesk : IAsyncLifetime
{
    private const string Queues = """
        queues:
          open:
            name: Open queue
            calendar: office
            agents: [webchat:owner, webchat:agent, webchat:second]
            leads: [webchat:lead]
          private:
            name: Private queue
            calendar: office
            private: true
            agents: [webchat:owner, webchat:agent, webchat:second]
            leads: [webchat:lead]
          elsewhere:
            name: Elsewhere
            calendar: office
            agents: [webchat:agent-elsewhere]
            leads: [webchat:lead-elsewhere]

        """;

    private const string Categories = """
        categories:
          open-one: {name: One, queue: open}
          open-two: {name: Two, queue: open}
          private-one: {name: Three, queue: private}
          private-two: {name: Four, queue: private}
        macros:
          claim: {name: Claim, acts: [claim]}
          open-two: {name: Two, acts: [{category: open-two}]}
          private-two: {name: Four, acts: [{category: private-two}]}
          grave: {name: Grave, acts: [{priority: {impact: Everyone, urgency: CannotWork}}]}
          tag: {name: Tag, acts: [{tag: vip}]}
          note: {name: Note, acts: [{note: looks electrical}]}
          reply: {name: Reply, acts: [{reply: On my way}]}
          resolve: {name: Resolve, acts: [{resolve: {reason: Solved, text: New bulb}}]}

        """;

    private static readonly string[] Accounts =
        ["requester", "author", "employee", "owner", "agent", "lead", "agent-elsewhere", "lead-elsewhere", "admin", "follower", "second"];

    private TestDesk? _desk;

    internal Database Database { get; init; }

    internal TestDesk Desk => _desk!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The account of a role.</summary>
    public static string AccountOf(string role) => role.Replace(' ', '-');

    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("helpdesk-desk-").FullName, "desk.yaml");
        var yaml = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "src", "HelpDeskBot", "desk.yaml"));
        var calendars = yaml[yaml.IndexOf("calendars:", StringComparison.Ordinal)..yaml.IndexOf("queues:", StringComparison.Ordinal)];
        await File.WriteAllTextAsync(file, calendars + Queues + Categories);
        var people = Accounts.Index().SelectMany(account => new[]
        {
            $"--HelpDesk:People:{account.Index}:Id={account.Item}", $"--HelpDesk:People:{account.Index}:Name={account.Item}",
        });
        _desk = await TestDesk.StartAsync(
            Database, ["--HelpDesk:DeskFile=" + file, "--HelpDesk:FirstAdmin=webchat:admin", .. people]);
    }

    public async ValueTask DisposeAsync() => await Desk.DisposeAsync();

    /// <summary>Files a ticket in a queue and brings it to a status, with what the act needs to have happened before.</summary>
    internal async Task<Ticket> TicketAsync(bool isPrivate, Status status, string act)
    {
        var queue = isPrivate ? "private" : "open";
        var ticket = await ActAsync<FileTicket>("author", (file, actor) => file.RunAsync(
            new NewTicket(new PersonId("requester"), new QueueId(queue), "qzx the lamp blinks", "qzx the lamp blinks\nall day") { Category = queue + "-one" },
            actor, Stop));
        ticket = await ActAsync<FollowTicket>("author", (follow, actor) => follow.RunAsync(new FollowTicketCommand(ticket.Id, "follower"), actor, Stop));
        if (act is "EditMessage" or "DeleteMessage")
        {
            ticket = await CommentedAsync(ticket);
        }

        if (status is not Status.New)
        {
            ticket = await ActAsync<ClaimTicket>("owner", (claim, actor) => claim.RunAsync(new ClaimTicketCommand(ticket.Id), actor, Stop));
            ticket = await PreparedAsync(ticket, act);
        }

        return status switch
        {
            Status.Waiting => await ActAsync<AskRequester>(
                "owner", (ask, actor) => ask.RunAsync(new AskRequesterCommand(ticket.Id, "Which lamp?"), actor, Stop)),
            Status.OnHold => await ActAsync<HoldTicket>(
                "owner", (hold, actor) => hold.RunAsync(new HoldTicketCommand(ticket.Id, "Spare part", new LocalDateTime(2026, 12, 15, 9, 0)), actor, Stop)),
            Status.Resolved => await SurveyedAsync(await ResolvedAsync(ticket), act),
            Status.Closed => await SurveyedAsync(await ClosedAsync(ticket), act),
            Status.Withdrawn => await ActAsync<WithdrawTicket>(
                "requester", (withdraw, actor) => withdraw.RunAsync(new WithdrawTicketCommand(ticket.Id), actor, Stop)),
            _ => ticket,
        };
    }

    internal async Task<int> VersionOfAsync(TicketId id) =>
        await Desk.ReadAsync(db => db.Tickets.Where(ticket => ticket.Id == id).Select(ticket => ticket.Version).SingleAsync());

    /// <summary>The message with the ticket's card in a lane.</summary>
    internal async Task<string> CardAsync(Ticket ticket, string lane)
    {
        await Desk.SettleAsync();
        return await Desk.ReadAsync(db => db.Placements.Where(row => row.Ticket == ticket.Id && row.Lane == lane).Select(row => row.Activity).FirstAsync());
    }

    /// <summary>The requester's own message that became a comment.</summary>
    internal async Task<string> MessageAsync(Ticket ticket) =>
        await Desk.ReadAsync(db => db.SaidMessages.Where(row => row.Ticket == ticket.Id).OrderByDescending(row => row.Entry).Select(row => row.Activity).FirstAsync());

    private async Task<Ticket> PreparedAsync(Ticket ticket, string act) => act switch
    {
        "Give" or "KeepTicket" => await ActAsync<AskForTicket>(
            "second", (ask, actor) => ask.RunAsync(new AskForTicketCommand(ticket.Id), actor, Stop)),
        "RetractReply" => await ActAsync<ReplyToTicket>(
            "owner", (reply, actor) => reply.RunAsync(new ReplyToTicketCommand(ticket.Id, "On my way"), actor, Stop)),
        _ => ticket,
    };

    // Said by the requester in their own chat, so that it is a message of theirs.
    private async Task<Ticket> CommentedAsync(Ticket ticket)
    {
        await Desk.As("requester").SaysAsync($"since noon {ticket.Id}", quoting: await CardAsync(ticket, "person:requester"));
        return await Desk.ReadAsync(db => db.Tickets.AsNoTracking().SingleAsync(known => known.Id == ticket.Id));
    }

    // One person is asked once a week, which these would not do with.
    private async Task<Ticket> SurveyedAsync(Ticket ticket, string act)
    {
        if (act == "Rate")
        {
            await Desk.ReadAsync(async db =>
            {
                db.Surveys.Add(new Survey { Ticket = ticket.Id, Cycle = 0, Requester = ticket.Requester, SentAt = ticket.FiledAt });
                return await db.SaveChangesAsync();
            });
        }

        return ticket;
    }

    private Task<Ticket> ResolvedAsync(Ticket ticket) => ActAsync<ResolveTicket>(
        "owner", (resolve, actor) => resolve.RunAsync(new ResolveTicketCommand(ticket.Id, ResolutionReason.Solved, "New bulb"), actor, Stop));

    private async Task<Ticket> ClosedAsync(Ticket ticket)
    {
        await ResolvedAsync(ticket);
        return await ActAsync<ConfirmResolution>(
            "requester", (confirm, actor) => confirm.RunAsync(new ConfirmResolutionCommand(ticket.Id), actor, Stop));
    }

    private Task<Ticket> ActAsync<T>(string account, Func<T, Actor, Task<Outcome<Ticket>>> act)
        where T : notnull =>
        Desk.Services.GetRequiredService<UnitOfWork>().RunAsync(
            async (services, stop) =>
            {
                var actor = await services.GetRequiredService<RecognisePerson>().RunAsync("webchat", account, stop);
                var outcome = await act(services.GetRequiredService<T>(), actor!);
                Assert.True(outcome.Succeeded, outcome.Refusal?.Code);
                return outcome.Value;
            },
            Stop);
}
