using HelpDeskBot.Desk.Files;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Slack.Api;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Channels.Slack;

/// <summary>What became of files that came with a message.</summary>
internal sealed record SlackFilesTaken(IReadOnlyList<AttachmentId> Files, IReadOnlyList<Refusal> Refusals);

/// <summary>Fetches files that people send and keeps them.</summary>
internal sealed class SlackFiles(SlackClient client, SaveFile save, TimeProvider technical)
{
    private static readonly string[] NothingToFetch = ["tombstone", "external", "hidden_by_limit"];

    /// <exception cref="IOException">Slack does not give one now; ask again.</exception>
    public async Task<SlackFilesTaken> TakeAsync(IReadOnlyList<SlackFile> files, Actor actor, CancellationToken stop)
    {
        var (kept, refusals) = (new List<AttachmentId>(), new List<Refusal>());
        foreach (var file in files)
        {
            if (await WholeAsync(file, stop) is not { } whole || NothingToFetch.Contains(whole.Mode))
            {
                continue;
            }

            var outcome = await TakeAsync(whole, actor, stop);
            if (outcome.Refusal is { } refusal)
            {
                refusals.Add(refusal);
            }
            else
            {
                kept.Add(new AttachmentId(outcome.Value.Id));
            }
        }

        return new SlackFilesTaken(kept, refusals);
    }

    private async Task<Outcome<Desk.Outbox.FileView>> TakeAsync(SlackFile file, Actor actor, CancellationToken stop)
    {
        var name = file.Name ?? file.Title ?? "file";
        using var content = new MemoryStream();
        var fetched = await SlackRetries.AskAsync(
            () =>
            {
                content.SetLength(0);
                return client.Files.DownloadAsync(file.UrlPrivateDownload ?? file.UrlPrivate, content, SaveFile.Limit, stop);
            },
            technical,
            stop);
        if (fetched.IsOk)
        {
            content.Position = 0;
            return await save.RunAsync(new SaveFileCommand(name, content), actor, stop);
        }

        return fetched.Outcome is SlackOutcome.Refused
            ? new Refusal(fetched.Error == "file_too_large" ? "file.too_large" : "file.not_fetched").With("name", name)
            : throw new IOException($"A file could not be fetched: {fetched.Error}");
    }

    // Events of channels shared with others say no more than the id.
    private async Task<SlackFile?> WholeAsync(SlackFile file, CancellationToken stop)
    {
        if (file is not { FileAccess: "check_file_info", Id: { } id })
        {
            return file;
        }

        var info = await SlackRetries.AskAsync(() => client.Files.InfoAsync(id, stop), technical, stop);
        return info.IsOk ? info.Value : null;
    }
}
