using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>Who reads: their language and time zone, and whether they are shown what only agents see.</summary>
public sealed record Reader(string Language, string Zone);

/// <summary>Who reads what somebody wrote.</summary>
public enum QuoteReader
{
    Requester,

    Follower,

    /// <summary>In the thread under the ticket's card.</summary>
    Agents,
}

/// <summary>One message of a digest, as it would have come alone.</summary>
public sealed record DigestItem(TicketId? Ticket, Content Content);

/// <summary>Turns messages into words and cards. The host implements it; it knows the templates and the strings.</summary>
public interface IRenderer
{
    Content Line(Line line, Reader reader);

    Content Card(DataCard card, Reader reader);

    /// <summary>The ticket's card as it is now.</summary>
    Content Ticket(TicketView view, string card, Reader reader);

    /// <summary>What somebody wrote.</summary>
    Content Quote(TicketView view, QuoteView quote, QuoteReader to, Reader reader);

    /// <summary>A draft of an article that waits for somebody who decides.</summary>
    Content Draft(ArticleDraftView draft, Reader reader);

    /// <summary>Several messages that waited, as one.</summary>
    Content Digest(IReadOnlyList<DigestItem> items, Reader reader);

    /// <summary>The same content, marked for the reader as something they may have seen before.</summary>
    Content Repeated(Content content, Reader reader);

    /// <summary>That a reply typed in the thread went out.</summary>
    Content Echo(TicketView view, QuoteView quote, Reader reader);
}
