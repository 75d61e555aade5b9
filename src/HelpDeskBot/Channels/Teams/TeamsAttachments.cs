using HelpDeskBot.BotFramework.Connector;
using HelpDeskBot.BotFramework.Schema;
using HelpDeskBot.BotFramework.Teams;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Turns;

namespace HelpDeskBot.Channels.Teams;

/// <summary>Fetches what people send while its address is good, and keeps it. What is not taken, or cannot be had, is said to them.</summary>
internal sealed class TeamsAttachments(ConnectorClient connector, TeamsDownloads downloads, SaveFile save, Speaker speaker)
{
    private const int MostFiles = 10;

    public Task<IReadOnlyList<AttachmentId>> SaveAsync(Activity activity, TeamsPlace place, CancellationToken stop) =>
        SaveAsync(TeamsFiles.Of(activity), activity, place, stop);

    public async Task<IReadOnlyList<AttachmentId>> SaveAsync(
        IReadOnlyList<TeamsFile> files, Activity activity, TeamsPlace place, CancellationToken stop)
    {
        var saved = new List<AttachmentId>();
        foreach (var file in files.Take(MostFiles))
        {
            var kept = await KeepAsync(file, activity, place, stop);
            if (kept.Refusal is { } refusal)
            {
                await speaker.SayAsync(place.Place.Of(place.Actor), refusal, place.Reader.Language, stop);
            }
            else
            {
                saved.Add(new AttachmentId(kept.Value.Id));
            }
        }

        return saved;
    }

    private async Task<Outcome<FileView>> KeepAsync(TeamsFile file, Activity activity, TeamsPlace place, CancellationToken stop)
    {
        var fetched = file.IsInline
            ? await FetchImageAsync(file, activity, stop)
            : await downloads.GetAsync(file.Address, SaveFile.Limit, stop);
        return fetched.Bytes is { } bytes
            ? await save.RunAsync(new SaveFileCommand(NameOf(file, bytes), new MemoryStream(bytes)), place.Actor, stop)
            : new Refusal(fetched.IsTooLarge ? "file.too_large" : "file.lost").With("name", file.Name);
    }

    private async Task<Download> FetchImageAsync(TeamsFile file, Activity activity, CancellationToken stop)
    {
        var image = await connector.GetContentAsync(TeamsReference.Of(activity), file.Address, SaveFile.Limit, stop);
        return new Download(image.Value?.Bytes) { IsTooLarge = image.Code == ConnectorCodes.TooLarge };
    }

    // Pictures in the text have no name; what they are stands in their first bytes.
    private static string NameOf(TeamsFile file, byte[] bytes) => !file.IsInline || Path.HasExtension(file.Name)
        ? file.Name
        : "image" + (bytes switch
        {
            [0x89, 0x50, ..] => ".png",
            [0xFF, 0xD8, ..] => ".jpg",
            [0x47, 0x49, ..] => ".gif",
            [0x52, 0x49, ..] => ".webp",
            _ => "",
        });
}
