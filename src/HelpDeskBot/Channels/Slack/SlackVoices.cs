using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Under whose name and picture something stands.</summary>
/// <param name="Picture">Its address; null for the bot's own.</param>
internal sealed record SlackVoice(string Name, string? Picture);

/// <summary>Tells under whose name and picture somebody's words stand: that of their own profile, if they are in Slack too.</summary>
internal sealed class SlackVoices(FindAccount accounts, SlackDirectory directory)
{
    /// <summary>Null for the bot's own words.</summary>
    public async Task<SlackVoice?> OfAsync(Content content, CancellationToken stop)
    {
        if (content.SaidBy is not { } name)
        {
            return null;
        }

        var account = content.SaidById is { } person ? await accounts.RunAsync(SlackNames.Channel, person, stop) : null;
        return new SlackVoice(name, account is null ? null : await PictureAsync(SlackNames.UserOf(account), stop));
    }

    private async Task<string?> PictureAsync(string user, CancellationToken stop)
    {
        try
        {
            return (await directory.FindAsync(user, stop))?.Profile?.Image72;
        }
        catch (IOException)
        {
            return null; // the words matter more
        }
    }
}
