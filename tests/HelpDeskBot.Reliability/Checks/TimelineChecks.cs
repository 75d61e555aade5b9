using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Domain.Tickets;

namespace HelpDeskBot.Reliability.Checks;

/// <summary>Histories have no gaps, give the stored tickets, cannot have been changed, and never have two owners.</summary>
internal static class TimelineChecks
{
    public static void Run(Evidence found)
    {
        var texts = found.Texts.ToDictionary(text => (text.Ticket, text.Sequence));
        foreach (var (ticket, entries, rows) in found.Tickets)
        {
            Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => entry.Sequence));
            Assert.Equal(ticket, Timeline.Replay(entries), TicketComparer.Same);
            Assert.Equal(ticket.Owner, entries.SingleOrDefault(entry => entry.Act == Act.Claim)?.By);
            Assert.True(
                entries.Where(entry => entry.Act is Act.Reply or Act.AskRequester or Act.Resolve).All(entry => entry.By == ticket.Owner),
                $"{ticket.Id} was worked on by another than its owner");
            var previous = HashChain.Start;
            foreach (var (row, entry) in rows.Zip(entries))
            {
                var digest = HashChain.Digest(texts.GetValueOrDefault((row.Ticket, row.Sequence))?.Salt, entry.Text);
                Assert.Equal(previous, row.PreviousHash);
                Assert.Equal(digest, row.TextDigest);
                Assert.Equal(HashChain.Next(previous, entry, digest), row.Hash);
                previous = row.Hash;
            }
        }
    }
}
