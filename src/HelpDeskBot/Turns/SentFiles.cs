using System.Text;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;

namespace HelpDeskBot.Turns;

/// <summary>Files that go between somebody and the bot: what they sent, as text, and what they are given.</summary>
internal sealed class SentFiles(OpenFile open, SaveFile save)
{
    /// <summary>What a file is called that this person sent; null if it is not theirs to read.</summary>
    public async Task<string?> NameAsync(Guid file, Actor actor, CancellationToken stop)
    {
        var opened = await open.RunAsync(file, actor, stop);
        if (opened.Refusal is not null)
        {
            return null;
        }

        await opened.Value.Content.DisposeAsync();
        return opened.Value.File.Name;
    }

    public async Task<Outcome<string>> TextAsync(Guid file, Actor actor, CancellationToken stop)
    {
        var opened = await open.RunAsync(file, actor, stop);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var content = opened.Value.Content;
        using var reader = new StreamReader(content);
        return Characters.Storable(await reader.ReadToEndAsync(stop));
    }

    public async Task<Outcome<FileView>> KeepTextAsync(string name, string text, Actor actor, CancellationToken stop)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await KeepAsync(name, content, actor, stop);
    }

    public Task<Outcome<FileView>> KeepAsync(string name, Stream content, Actor actor, CancellationToken stop) =>
        save.RunAsync(new SaveFileCommand(name, content), actor, stop);
}
