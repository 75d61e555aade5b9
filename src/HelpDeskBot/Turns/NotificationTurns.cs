using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;

namespace HelpDeskBot.Turns;

/// <summary>"notifications" shows what somebody is told, to be changed; "why did I get this" says why the last message came, or the one quoted.</summary>
internal sealed class NotificationTurns(ChooseNotifications choose, ExplainNotification explain, Speaker speaker) : ITypedTurns
{
    /// <summary>False if it asks neither, or not in person.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Place.Room is not null)
        {
            return false;
        }

        if (Says(turn, "notify.say_why"))
        {
            await ExplainAsync(turn, stop);
            return true;
        }

        if (turn.Place.Root is not null || !Says(turn, "notify.say"))
        {
            return false;
        }

        var settings = await choose.ReadAsync(turn.Actor, stop);
        speaker.Say(turn.Here, NotificationCards.Settings(settings, turn.Actor, Guid.NewGuid(), speaker.WordsFor(turn.Language)));
        return true;
    }

    private async Task ExplainAsync(Turn turn, CancellationToken stop)
    {
        if (await explain.RunAsync(turn.Place.Conversation, turn.Place.Root, turn.Actor, stop) is not { } told)
        {
            speaker.Say(turn.Here, "notify.why_answer");
            return;
        }

        var words = speaker.WordsFor(turn.Language);
        var because = words.Format($"notify.as_{told.As}", ("ticket", told.Ticket));
        speaker.Say(turn.Here, told.Kind is Domain.People.NotificationKind.Urgent ? "notify.why_urgent" : "notify.why", ("because", because), ("kind", words[$"notify.kind_{told.Kind}"]));
    }

    private bool Says(Turn turn, string key)
    {
        var said = turn.Text.Trim().TrimEnd('.', '!', '?').TrimEnd();
        return turn.Files.Count == 0 && speaker.AllWords(turn.Language).SelectMany(words => words[key].Split(','))
            .Any(form => form.Trim().Equals(said, StringComparison.OrdinalIgnoreCase));
    }
}
