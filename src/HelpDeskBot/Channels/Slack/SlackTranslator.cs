using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Turns what was said in Slack into turns.</summary>
internal sealed class SlackTranslator(SlackSpeakers speakers, SlackContents contents, SlackWhispers whispers, TakeDelivery inbox, SaveFile files) : ITurnTranslator
{
    public string Channel => SlackNames.Channel;

    public async Task<Translation> TranslateAsync(Delivery delivery, CancellationToken stop)
    {
        var said = SlackSaid.Read(delivery.Body);
        if (!await IsForUsAsync(said, stop))
        {
            return Translation.Outsider; // people talk to each other there
        }

        var isPrivate = said.As is SlackSaidAs.Command or SlackSaidAs.Ticket;
        var root = said.Thread ?? SlackTexts.LinkedMessage(said.Text, said.Channel);
        var (speaker, isOutside) = await speakers.FindAsync(said.Team, said.User, said.Channel, isPrivate ? null : root, isPrivate, stop);
        if (isOutside)
        {
            whispers.Refuse(said);
            return Translation.Outsider;
        }

        if (speaker is null || await contents.WholeAsync(said, stop) is not { } whole)
        {
            return new Translation(null);
        }

        if (IsAnsweredElsewhere(said, speaker))
        {
            whispers.Point(said);
        }

        return new Translation(await TurnOfAsync(whole, speaker, stop));
    }

    public async Task<Turn?> RecallAsync(CardAction action, string message, CancellationToken stop)
    {
        var team = action.Actor.Identity?.Split(':', 2)[^1].Split('/')[0] ?? "";
        if (await inbox.FindAsync(Channel, SlackSaid.KeyOf(team, action.Place.Conversation, message), stop) is not { } body)
        {
            return null;
        }

        var turn = (await TranslateAsync(new Delivery(Channel, "", body), stop)).Turn;
        return turn?.Actor.Person == action.Actor.Person ? turn : null;
    }

    private static bool IsAnsweredElsewhere(SlackSaid said, SlackSpeaker speaker) => said.As switch
    {
        SlackSaidAs.Message => speaker.Place.IsShared,
        SlackSaidAs.Command or SlackSaidAs.Ticket => said.Channel.Length > 0 && said.Channel != speaker.Place.Conversation,
        _ => false,
    };

    private async Task<bool> IsForUsAsync(SlackSaid said, CancellationToken stop) =>
        said.As is SlackSaidAs.Command or SlackSaidAs.Ticket or SlackSaidAs.Added
        || SlackNames.IsDirect(said.Channel)
        || await speakers.RoomAsync(said.Channel, stop) is not null
        || await contents.NamesBotAsync(said.Text, stop)
        || (said.Before is { } before && await contents.NamesBotAsync(before, stop));

    private async Task<Turn?> TurnOfAsync(SlackSaid said, SlackSpeaker speaker, CancellationToken stop)
    {
        var plain = await contents.OfAsync(said, speaker, stop);
        var (text, overflow) = await files.KeepLongTextAsync(plain, speaker.Actor, stop);
        var attached = (await contents.FilesAsync(said, speaker, stop)).ToList();
        if (overflow is not null)
        {
            attached.Add(new AttachmentId(overflow.Id));
        }

        var correction = said.As is SlackSaidAs.Edit or SlackSaidAs.Removal
            ? new Correction(await BeforeAsync(said, stop), said.As is SlackSaidAs.Removal)
            : null;
        return attached.Count == 0 && string.IsNullOrWhiteSpace(text) && correction is null
            ? null
            : new Turn(speaker.Actor, speaker.Place, said.Ts, text)
            {
                Files = attached,
                Reader = speaker.Reader,
                Correction = correction,
                IsReport = said.As is SlackSaidAs.Ticket,
            };
    }

    private async Task<string> BeforeAsync(SlackSaid said, CancellationToken stop)
    {
        var before = said.Before
            ?? (await inbox.FindAsync(Channel, SlackSaid.KeyOf(said.Team, said.Channel, said.Ts), stop) is { } body ? SlackSaid.Read(body).Text : "");
        return await contents.PlainAsync(before, stop);
    }
}
