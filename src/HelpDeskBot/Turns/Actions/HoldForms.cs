using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;
using NodaTime;
using NodaTime.Text;

namespace HelpDeskBot.Turns.Actions;

/// <summary>The form that puts a ticket on hold. Its times are those of the queue's own time zone.</summary>
internal sealed class HoldForms(ActForms forms, HoldTicket hold, DeskSettingsStore settings, BusinessClock clock) : IActionGroup
{
    private const int LongestReason = 1000;
    private static readonly ActForm Hold = new("hold", Act.Hold, Verbs.TicketHoldForm, Verbs.TicketHold);
    private static readonly LocalTime Morning = new(9, 0);
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public IEnumerable<ActionRoute> Routes => forms.Of<TicketHoldData>(Hold, Fields, SendAsync);

    private FormFields Fields(OpenForm<TicketHoldData> open)
    {
        var zone = settings.Current.Queue(open.Ticket.Queue).Calendar.Zone;
        var tomorrow = clock.Now.InZone(zone).Date.PlusDays(1);
        return new FormFields(open.Words.Format("form.hold_hint", ("zone", zone.Id)))
        {
            Texts = [new FormText("text", open.Words["form.hold_label"], open.Typed?.Text ?? "", IsMultiline: true, LongestReason)],
            Dates = [new FormMoment("date", open.Words["form.wake_up_date"], open.Typed?.Date ?? LocalDatePattern.Iso.Format(tomorrow))],
            Times = [new FormMoment("time", open.Words["form.wake_up_time"], open.Typed?.Time ?? Minutes.Format(Morning))],
        };
    }

    private async Task<Outcome<Ticket>> SendAsync(TicketHoldData data, CardAction action, CancellationToken stop) =>
        LocalDatePattern.Iso.Parse(data.Date) is { Success: true, Value: var date } && Minutes.Parse(data.Time) is { Success: true, Value: var time }
            ? await hold.RunAsync(new HoldTicketCommand(data.Ticket, CardData.Cut(data.Text, LongestReason), date.At(time)), action.Actor, stop)
            : new Refusal("hold.wake_up_missing");
}
