using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Work;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.WebChat;

/// <summary>Activities of a conversation as JSON, and the watermark behind the last of them.</summary>
public sealed record ChatPage(IReadOnlyList<string> Activities, long Watermark);

/// <summary>
/// The web chat's own log of conversations. The other platforms keep what they showed; here it is ours to keep, so that a reload, a
/// reconnect and a restart show the same.
/// </summary>
public sealed class ChatStore(HelpDeskDb db, BusinessClock clock, Node node, TimeProvider technical)
{
    /// <summary>
    /// Keeps a person's message and the delivery to the inbox in one commit. The same delivery key again keeps nothing and gives the
    /// first one's activity id.
    /// </summary>
    public async Task<string> ReceiveAsync(string conversation, string activity, string body, string deliveryKey, string lane, string channel, CancellationToken stop)
    {
        try
        {
            await db.WriteAsync(
                async token =>
                {
                    await AddAsync(conversation, activity, ChatEvent.Message, body, token);
                    AddToInbox(channel, deliveryKey, lane, body);
                },
                stop);
            return activity;
        }
        catch (DbUpdateException repeated) when (Conflicts.IsConflict(repeated))
        {
            db.ChangeTracker.Clear();
            var first = await db.Inbox.SingleAsync(row => row.Channel == channel && row.DeliveryKey == deliveryKey, stop);
            return System.Text.Json.Nodes.JsonNode.Parse(first.Body)!["id"]!.GetValue<string>();
        }
    }

    /// <summary>
    /// Somebody corrects an earlier message: the log shows it and the inbox gets it, in one commit. The same delivery key again changes
    /// nothing. <paramref name="correct"/> is given the message as it is shown; a message that is gone throws <see cref="MessageGoneException"/>.
    /// </summary>
    public async Task CorrectAsync(
        string conversation, string activity, string deliveryKey, string channel, Func<string, ChatCorrection> correct, CancellationToken stop)
    {
        try
        {
            await db.WriteAsync(
                async token =>
                {
                    var sequence = await NextAsync(conversation, token);
                    if (!await db.Inbox.AnyAsync(row => row.Channel == channel && row.DeliveryKey == deliveryKey, token))
                    {
                        Add(conversation, activity, await StageAsync(conversation, activity, deliveryKey, channel, correct, token), sequence);
                    }
                    else
                    {
                        throw new RepeatedException();
                    }
                },
                stop);
        }
        catch (RepeatedException)
        {
            // The sequence went back with the transaction.
        }
    }

    /// <summary>Shows something new; the same activity id again shows nothing and gives false.</summary>
    public async Task<bool> CreateAsync(string conversation, string activity, string body, CancellationToken stop)
    {
        var isNew = false;
        await db.WriteAsync(
            async token =>
            {
                isNew = !await db.ChatLog.AnyAsync(row => row.Conversation == conversation && row.Activity == activity, token);
                if (isNew)
                {
                    await AddAsync(conversation, activity, ChatEvent.Message, body, token);
                }
            },
            stop);
        return isNew;
    }

    /// <summary>Shows an edit; <paramref name="current"/> is the message as a newcomer sees it.</summary>
    public Task UpdateAsync(string conversation, string activity, string body, string current, CancellationToken stop) =>
        ChangeAsync(conversation, activity, ChatEvent.Update, body, current, stop);

    /// <summary>Shows a removal.</summary>
    public Task DeleteAsync(string conversation, string activity, string body, CancellationToken stop) =>
        ChangeAsync(conversation, activity, ChatEvent.Delete, body, current: null, stop);

    /// <summary>With a watermark: what happened after it. Without: what the conversation shows now, the last <paramref name="limit"/> messages.</summary>
    public async Task<ChatPage> ReadAsync(string conversation, long? watermark, int limit, CancellationToken stop)
    {
        if (watermark is { } after)
        {
            var rows = await db.ChatLog.AsNoTracking()
                .Where(row => row.Conversation == conversation && row.Sequence > after)
                .OrderBy(row => row.Sequence)
                .Take(limit)
                .Select(row => new { row.Sequence, row.Body })
                .ToListAsync(stop);
            return new ChatPage([.. rows.Select(row => row.Body)], rows.Count == 0 ? after : rows[^1].Sequence);
        }

        var last = await db.ChatConversations.Where(row => row.Id == conversation).Select(row => row.LastSequence).SingleOrDefaultAsync(stop);
        var shown = await db.ChatLog.AsNoTracking()
            .Where(row => row.Conversation == conversation && row.Event == ChatEvent.Message && row.Current != null && row.Sequence <= last)
            .OrderByDescending(row => row.Sequence)
            .Take(limit)
            .Select(row => row.Current!)
            .ToListAsync(stop);
        shown.Reverse();
        return new ChatPage(shown, last);
    }

