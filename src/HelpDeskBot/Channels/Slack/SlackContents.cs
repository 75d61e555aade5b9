using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Slack;

/// <summary>The words and files of what was said.</summary>
internal sealed class SlackContents(SlackTexts texts, SlackFiles files, SlackReported reported, Speaker speaker)
{
    /// <summary>All of what was said; null if it is made of a message that cannot be read any more.</summary>
    public Task<SlackSaid?> WholeAsync(SlackSaid said, CancellationToken stop) => reported.ReadAsync(said, stop);

    public Task<bool> NamesBotAsync(string text, CancellationToken stop) => texts.NamesBotAsync(text, stop);

    public async Task<string> PlainAsync(string text, CancellationToken stop) => Characters.Storable(await texts.PlainAsync(text, stop));

    public async Task<string> OfAsync(SlackSaid said, SlackSpeaker by, CancellationToken stop)
    {
        if (said.As is SlackSaidAs.Removal)
        {
            return "";
        }

        var plain = await PlainAsync(said.Text, stop);
        return said.As switch
        {
            SlackSaidAs.Added => First(by, "room.say"),
            SlackSaidAs.Command when plain.Length == 0 => First(by, "say.Help"),
            SlackSaidAs.Ticket when said.Link is { } link => $"{plain}\n\n{link}".Trim(),
            _ => plain,
        };
    }

    /// <summary>Fetches what came along; what may not be kept is said to who sent it.</summary>
    public async Task<IReadOnlyList<AttachmentId>> FilesAsync(SlackSaid said, SlackSpeaker by, CancellationToken stop)
    {
        var taken = await files.TakeAsync(said.Files, by.Actor, stop);
        foreach (var refusal in taken.Refusals)
        {
            await speaker.SayAsync(Desk.Outbox.Destination.To(by.Actor.Person!.Value), refusal, by.Reader.Language, stop);
        }

        return taken.Files;
    }

    private string First(SlackSpeaker by, string key) => speaker.WordsFor(by.Reader.Language)[key].Split(',')[0].Trim();
}
