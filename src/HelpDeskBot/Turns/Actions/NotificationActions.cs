using HelpDeskBot.Cards;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain;
using NodaTime;
using NodaTime.Text;

namespace HelpDeskBot.Turns.Actions;

/// <summary>Somebody chooses what they are told, and when.</summary>
internal sealed class NotificationActions(ChooseNotifications choose, Speaker speaker, Responses responses) : IActionGroup
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public IEnumerable<ActionRoute> Routes => [ActionRoutes.On<NotificationsData>(Verbs.NotificationsChoose, ChooseAsync)];

    private async Task<ActionAnswer> ChooseAsync(CardAction action, NotificationsData data, CancellationToken stop)
    {
        var (from, to) = (TimeOf(data.From), TimeOf(data.To));
        var wanted = await choose.ReadAsync(action.Actor, stop) with
        {
            Answer = data.Answer,
            Progress = data.Progress,
            Following = data.Following,
            Reminder = data.Reminder,
            Survey = data.Survey,
            QuietFrom = from,
            QuietTo = to,
        };
        var isWrong = (from is null && data.From.Length > 0) || (to is null && data.To.Length > 0);
        var chosen = isWrong
            ? new Refusal("notify.hours")
            : await choose.RunAsync(action.Actor, wanted with { Work = data.Work ?? wanted.Work, Article = data.Article ?? wanted.Article }, stop);
        if (chosen.Refusal is { } refusal)
        {
            return await responses.RefusedAsync(refusal, action, stop);
        }

        var words = speaker.WordsFor(action.Reader.Language);
        var answer = from is null ? words["notify.saved"] : words.Format("notify.saved_quiet", ("from", data.From), ("to", data.To));
        return responses.Answered(AnsweredCard.Of(words["notify.title"], answer), action);
    }

    private static LocalTime? TimeOf(string typed) => Minutes.Parse(typed.Trim()) is { Success: true, Value: var time } ? time : null;
}
