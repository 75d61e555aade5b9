using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

/// <summary>Something written on a ticket in a form.</summary>
internal sealed record Writing(TicketId Ticket, string Text, IReadOnlyList<AttachmentId> Files);

/// <summary>Writes it.</summary>
internal delegate Task<Outcome<Ticket>> WritingAct(Writing writing, Actor actor, CancellationToken stop);

/// <summary>The acts that a form with one text stands for.</summary>
internal sealed class WritingActs(IServiceProvider services)
{
    /// <summary>What was typed; a text too long to show is kept as a file.</summary>
    public async Task<Writing> KeepAsync(TicketId ticket, string typed, Actor actor, CancellationToken stop)
    {
        var (text, file) = await Act<SaveFile>().KeepLongTextAsync(typed, actor, stop);
        return new Writing(ticket, text, file is null ? [] : [new AttachmentId(file.Id)]);
    }

    public Task<Outcome<Ticket>> Reply(Writing writing, Actor actor, CancellationToken stop) => Act<ReplyToTicket>()
        .RunAsync(new ReplyToTicketCommand(writing.Ticket, writing.Text) { Files = writing.Files }, actor, stop);

    public Task<Outcome<Ticket>> Note(Writing writing, Actor actor, CancellationToken stop) => Act<NoteOnTicket>()
        .RunAsync(new NoteOnTicketCommand(writing.Ticket, writing.Text) { Files = writing.Files }, actor, stop);

    public Task<Outcome<Ticket>> Ask(Writing writing, Actor actor, CancellationToken stop) => Act<AskRequester>()
        .RunAsync(new AskRequesterCommand(writing.Ticket, writing.Text) { Files = writing.Files }, actor, stop);

    public Task<Outcome<Ticket>> Comment(Writing writing, Actor actor, CancellationToken stop) => Act<CommentOnTicket>()
        .RunAsync(new CommentOnTicketCommand(writing.Ticket, writing.Text) { Files = writing.Files }, actor, stop);

    public Task<Outcome<Ticket>> NotYet(Writing writing, Actor actor, CancellationToken stop) => Act<RejectResolution>()
        .RunAsync(new RejectResolutionCommand(writing.Ticket, writing.Text) { Files = writing.Files }, actor, stop);

    public Task<Outcome<Ticket>> ResolveAsync(
        TicketId ticket, ResolutionReason reason, string text, int version, Actor actor, CancellationToken stop) => Act<ResolveTicket>()
        .RunAsync(new ResolveTicketCommand(ticket, reason, text, version), actor, stop);

    private T Act<T>()
        where T : notnull => services.GetRequiredService<T>();
}
