using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Slack.Api;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Shares the files of a message in its thread.</summary>
internal sealed class SlackUploads(SlackClient client, IFileStore store, TimeProvider technical)
{
    /// <summary>
    /// The message is there already, so that nothing may be tried again as a whole: a file that does not arrive is named instead. It stays on
    /// the ticket.
    /// </summary>
    public async Task ShareAsync(Place place, string message, IReadOnlyList<FileView> files, CancellationToken stop)
    {
        foreach (var file in files)
        {
            var shared = await SlackRetries.AskAsync(() => ShareAsync(place, message, file, stop), technical, stop);
            if (!shared.IsOk)
            {
                var page = BlockKitTranslation.ToMessage($"📎 {file.Name}").Pages[0];
                await client.Chat.PostAsync(
                    new OutgoingMessage(place.Conversation, page.Text) { Blocks = page.Blocks, ThreadTs = place.ThreadRoot ?? message }, triedSince: null, stop);
            }
        }
    }

    private async Task<SlackResult<HelpDeskBot.Slack.Payloads.SlackFile>> ShareAsync(Place place, string message, FileView file, CancellationToken stop)
    {
        await using var content = await store.OpenAsync(new AttachmentId(file.Id), stop);
        var outgoing = new OutgoingFile(place.Conversation, file.Name, file.Size) { ThreadTs = place.ThreadRoot ?? message };
        return await client.Files.UploadAsync(outgoing, content, stop);
    }
}
