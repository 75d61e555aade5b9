using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Turns;

/// <summary>A desk file that somebody sent or wrote, and what would become of it.</summary>
internal sealed record CheckedDesk(Guid File, string Yaml, DeskCheck Check);

/// <summary>Checks desk files. Between preview and decision the text is kept as a file of who wrote it.</summary>
internal sealed class DeskChecks(CheckDesk check, SentFiles files)
{
    public const string FileName = "desk.yaml";

    /// <summary>Checks a text that was written in a form, and keeps it.</summary>
    public async Task<Outcome<CheckedDesk>> OfTextAsync(string yaml, Actor actor, CancellationToken stop)
    {
        var checkd = await check.RunAsync(yaml, actor, stop);
        if (checkd.Refusal is { } refusal)
        {
            return refusal;
        }

        var kept = await KeepAsync(yaml, actor, stop);
        return kept.Refusal is { } unkept ? unkept : new CheckedDesk(kept.Value.Id, yaml, checkd.Value);
    }

    /// <summary>Checks a file of this person.</summary>
    public async Task<Outcome<CheckedDesk>> OfFileAsync(Guid file, Actor actor, CancellationToken stop)
    {
        var yaml = await ReadAsync(file, actor, stop);
        if (yaml.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var checkd = await check.RunAsync(yaml.Value, actor, stop);
        return checkd.Refusal is { } refusal ? refusal : new CheckedDesk(file, yaml.Value, checkd.Value);
    }

    public Task<Outcome<string>> ReadAsync(Guid file, Actor actor, CancellationToken stop) => files.TextAsync(file, actor, stop);

    public Task<Outcome<FileView>> KeepAsync(string yaml, Actor actor, CancellationToken stop) => files.KeepTextAsync(FileName, yaml, actor, stop);

    /// <summary>Whether a file that this person sent may be a desk file.</summary>
    public async Task<bool> IsDeskFileAsync(Guid file, Actor actor, CancellationToken stop) =>
        Path.GetExtension(await files.NameAsync(file, actor, stop))?.ToLowerInvariant() is ".yaml" or ".yml";
}
