using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Texts;

namespace HelpDeskBot.Desk.Settings;

/// <summary>
/// Puts the settings in force at the start. A file that says something new since it was last read becomes a version; else what was changed
/// in the chat stays. The file that comes along with the program, which changes with updates, never replaces what was changed in the chat.
/// </summary>
internal sealed class LoadDeskSettings(HelpDeskDb db, DeskOptions options, DeskSettingsStore store, DeskVersions versions)
{
    /// <summary>Throws <see cref="WrongFileException"/> for a wrong file, whether or not it would be put in force.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var yaml = await File.ReadAllTextAsync(options.DeskFile, stop);
        var latest = await versions.LatestAsync(stop);
        if (await IsNewAsync(yaml, latest, stop))
        {
            await RefuseWrongAsync(yaml, stop);
            var version = versions.Stage(latest, yaml, by: null, restored: null);
            await db.SaveChangesAsync(stop);
            store.PutInForce(version, yaml);
            return;
        }

        store.Read(yaml, options.DeskFile);
        store.PutInForce(latest!.Version, latest.Yaml);
    }

    private async Task<bool> IsNewAsync(string yaml, DeskSettingsRow? latest, CancellationToken stop)
    {
        if (latest is null)
        {
            return true;
        }

        var wasChangedInChat = latest.By is not null;
        return (await versions.LatestOfFileAsync(stop))?.Yaml != yaml && !(wasChangedInChat && options.IsDeskFileShipped);
    }

    private async Task RefuseWrongAsync(string yaml, CancellationToken stop)
    {
        var problems = await versions.ProblemsAsync(yaml, options.DeskFile, by: null, stop);
        if (problems.Count > 0)
        {
            throw new WrongFileException(options.DeskFile, problems);
        }
    }
}
