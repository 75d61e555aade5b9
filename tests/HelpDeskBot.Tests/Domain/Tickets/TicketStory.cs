using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Tests.Domain.Tickets;

/// <summary>The people of the tests, and tickets brought into a status through their history.</summary>
internal sealed class TicketStory
{
    public static readonly QueueId Queue = new("it-support");
    public static readonly QueueId OtherQueue = new("facilities");
    public static readonly Actor Amina = new(new PersonId("amina"), "Amina");
    public static readonly Actor Bruno = new(new PersonId("bruno"), "Bruno");
    public static readonly Actor Stranger = new(new PersonId("zoe"), "Zoe");
    public static readonly Actor Chen = Member("chen", Queue, QueueRole.Agent);
    public static readonly Actor Dana = Member("dana", Queue, QueueRole.Agent);
    public static readonly Actor Elif = Member("elif", Queue, QueueRole.Lead);
    public static readonly Actor Farid = new(new PersonId("farid"), "Farid") { IsAdmin = true };
    public static readonly Actor Gina = Member("gina", OtherQueue, QueueRole.Agent);

    public static readonly PersonId Colleague = new("hana");

    private readonly List<TimelineEntry> _entries = [];

    private TicketStory(Decision filed)
    {
        Ticket = filed.Ticket;
        _entries.Add(filed.Entry);
    }

    /// <summary>A Monday morning.</summary>
    public static Instant Start { get; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    public Ticket Ticket { get; private set; }

    public IReadOnlyList<TimelineEntry> Entries => _entries;

    public Instant Now { get; private set; } = Start;

    /// <summary>Filed by Bruno for Amina.</summary>
    public static TicketStory Filed() => new(Filing.File(
        new TicketId(1001),
        new NewTicket(Amina.Person!.Value, Queue, "VPN token rejected", "It says invalid token.") { Category = "network" },
        Bruno,
        Start).Value);

    /// <summary>A ticket in this status, owned by Chen or by nobody.</summary>
    public static TicketStory In(Status status, bool isOwned)
    {
        var story = Filed();
        if (isOwned && status != Status.New)
        {
            story.Do(t => t.Claim(Chen, story.Now));
        }

        story.Reach(status, isOwned);
        return story;
    }

    public TicketStory Do(Func<Ticket, Outcome<Decision>> act)
    {
        Now += Duration.FromMinutes(1);
        var decision = act(Ticket).Value;
        Ticket = decision.Ticket;
        _entries.Add(decision.Entry);
        return this;
    }

    public TicketStory Wait(Duration duration)
    {
        Now += duration;
        return this;
    }

    private void Reach(Status status, bool isOwned)
    {
        switch (status)
        {
            case Status.Waiting:
                Do(t => t.AskRequester(Chen, Now, "Which token?"));
                Disown(isOwned);
                break;
            case Status.OnHold:
                Do(t => t.Hold(Chen, Now, "Waiting for the vendor", Now + Duration.FromDays(1)));
                break;
            case Status.Resolved:
                EndUnowned(isOwned);
                break;
            case Status.Closed:
                EndUnowned(isOwned);
                Do(t => t.Confirm(Amina, Now));
                break;
            case Status.Withdrawn:
                Do(t => t.Withdraw(Amina, Now));
                break;
            default:
                break;
        }
    }

    // Nobody owns it only if its owner does not work in the queue that it was moved to, or silence resolved it.
    private void Disown(bool isOwned)
    {
        if (!isOwned)
        {
            Do(t => t.MoveQueue(Elif, Now, OtherQueue, ownerWorksThere: false));
            Do(t => t.MoveQueue(Gina, Now, Queue, ownerWorksThere: false));
        }
    }

    private void EndUnowned(bool isOwned)
    {
        if (isOwned)
        {
            Do(t => t.Resolve(Chen, Now, ResolutionReason.Solved, "New token sent."));
            return;
        }

        Do(t => t.AskRequester(Chen, Now, "Which token?"));
        Disown(isOwned: false);
        Do(t => t.ResolveBySilence(Actor.System, Now));
    }

    private static Actor Member(string id, QueueId queue, QueueRole role) => new(new PersonId(id), id)
    {
        Queues = new Dictionary<QueueId, QueueRole> { [queue] = role },
    };
}
