using FsCheck;
using FsCheck.Fluent;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using NodaTime;

namespace HelpDeskBot.Tests.Domain.Tickets;

public class TimelineTests
{
    [Fact]
    public void Replaying_any_history_gives_the_ticket_and_its_sequence_has_no_gaps() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 10_000)).ToArbitrary(), choices =>
        {
            var story = Play(choices);
            Assert.Equal(story.Ticket, Timeline.Replay(story.Entries), TicketComparer.Same);
            Assert.Equal(Enumerable.Range(1, story.Entries.Count), story.Entries.Select(entry => entry.Sequence));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_changed_word_who_when_or_order_breaks_the_chain()
    {
        var entries = TicketStory.In(Status.Closed, isOwned: true).Entries;
        var hashes = Chain(entries);

        Assert.NotEqual(hashes[^1], Chain([.. entries.Select((e, i) => i == 1 ? e with { By = new PersonId("mallory") } : e)])[^1]);
        Assert.NotEqual(hashes[^1], Chain([.. entries.Select((e, i) => i == 1 ? e with { At = e.At + Duration.FromTicks(10) } : e)])[^1]);
        Assert.NotEqual(hashes[^1], Chain([entries[0], .. entries.Skip(2)])[^1]);
        Assert.NotEqual(HashChain.Digest("salt", "as said"), HashChain.Digest("salt", "as changed"));
    }

    [Fact]
    public void An_entry_that_does_not_follow_is_refused()
    {
        var entries = TicketStory.In(Status.Resolved, isOwned: true).Entries;

        Assert.Throws<InvalidDataException>(() => Timeline.Replay(entries.Skip(1)));
        Assert.Throws<InvalidDataException>(() => Timeline.Replay([entries[0], entries[2]]));
        Assert.Throws<InvalidDataException>(() => Timeline.Replay([]));
    }

    [Fact]
    public void A_change_that_says_a_wrong_from_is_refused()
    {
        var entries = TicketStory.In(Status.Resolved, isOwned: true).Entries;
        var forged = entries[^1] with { Changes = [new Change("status", "Waiting", "Closed")] };

        Assert.Throws<InvalidDataException>(() => Timeline.Replay([.. entries.SkipLast(1), forged]));
    }

    private static TicketStory Play(int[] choices)
    {
        var story = TicketStory.Filed();
        var acts = ActTable.Rows.Values.ToList();
        var roles = ActTable.Roles.Values.ToList();
        foreach (var choice in choices)
        {
            story.Wait(Duration.FromHours(choice % 60));
            var (run, role) = (acts[choice % acts.Count].Run, roles[choice / acts.Count % roles.Count]);
            if (run(story.Ticket, role, story.Now + Duration.FromMinutes(1)).Succeeded)
            {
                story.Do(ticket => run(ticket, role, story.Now));
            }
        }

        return story;
    }

    private static List<string> Chain(IReadOnlyList<TimelineEntry> entries)
    {
        var hashes = new List<string>();
        foreach (var entry in entries)
        {
            hashes.Add(HashChain.Next(hashes.LastOrDefault(HashChain.Start), entry, HashChain.Digest("salt", entry.Text)));
        }

        return hashes;
    }
}
