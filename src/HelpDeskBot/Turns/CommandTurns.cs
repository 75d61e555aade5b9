using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns;

/// <summary>Commands typed, or pressed as buttons that stand for them.</summary>
internal sealed class CommandTurns(
    ListTickets tickets, TypedTurns typed, IntakeTurns intake, ChooseLanguage languages, Speaker speaker)
{
    private const int TicketsShown = 10;
    private static readonly string[] Starters = ["Report", "Request", "MyTickets", "Help"];

    /// <summary>The command that this is, if it is one.</summary>
    public Command? Read(Turn turn) => Command.Parse(turn.Text, speaker.AllWords(turn.Language));

    /// <summary>Answers what is only typed, such as lists; false if it is none of that.</summary>
    public Task<bool> AnswerTypedAsync(Turn turn, CancellationToken stop) => typed.AnswerAsync(turn, stop);

    /// <summary>The same for what is asked about the message that is quoted.</summary>
    public Task<bool> AnswerQuotedAsync(Turn turn, CancellationToken stop) => typed.AnswerQuotedAsync(turn, stop);

    public async Task RunAsync(Command command, Turn turn, Draft? draft, CancellationToken stop)
    {
        switch (command.Kind)
        {
            case CommandKind.MyTickets:
                await ListAsync(turn, stop);
                break;
            case CommandKind.Status:
                await ShowAsync(command.Ticket!.Value, turn, stop);
                break;
            case CommandKind.Help:
                Help(turn);
                break;
            case CommandKind.Report or CommandKind.Request:
                await intake.BeginAsync(turn, command.Kind is CommandKind.Request, draft, stop);
                break;
            case CommandKind.Greeting:
                await GreetAsync(turn, draft, stop);
                break;
            case CommandKind.Language:
                await SpeakAsync(command.Language, turn, stop);
                break;
            default:
                await intake.SteerAsync(command.Kind, turn, draft, stop);
                break;
        }
    }

    /// <summary>Shows one ticket: as a card that stays current to its requester, as the agents' card to others who may read it.</summary>
    public async Task ShowAsync(TicketId id, Turn turn, CancellationToken stop)
    {
        var shown = await tickets.ShowAsync(id, turn.Actor, turn.Place.Room, stop);
        if (shown.Refusal is { Code: "ticket.private" } && turn.Actor.IsAdmin)
        {
            speaker.Say(turn.Here, AccessCards.Closed(id, WordsFor(turn)));
            return;
        }

        if (shown.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
            return;
        }

        speaker.Say(turn.Here, new TicketCard(id, CardFor(turn, shown.Value.Ticket)));
    }

    private static string CardFor(Turn turn, Ticket ticket)
    {
        if (turn.Place.Room is not null)
        {
            return TicketCards.Agent;
        }

        if (ticket.Concerns(turn.Actor))
        {
            return TicketCards.Requester;
        }

        return TicketAccess.ReadsQueue(turn.Actor, ticket.Queue) ? TicketCards.Agent : TicketCards.Follower;
    }

    private async Task ListAsync(Turn turn, CancellationToken stop)
    {
        var mine = await tickets.MineAsync(turn.Actor, TicketsShown, stop);
        if (mine.Count == 0)
        {
            speaker.Say(turn.Here, "my_tickets.none");
            return;
        }

        speaker.Say(turn.Here, ListCards.MyTickets(mine, WordsFor(turn)));
    }

    private async Task SpeakAsync(string? language, Turn turn, CancellationToken stop)
    {
        if (language is null)
        {
            speaker.Say(turn.Here, "language.known");
            return;
        }

        await languages.RunAsync(turn.Actor, language, stop);
        speaker.Say(turn.Here, "language.changed");
    }

    // A greeting is never a ticket. Who has something half done is reminded of it.
    private async Task GreetAsync(Turn turn, Draft? draft, CancellationToken stop)
    {
        if (draft is null || !await intake.AskAgainAsync(turn, draft, stop))
        {
            speaker.Say(turn.Here, ListCards.Help([WordsFor(turn)["help.greeting"]], Starters, WordsFor(turn)));
        }
    }

    // In an agent channel only what counts there.
    private void Help(Turn turn)
    {
        var words = WordsFor(turn);
        var isDirect = turn.Place.Room is null;
        var texts = new List<string>();
        texts.AddRange(isDirect ? [words["help.text"]] : []);
        texts.AddRange(turn.Actor.IsAgentSomewhere ? [words["help.agent"]] : []);
        texts.AddRange(isDirect && turn.Actor.IsAdmin ? [words["help.admin"]] : []);
        speaker.Say(turn.Here, ListCards.Help(texts, isDirect ? Starters : [], words));
    }

    private Words WordsFor(Turn turn) => speaker.WordsFor(turn.Language);
}
