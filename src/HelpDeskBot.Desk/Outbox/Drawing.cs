using System.Text.Json;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>Draws messages as they are now, for who reads them.</summary>
internal sealed class Drawing(TicketViews views, TicketSight sight, ArticleDrafts drafts, Rendering rendering, HelpDeskDb db)
{
    public Rendering Rendering => rendering;

    public Task<TicketView> ViewAsync(TicketId ticket, CancellationToken stop) => views.LoadAsync(ticket, stop);

    /// <summary>The content, and the version of the ticket that it shows; null if what it says was taken back.</summary>
    public async Task<(Content Content, int Version)?> DrawAsync(Destination to, Message what, Reader reader, CancellationToken stop)
    {
        switch (what)
        {
            case Line line:
                return (rendering.Renderer.Line(line, reader), 0);
            case DataCard card:
                return (rendering.Renderer.Card(card, reader), 0);
            case TicketCard card:
                var view = await views.LoadAsync(card.Ticket, stop);
                return (await CardAsync(to, view, card.Card, reader, stop), view.Ticket.Version);
            case Quote quote:
                return await SaidAsync(
                    quote.Ticket, quote.Entry, (about, said) => rendering.Renderer.Quote(about, said, ReaderOf(to, quote), reader), stop);
            case Echo echo:
                return await SaidAsync(echo.Ticket, echo.Entry, (about, said) => rendering.Renderer.Echo(about, said, reader), stop);
            case ArticleDraft draft:
                return (rendering.Renderer.Draft(await drafts.LoadAsync(draft.Article, draft.Version, stop), reader), 0);
            case Digest digest:
                return (rendering.Renderer.Digest(await ItemsAsync(to, digest, reader, stop), reader), 0);
            default:
                throw new InvalidOperationException($"Nothing renders {what.GetType().Name}");
        }
    }

    /// <summary>A ticket's card as the readers of this place may see it.</summary>
    public async Task<Content> CardAsync(Destination to, TicketView view, string card, Reader reader, CancellationToken stop) =>
        rendering.Renderer.Ticket(
            TicketCards.IsForOthers(card) ? view with { Sight = await sight.OfAsync(to, view.Ticket, card, stop) } : view, card, reader);

    /// <summary>Whether the readers of this place may still see what is said on a ticket.</summary>
    public async Task<bool> IsSeenAsync(Destination to, TicketId ticket, CancellationToken stop) =>
        to.Person is not null || await sight.OfAsync(to, (await views.LoadAsync(ticket, stop)).Ticket, TicketCards.Agent, stop) is not Sight.Closed;

    // What was taken back meanwhile is left out.
    private async Task<IReadOnlyList<DigestItem>> ItemsAsync(Destination to, Digest digest, Reader reader, CancellationToken stop)
    {
        var keys = digest.Keys.ToList();
        var items = new List<DigestItem>();
        foreach (var row in await db.Outbox.Where(row => keys.Contains(row.Key)).OrderBy(row => row.Id).ToListAsync(stop))
        {
            var what = JsonSerializer.Deserialize<Outgoing>(row.Body, StoredJson.Options)!.What;
            if (await DrawAsync(to, what, reader, stop) is var (content, _))
            {
                items.Add(new DigestItem(row.Ticket, content));
            }
        }

        return items;
    }

    private static QuoteReader ReaderOf(Destination to, Quote quote)
    {
        if (to.Thread is not null)
        {
            return QuoteReader.Agents;
        }

        return quote.IsForFollower ? QuoteReader.Follower : QuoteReader.Requester;
    }

    private async Task<(Content, int)?> SaidAsync(
        TicketId ticket, int entry, Func<TicketView, QuoteView, Content> draw, CancellationToken stop)
    {
        var said = await views.LoadQuoteAsync(ticket, entry, stop);
        if (said is null)
        {
            return null;
        }

        var view = await views.LoadAsync(ticket, stop);
        return (draw(view, said), view.Ticket.Version);
    }
}

/// <summary>What sending needs of the host: the channels, the renderer and the time.</summary>
internal sealed class Rendering(IRenderer renderer, IEnumerable<IChannel> channels, BusinessClock clock, TimeProvider technical)
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    public IRenderer Renderer => renderer;

    public TimeProvider Technical => technical;

    public NodaTime.Instant Now => clock.Now;

    public IChannel ChannelOf(Place place) => _channels.TryGetValue(place.Channel, out var channel)
        ? channel
        : throw new UndeliverableException($"No channel {place.Channel}");
}
