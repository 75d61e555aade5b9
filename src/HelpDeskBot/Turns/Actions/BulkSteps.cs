using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>
/// One ticket of a bulk act, in a unit of work of its own. Its result is kept under the form's nonce in the same commit, so that a form sent
/// again, even after a crash in the middle, repeats what was said and goes on with the rest.
/// </summary>
internal sealed class BulkSteps(UnitOfWork work, Speaker speaker)
{
    /// <summary>Does it and says in one line what came of it.</summary>
    public Task<string> DoAsync(TicketId ticket, BulkWish wish, Guid nonce, CardAction action, CancellationToken stop) =>
        work.RunAsync((services, token) => OnceAsync(services, ticket, wish, $"form/{nonce:N}/{ticket}", action, token), stop);

    private async Task<string> OnceAsync(
        IServiceProvider services, TicketId ticket, BulkWish wish, string key, CardAction action, CancellationToken stop)
    {
        var receipts = services.GetRequiredService<ActionReceipts>();
        if (await receipts.FindAsync(key, action.Actor, stop) is { } earlier)
        {
            return earlier;
        }

        var outcome = await ActAsync(services, ticket, wish, action, stop);
        var words = speaker.WordsFor(action.Reader.Language);
        var line = outcome.Refusal is { } refusal
            ? words.Format(
                "bulk.refused", ("ticket", ticket), ("why", await services.GetRequiredService<RefusalWords>().OfAsync(refusal, action.Reader.Language, stop)))
            : words.Format("bulk.done", ("ticket", ticket));
        receipts.Keep(key, action.Actor, line);
        return line;
    }

    private static Task<Outcome<Ticket>> ActAsync(
        IServiceProvider services, TicketId ticket, BulkWish wish, CardAction action, CancellationToken stop) => wish.Act switch
        {
            BulkAct.Claim => services.GetRequiredService<ClaimTicket>().RunAsync(new ClaimTicketCommand(ticket), action.Actor, stop),
            BulkAct.TakeOver => services.GetRequiredService<AssignTicket>()
                .RunAsync(new AssignTicketCommand(ticket, action.Actor.Person!.Value), action.Actor, stop),
            BulkAct.Category => services.GetRequiredService<SetTicketCategory>()
                .RunAsync(new SetTicketCategoryCommand(ticket, wish.Category), action.Actor, stop),
            _ => services.GetRequiredService<ResolveTicket>()
                .RunAsync(new ResolveTicketCommand(ticket, wish.Reason, wish.Text), action.Actor, stop),
        };
}
