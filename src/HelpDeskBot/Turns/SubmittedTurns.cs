using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Turns.Actions;

namespace HelpDeskBot.Turns;

/// <summary>Presses that come as messages, from clients that cannot wait for an answer: what would have been answered is said.</summary>
internal sealed class SubmittedTurns(ActionRouter router, Speaker speaker)
{
    public async Task HandleAsync(CardAction press, CancellationToken stop)
    {
        var said = await router.RunAsync(press, stop) switch
        {
            ActionAnswer.Refused refused => refused.Text,
            ActionAnswer.Say known => known.Text,
            _ => "", // the card is drawn again where it stands
        };
        if (said.Length > 0)
        {
            speaker.Say(Destination.To(press.Actor.Person!.Value), new Line("refusal.said").With("text", said));
        }
    }
}
