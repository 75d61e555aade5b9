using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Checks;

/// <summary>Everything that came in was dealt with once, everything that had to leave has left once.</summary>
internal static class QueueChecks
{
    public static void Run(Evidence found)
    {
        Assert.Equal("ok", found.Integrity);
        Assert.Empty(found.Inbox.Where(row => row.State != InboxState.Done).Select(row => $"inbox {row.Id} {row.State} {row.Error}"));
        Assert.Empty(found.Outbox.Where(row => row.State != OutboxState.Sent && !IsUndo(row)).Select(row => $"outbox {row.Id} {row.State} {row.Error}"));
        Assert.Equal(0, found.Drafts);
        ReceivedOnce(found);
        ShownOnce(found);
        InOrder(found);
    }

    // A reply can be undone until a correction draws its echo again, a minute later.
    public static bool IsUndo(OutboxRow row) => row is { Kind: OutboxKind.Correction, State: OutboxState.Pending, Attempts: 0, NotBefore: not null };

    // Every acknowledged message is one delivery and one message in the conversation, and nothing else is.
    private static void ReceivedOnce(Evidence found)
    {
        var said = found.Ledger.Where(line => line.Activity is not null && line.What != Said.Answer).ToList();
        Same.Assert(
            "deliveries",
            said.Select(line => $"{line.By}/{line.Key}"),
            found.Inbox.Select(row => row.DeliveryKey[(row.DeliveryKey.IndexOf('/', StringComparison.Ordinal) + 1)..]));
    }

    private static void ShownOnce(Evidence found)
    {
        var shown = found.ChatLog.Where(row => row.Event == ChatEvent.Message).Select(row => row.Activity).ToList();
        var takenBack = TakenBack(found).ToHashSet(StringComparer.Ordinal);
        var created = found.Outbox.Where(IsCreated).Select(row => row.Key).Where(key => !takenBack.Contains(key) || shown.Contains(key)).ToList();
        var said = found.Ledger.Where(line => line.Activity is not null && line.What != Said.Answer).Select(line => line.Activity!);
        Same.Assert(
            "messages in conversations",
            created.Concat(said),
            shown);
        Same.Assert("copies", created.Where(key => !takenBack.Contains(key)), found.Copies.Select(copy => copy.OutboxKey));
        Same.Assert(
            "messages taken away",
            takenBack.Where(shown.Contains),
            found.ChatLog.Where(row => row.Event == ChatEvent.Message && row.Current is null).Select(row => row.Activity));
    }

    // What is taken back before it was passed on is passed on to nobody; later its copies are removed.
    private static IEnumerable<string> TakenBack(Evidence found)
    {
        var histories = found.Tickets.ToDictionary(stored => stored.Ticket.Id, stored => stored.Entries);
        return found.Outbox
            .Where(row => row is { Ticket: not null, Entry: not null } && Corrections.IsTakenBack(histories[row.Ticket.Value], row.Entry.Value))
            .Select(row => row.Key);
    }

    private static bool IsCreated(OutboxRow row) => row.Kind == OutboxKind.Message && Evidence.OutgoingOf(row).What is not Redraw;

    // Sequences have no gaps, and what was said to one place stands there in the order in which it was said.
    private static void InOrder(Evidence found)
    {
        var order = found.Outbox.ToDictionary(row => row.Key, row => row.Id, StringComparer.Ordinal);
        foreach (var conversation in found.ChatLog.GroupBy(row => row.Conversation))
        {
            Assert.Equal(Enumerable.Range(1, conversation.Count()).Select(i => (long)i), conversation.Select(row => row.Sequence));
            var ids = conversation.Where(row => row.Event == ChatEvent.Message && order.ContainsKey(row.Activity)).Select(row => order[row.Activity]).ToList();
            Assert.Equal(ids.Order(), ids);
        }
    }
}
