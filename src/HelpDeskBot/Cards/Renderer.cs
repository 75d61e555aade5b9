using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>Turns what the desk says into words and cards of the reader's language.</summary>
internal sealed class Renderer(CardCatalog catalog) : IRenderer
{
    private const int FilesShown = 20;

    public Content Line(Line line, Reader reader) => new(catalog.WordsOf(reader.Language).Format(line.Key, line.Values)) { Files = line.Files };

    public Content Card(DataCard card, Reader reader)
    {
        var expanded = catalog.Expand(card.Card, card.Data, catalog.WordsOf(reader.Language));
        CardSize.Fit(expanded);
        return new Content(CardText.Render(expanded)) { Card = expanded };
    }

    public Content Ticket(TicketView view, string card, Reader reader) =>
        Card(new TicketCardData(view, reader, catalog.WordsOf(reader.Language)).Of(card), reader);

    public Content Quote(TicketView view, QuoteView quote, QuoteReader to, Reader reader)
    {
        var words = catalog.WordsOf(reader.Language);
        return Card(MessageCard(view, quote, to, words), reader) with { Files = quote.Files, SaidBy = quote.ByName, SaidById = quote.Entry.By };
    }

    public Content Draft(ArticleDraftView draft, Reader reader) =>
        Card(new ArticleVersionCards(catalog.WordsOf(reader.Language), reader).Waiting(draft), reader);

    public Content Digest(IReadOnlyList<DigestItem> items, Reader reader) =>
        Card(NotificationCards.Digest(items, catalog.WordsOf(reader.Language)), reader);

    public Content Repeated(Content content, Reader reader)
    {
        var mark = catalog.WordsOf(reader.Language)["quote.repeated"];
        var card = content.Card?.DeepClone() as JsonObject;
        card?["body"]?.AsArray().Insert(0, new JsonObject { ["type"] = "TextBlock", ["text"] = mark, ["wrap"] = true, ["isSubtle"] = true, ["size"] = "small" });
        return content with { Text = $"{mark}\n{content.Text}", Card = card, MayBeRepeated = true };
    }

    public Content Echo(TicketView view, QuoteView quote, Reader reader)
    {
        var words = catalog.WordsOf(reader.Language);
        var text = words.Format("announce.sent", ("ticket", view.Ticket.Id));
        return Card(
            CardData.Card("line", new
            {
                text = quote.IsEdited ? words.Format("quote.edited", ("by", text)) : text,
                buttons = Undo(view.Ticket.Id, quote, words).ToArray(),
            }),
            reader);
    }

    private static IEnumerable<Button> Undo(TicketId ticket, QuoteView quote, Words words)
    {
        if (quote.CanUndo)
        {
            var entry = quote.Entry.Sequence;
            yield return new Button(words["quote.undo"], Verbs.TicketUndo, new { ticket, entry, key = $"undo/{ticket}/{entry}" });
        }
    }

    private static string ByLine(TicketView view, QuoteView quote, QuoteReader to, Words words)
    {
        var key = to switch
        {
            QuoteReader.Agents => $"quote.thread_{quote.Entry.Act}",
            QuoteReader.Follower => $"quote.follower_{quote.Entry.Act}",
            _ => $"quote.direct_{quote.Entry.Act}",
        };
        var by = words.Format(key, ("name", quote.ByName), ("ticket", view.Ticket.Id));
        return quote.IsEdited ? words.Format("quote.edited", ("by", by)) : by;
    }

    private static DataCard MessageCard(TicketView view, QuoteView quote, QuoteReader to, Words words) => CardData.Card("message", new
    {
        by = ByLine(view, quote, to, words),
        subject = to is QuoteReader.Agents ? "" : view.Ticket.Subject,
        text = CardData.Cut(quote.Entry.Text ?? "", CardData.MessageShown),
        files = quote.Files.Take(FilesShown).Select(file => file.Name),
        isInternal = quote.Entry.Act is Act.Note,
        buttons = MessageButtons(view.Ticket.Id, quote.Entry, to, words).Concat(to is QuoteReader.Agents ? Undo(view.Ticket.Id, quote, words) : []).ToArray(),
    });

    private static IEnumerable<Button> MessageButtons(TicketId ticket, TimelineEntry entry, QuoteReader to, Words words)
    {
        if (to is QuoteReader.Requester && entry.Act is Act.Note)
        {
            yield return new Button(words["my_tickets.open"], Verbs.TicketShow, new { ticket });
        }
        else if (to is QuoteReader.Requester)
        {
            yield return new Button(words["quote.answer"], Verbs.TicketCommentForm, new { ticket });
        }

        if (to is QuoteReader.Follower)
        {
            yield return new Button(words["follow.stop"], Verbs.TicketUnfollow, new { ticket, key = $"unfollow/{ticket}/message/{entry.Sequence}" });
        }

        if (entry.Text?.Length > CardData.MessageShown)
        {
            yield return new Button(words["quote.all"], Verbs.TicketTextForm, new { ticket, entry = entry.Sequence });
        }
    }
}
