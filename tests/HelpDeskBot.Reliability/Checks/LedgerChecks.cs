using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Checks;

/// <summary>What was acknowledged has happened once, and nothing else has happened.</summary>
internal static class LedgerChecks
{
    private static readonly Dictionary<string, Act> Acts = new()
    {
        ["intake.file.v1"] = Act.File,
        ["ticket.claim.v1"] = Act.Claim,
        ["ticket.reply.v1"] = Act.Reply,
        ["ticket.note.v1"] = Act.Note,
        ["ticket.ask.v1"] = Act.AskRequester,
        ["ticket.resolve.v1"] = Act.Resolve,
        ["ticket.comment.v1"] = Act.Comment,
        ["ticket.confirm.v1"] = Act.Confirm,
        [Said.QuotedComment] = Act.Comment,
        [Said.TakenAsComment] = Act.Comment,
        [Said.ThreadNote] = Act.Note,
        [Said.ThreadReply] = Act.Reply,
    };

    public static void Run(Evidence found)
    {
        // A button pressed twice, before its card was drawn again, is one act.
        var done = found.Ledger.Where(line => line.Refusal is null).DistinctBy(line => line.Key is null ? (object)line : (line.By, line.What, line.Key)).ToList();
        Same.Assert(
            "acts",
            done.Where(line => Acts.ContainsKey(line.What)).Select(line => $"{line.Ticket} {Acts[line.What]} by {line.By}: {TextOf(line)}")
                .Concat(done.Where(line => line.What == Said.TakenAsComment).Select(line => $"{line.Ticket} {Act.DeleteMessage} by {line.By}: ")), // it was something new
            found.Tickets.SelectMany(ticket => ticket.Entries.Select(entry => $"{entry.Ticket} {entry.Act} by {entry.By}: {TextOf(ticket, entry)}")));
        Same.Assert(
            "filed tickets",
            done.Where(line => line.What == "intake.file.v1").Select(line => $"{line.Ticket} {line.By} {line.Choices} {line.Text}"),
            found.Tickets.Select(stored => stored.Ticket).Select(ticket =>
                $"{ticket.Id} {ticket.Requester} {ticket.Category}/{ticket.Impact}/{ticket.Urgency} {ticket.Description}"));
        Same.Assert(
            "questions that became tickets",
            done.Where(line => line.What == Said.Question).Select(line => line.Text!),
            found.Tickets.Select(stored => stored.Ticket.Description));
        Same.Assert(
            "presses that count once",
            done.Where(line => line.Activity is null && line.Key is not null && IsKept(line)).Select(line => $"{line.By} {KeyOf(line)}").Distinct(),
            found.Receipts.Select(receipt => $"{receipt.Person} {receipt.Key}"));
    }

    // Forms that open or come back are not kept: they do nothing.
    private static bool IsKept(LedgerLine line) => !line.What.EndsWith(".form.v1", StringComparison.Ordinal) && !line.What.StartsWith("told.", StringComparison.Ordinal);

    private static string KeyOf(LedgerLine line) => Guid.TryParse(line.Key, out var nonce) ? $"form/{nonce:N}" : line.Key!;

    private static string TextOf(LedgerLine line) => line.What switch
    {
        Said.ThreadReply => line.Text!["reply: ".Length..],
        _ => line.Text ?? "",
    };

    private static string TextOf(StoredTicket stored, TimelineEntry entry) => entry.Act switch
    {
        Act.File => stored.Ticket.Description,
        Act.DeleteMessage => "", // the resolution that counts again, if there was one
        _ => entry.Text ?? "",
    };
}