    /// <summary>The text somebody sees in a message, or null if it is not there (any more).</summary>
    public Task<string?> FindAsync(string conversation, string activity, CancellationToken stop) => db.ChatLog.AsNoTracking()
        .Where(row => row.Conversation == conversation && row.Activity == activity && row.Event == ChatEvent.Message)
        .Select(row => row.Current)
        .SingleOrDefaultAsync(stop);

    private async Task<ChatCorrection> StageAsync(
        string conversation, string activity, string deliveryKey, string channel, Func<string, ChatCorrection> correct, CancellationToken stop)
    {
        var message = await db.ChatLog.AsTracking().SingleOrDefaultAsync(
            row => row.Conversation == conversation && row.Activity == activity && row.Event == ChatEvent.Message, stop);
        var correction = correct(message?.Current ?? throw new MessageGoneException());
        message.Current = correction.Current;
        AddToInbox(channel, deliveryKey, correction.Lane, correction.Delivery);
        return correction;
    }

    private void Add(string conversation, string activity, ChatCorrection correction, long sequence) =>
        Add(conversation, activity, correction.Current is null ? ChatEvent.Delete : ChatEvent.Update, correction.Event, sequence);

    private void AddToInbox(string channel, string deliveryKey, string lane, string body) => db.Inbox.Add(new InboxRow
    {
        Channel = channel,
        DeliveryKey = deliveryKey,
        Lane = lane,
        Body = body,
        ReceivedAt = clock.Now,
        LeasedBy = node.Name,
        LeaseUntil = technical.Now() + Node.Lease,
    });

    private Task ChangeAsync(string conversation, string activity, ChatEvent what, string body, string? current, CancellationToken stop) => db.WriteAsync(
        async token =>
        {
            var sequence = await NextAsync(conversation, token);
            var message = await db.ChatLog.AsTracking().SingleAsync(
                row => row.Conversation == conversation && row.Activity == activity && row.Event == ChatEvent.Message, token);
            if (message.Current is null)
            {
                throw new MessageGoneException(); // the sequence goes back with the transaction
            }

            Add(conversation, activity, what, body, sequence);
            message.Current = current;
        },
        stop);

    private async Task AddAsync(string conversation, string activity, ChatEvent what, string body, CancellationToken stop) =>
        Add(conversation, activity, what, body, await NextAsync(conversation, stop));

    // The row lock that the update takes makes sequences visible in order: nobody sees 8 before 7.
    private async Task<long> NextAsync(string conversation, CancellationToken stop) => (await db.Database
        .SqlQuery<long>($"""
            INSERT INTO "ChatConversations" ("Id", "LastSequence") VALUES ({conversation}, 1)
            ON CONFLICT ("Id") DO UPDATE SET "LastSequence" = "ChatConversations"."LastSequence" + 1
            RETURNING "LastSequence" AS "Value"
            """)
        .ToListAsync(stop)).Single();

    private void Add(string conversation, string activity, ChatEvent what, string body, long sequence) => db.ChatLog.Add(new ChatLogRow
    {
        Conversation = conversation,
        Sequence = sequence,
        Activity = activity,
        Event = what,
        Body = body,
        Current = what is ChatEvent.Message ? body : null,
        At = clock.Now,
    });

    private sealed class RepeatedException : Exception;
}

/// <summary>How a message is corrected.</summary>
/// <param name="Event">What open pages are told, as JSON.</param>
/// <param name="Current">The message as a newcomer sees it; null if it is taken away.</param>
/// <param name="Delivery">What the inbox gets.</param>
/// <param name="Lane">The lane of the message itself, behind which its correction comes.</param>
public sealed record ChatCorrection(string Event, string? Current, string Delivery, string Lane);

/// <summary>The message was taken away before.</summary>
public sealed class MessageGoneException : Exception;
