using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using NodaTime;

namespace HelpDeskBot.Cards;

/// <summary>What somebody wants to be told, and what waited for them.</summary>
internal static class NotificationCards
{
    private const int ItemShown = 400;
    private const int TicketsShown = 6;
    private const int ItemsShown = 40;

    public static DataCard Settings(NotificationSettings settings, Actor reader, Guid nonce, Words words) => CardData.Card("form-act", new
    {
        title = words["notify.title"],
        subject = "",
        hint = words["notify.hint"],
        error = "",
        ticks = Array.Empty<object>(),
        choices = Choices(settings, reader, words),
        texts = Array.Empty<object>(),
        dates = Array.Empty<object>(),
        times = new[]
        {
            new FormMoment("from", words["notify.quiet_from"], TextOf(settings.QuietFrom)),
            new FormMoment("to", words["notify.quiet_to"], TextOf(settings.QuietTo)),
        },
        submit = new Button(words["notify.save"], Verbs.NotificationsChoose, new { key = Keys.OfForm(nonce) }).Primary(),
    });

    public static DataCard Digest(IReadOnlyList<DigestItem> items, Words words) => CardData.Card("digest", new
    {
        title = words.Format("digest.title", ("count", items.Count)),
        items = items.Take(ItemsShown).Select(item => new { text = CardData.Cut(TextOf(item.Content), ItemShown) }),
        buttons = items.Select(item => item.Ticket).OfType<Domain.Tickets.TicketId>().Distinct().Take(TicketsShown)
            .Select(ticket => new Button(words.Format("digest.open", ("ticket", ticket)), Verbs.TicketShow, new { ticket })),
    });

    private static IEnumerable<FormChoice> Choices(NotificationSettings settings, Actor reader, Words words) =>
        from kind in Enum.GetValues<NotificationKind>()
        where kind switch
        {
            NotificationKind.Urgent => false,
            NotificationKind.Work => reader.IsAgentSomewhere,
            NotificationKind.Article => KnowledgeAccess.Edits(reader),
            _ => true,
        }
        select new FormChoice(
            kind.ToString().ToLowerInvariant(), words[$"notify.kind_{kind}"], settings.PaceOf(kind).ToString(), Paces(kind, words));

    private static IEnumerable<FormOption> Paces(NotificationKind kind, Words words) =>
        from pace in Enum.GetValues<Pace>()
        where kind is not NotificationKind.Answer || pace is not Pace.Off
        select new FormOption(words[$"notify.pace_{pace}"], pace.ToString());

    // Without the buttons, which a digest cannot have.
    private static string TextOf(Content content)
    {
        if (content.Card is not { } card)
        {
            return content.Text;
        }

        var silent = (JsonObject)card.DeepClone();
        silent["body"]!.AsArray().RemoveAll(element => element!["type"]!.GetValue<string>() == "ActionSet");
        return CardText.Render(silent).Trim();
    }

    private static string TextOf(LocalTime? time) => time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
