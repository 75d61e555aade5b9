using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Checks;

/// <summary>No answer and no announcement is missing, and none is doubled.</summary>
internal static class AnswerChecks
{
    private const string GravestFiled = "announce.filed_gravest";

    public static void Run(Evidence found)
    {
        Announced(found);
        LeadsTold(found);
        Answered(found);
    }

    // What each entry of a history must have caused, by the notification matrix.
    private static void Announced(Evidence found)
    {
        var typed = found.Ledger.Where(line => line.What is Said.ThreadNote or Said.ThreadReply)
            .Select(line => line.Text!.Replace("reply: ", "", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        Same.Assert(
            "announcements",
            found.Tickets.SelectMany(stored => Expected(stored, typed)),
            found.Outbox.Where(row => row.Entry is not null).Select(row => $"{row.Ticket}#{row.Entry} {row.Lane} {Name(Evidence.OutgoingOf(row).What)}"));
    }

    private static IEnumerable<string> Expected(StoredTicket stored, HashSet<string> typed)
    {
        Ticket? before = null;
        foreach (var entry in stored.Entries)
        {
            var after = Timeline.Apply(before, entry);
            foreach (var (lane, what) in Expected(before, after, entry, typed.Contains(entry.Text ?? "")))
            {
                yield return $"{entry.Ticket}#{entry.Sequence} {lane} {what}";
            }

            before = after;
        }
    }

    private static IEnumerable<(string Lane, string What)> Expected(Ticket? before, Ticket after, TimelineEntry entry, bool isTyped)
    {
        var (requester, room) = ($"person:{after.Requester}", $"room:{after.Queue}");
        return entry.Act switch
        {
            Act.File => [(requester, "ticket-requester"), (room, "ticket-agent")],
            Act.Claim => [(requester, "announce.claimed")],
            Act.Reply or Act.AskRequester => [(requester, "quote"), (room, isTyped ? nameof(Echo) : "quote")],
            Act.Note => isTyped ? [] : [(room, "quote")],
            Act.Comment when after.ReopenCount > before!.ReopenCount =>
            [
                (room, "quote"), ($"person:{after.Owner}", "announce.owner_reopened"),
                .. after.ReopenCount > 1 && after.Owner?.Value != "elif" ? [("person:elif", "announce.reopened_often")] : Array.Empty<(string, string)>(),
            ],
            Act.Comment when before.Status is Status.Waiting => [(room, "quote"), ($"person:{after.Owner}", "announce.owner_answered")],
            Act.Comment => [(room, "quote")],
            Act.DeleteMessage => [(room, "announce.deleted")],
            Act.Resolve => [(requester, "ticket-fixed")],
            Act.Confirm => Array.Empty<(string, string)>(),
            _ => throw new InvalidOperationException($"Nobody did {entry.Act}"),
        };
    }

    private static void LeadsTold(Evidence found) => Same.Assert(
        "gravest tickets told to the lead",
        found.Tickets.Select(stored => stored.Ticket).Where(ticket => ticket.Priority == Priority.P1).Select(ticket => $"person:elif {ticket.Id}"),
        found.Outbox.Where(row => row.Entry is null)
            .Select(row => (row.Lane, Line: Evidence.OutgoingOf(row).What as Line))
            .Where(row => row.Line?.Key == GravestFiled)
            .Select(row => $"{row.Lane} {row.Line!.Values["ticket"]}"));

    private static string Name(Message what) => what switch
    {
        Line line => line.Key,
        TicketCard card => card.Card,
        Quote => "quote",
        _ => what.GetType().Name,
    };

    // Every client waited for the answers to what it said and pressed; there are exactly those.
    private static void Answered(Evidence found)
    {
        var answers = found.Outbox.Where(row => row.Entry is null && !row.IsReminder && row.Kind == OutboxKind.Message)
            .Where(row => Evidence.OutgoingOf(row).What is Line { Key: not GravestFiled } or DataCard or TicketCard)
            .Select(row => row.Key)
            .ToHashSet();
        Same.Assert("answers", found.Ledger.Where(line => line.What == Said.Answer).Select(line => line.Activity!).Where(answers.Contains), answers);
        var originals = found.ChatLog.Where(row => row.Event == ChatEvent.Message && answers.Contains(row.Activity))
            .Select(row => new ShownMessage((JsonObject)JsonNode.Parse(row.Body)!).Answers)
            .Where(key => key is not null)
            .Select(key => key!)
            .ToList();
        Assert.Empty(originals.CountBy(key => key, StringComparer.Ordinal).Where(pair => pair.Value > 1).Select(pair => $"{pair.Key} was answered {pair.Value} times"));
    }
}
