using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Surveys;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>Makes the answers of card actions.</summary>
internal sealed class Responses(IRenderer renderer, RefusalWords refusals, TicketViews views, FindConversationTickets find, Speaker speaker)
{
    public async Task<ActionAnswer> RefusedAsync(Refusal refusal, CardAction action, CancellationToken stop) =>
        new ActionAnswer.Refused(refusal.Code, await TextAsync(refusal, action, stop));

    public Task<string> TextAsync(Refusal refusal, CardAction action, CancellationToken stop) =>
        refusals.OfAsync(refusal, action.Reader.Language, stop);

    public ActionAnswer Form(DataCard card, CardAction action) => new ActionAnswer.ShowForm(CardOf(card, action));

    public JsonObject CardOf(DataCard card, CardAction action) => renderer.Card(card, action.Reader).Card!;

    public ActionAnswer Said(string key, CardAction action) =>
        new ActionAnswer.Say(speaker.WordsFor(action.Reader.Language)[key]);

    /// <summary>The card that was pressed is answered, here and wherever else the person looks.</summary>
    public ActionAnswer Answered(DataCard card, CardAction action)
    {
        speaker.Redraw(action.Place.Of(action.Actor), action.OnMessage, card);
        return new ActionAnswer.ShowCard(renderer.Card(card, action.Reader).Card!);
    }

    /// <summary>A form is done, and says in a card what came of it.</summary>
    public ActionAnswer Done(DataCard card, CardAction action) => new ActionAnswer.ShowCard(renderer.Card(card, action.Reader).Card!);

    /// <summary>The card that was pressed, as it is after the change that is about to be committed.</summary>
    public async Task<ActionAnswer> TicketAsync(Ticket ticket, CardAction action, CancellationToken stop)
    {
        var card = await CardOfAsync(action, stop)
            ?? (ticket.Concerns(action.Actor) && action.Place.Room is null ? TicketCards.Requester : TicketCards.Agent);
        var view = await views.PreviewAsync(ticket, stop);
        return new ActionAnswer.ShowCard(renderer.Ticket(view, card, action.Reader).Card!);
    }

    /// <summary>A ticket's card for agents, to be read in the place of a form.</summary>
    public ActionAnswer Looked(TicketView view, CardAction action) =>
        new ActionAnswer.ShowCard(renderer.Ticket(view, TicketCards.Agent, action.Reader).Card!);

    /// <summary>The survey card after an answer that is about to be committed.</summary>
    public ActionAnswer Survey(TicketView view, Survey survey, CardAction action)
    {
        var after = view with { Surveys = [.. view.Surveys.Where(known => known.Cycle != survey.Cycle), survey] };
        return new ActionAnswer.ShowCard(renderer.Ticket(after, TicketCards.Survey(survey.Cycle), action.Reader).Card!);
    }

    private async Task<string?> CardOfAsync(CardAction action, CancellationToken stop) =>
        action.OnMessage is { } message ? await find.CardOfAsync(action.Place.Conversation, message, stop) : null;
}
