using System.Text;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Files;

/// <summary>A file somebody sends; the stream is read once, up to the limit.</summary>
public sealed record SaveFileCommand(string Name, Stream Content);

/// <summary>Keeps a file that is on its way to a ticket.</summary>
public sealed class SaveFile(HelpDeskDb db, IFileStore store, BusinessClock clock, TimeProvider technical)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int Limit = 25 * 1024 * 1024;

    /// <summary>Longest message that stays text, in characters.</summary>
    public const int TextLimit = 16_000;

    /// <summary>The name of the file that keeps a longer one.</summary>
    internal const string LongText = "message.txt";

    private const int NameLimit = 120;

    /// <summary>Keeps the content; the surrounding unit of work commits the row that names it.</summary>
    public async Task<Outcome<FileView>> RunAsync(SaveFileCommand command, Actor actor, CancellationToken stop)
    {
        var name = CleanName(command.Name);
        if (FileTypes.OfName(name) is not { } contentType)
        {
            return new Refusal("file.type").With("name", name);
        }

        using var content = new MemoryStream();
        if (!await CopyUpToAsync(command.Content, content, Limit, stop))
        {
            return new Refusal("file.too_large").With("name", name);
        }

        return FileTypes.Matches(contentType, content.GetBuffer().AsSpan(0, (int)content.Length))
            ? await KeepAsync(name, contentType, content, actor, stop)
            : new Refusal("file.not_what_it_says").With("name", name);
    }

    /// <summary>Text beyond <see cref="TextLimit"/> becomes <c>message.txt</c>; the beginning stays as the text.</summary>
    public async Task<(string Text, FileView? File)> KeepLongTextAsync(string text, Actor actor, CancellationToken stop)
    {
        if (text.Length <= TextLimit)
        {
            return (text, null);
        }

        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var file = await KeepAsync(LongText, "text/plain", content, actor, stop);
        var end = char.IsHighSurrogate(text[1_999]) ? 1_999 : 2_000;
        return (text[..end] + "…", file);
    }

    private async Task<FileView> KeepAsync(string name, string contentType, MemoryStream content, Actor actor, CancellationToken stop)
    {
        var row = new AttachmentRow
        {
            Id = new AttachmentId(Guid.CreateVersion7(technical.GetUtcNow())),
            By = actor.Person!.Value,
            Name = name,
            ContentType = contentType,
            Size = content.Length,
            At = clock.Now,
        };
        content.Position = 0;
        await store.SaveAsync(row.Id, content, stop);
        db.Attachments.Add(row);
        return row.ToView();
    }

    private static async Task<bool> CopyUpToAsync(Stream from, MemoryStream to, int limit, CancellationToken stop)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, stop) is > 0 and var read)
        {
            if (to.Length + read > limit)
            {
                return false;
            }

            to.Write(buffer, 0, read);
        }

        return true;
    }

    private static string CleanName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && c != '"')]).Trim();
        var start = Math.Max(0, clean.Length - NameLimit);
        return clean[(start < clean.Length && char.IsLowSurrogate(clean[start]) ? start + 1 : start)..];
    }
}
