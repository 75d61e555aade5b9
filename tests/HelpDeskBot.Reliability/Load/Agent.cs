using System.Text.Json.Nodes;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Load;

/// <summary>Claims tickets in the room, races with the others for them, and works on those won.</summary>
internal sealed class Agent(ChatClient chat, Random random)
{
    // Few enough that the agents meet on the same ones.
    private const int Newest = 2;
    private const int AtOnce = 4;

    private readonly HashSet<string> _mine = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);
    private int _texts;

    public ChatClient Chat => chat;

    public async Task RunAsync(Func<bool> isOver, CancellationToken stop)
    {
        await chat.ConnectAsync();
        while (!isOver())
        {
            await chat.ReadAsync();
            var cards = Cards();
            var free = cards.FindAll(card => card.Button("ticket.claim.v1") is not null && !_lost.Contains(card.Ticket!));
            var mine = cards.FindAll(card => _mine.Contains(card.Ticket!) && card.Button("ticket.resolve.form.v1") is not null);
            if (free.Count > 0 && mine.Count < AtOnce)
            {
                await ClaimAsync(free[^random.Next(1, Math.Min(Newest, free.Count) + 1)]);
            }
            else if (mine.Count > 0)
            {
                await WorkAsync(mine[random.Next(mine.Count)]);
            }

            await RealTime.PauseAsync(random.Next(20, 80), stop);
        }

        await chat.ReadAsync();
    }

    private List<ShownMessage> Cards() =>
        [.. chat.Originals.Select(message => chat.Now(message.Id)).Where(message => message.Button("ticket.note.form.v1") is not null)];

    private string Unique(string text) => $"{text} [{chat.Account}/{++_texts}]\nSchritt 2: ändern & prüfen {random.Next():x8}";

    private async Task ClaimAsync(ShownMessage card)
    {
        var answer = await chat.PressAsync(card, card.Button("ticket.claim.v1")!);
        (answer.IsDone ? _mine : _lost).Add(card.Ticket!);
    }

    private Task WorkAsync(ShownMessage card) => random.Next(7) switch
    {
        0 => WriteAsync(card, "ticket.note.form.v1", "Checked the cable"),
        1 => chat.SayAsync(Said.ThreadNote, Unique("Seen this before"), card.Ticket, thread: card.Id),
        2 => WriteAsync(card, "ticket.reply.form.v1", "We are on it"),
        3 => chat.SayAsync(Said.ThreadReply, "reply: " + Unique("Please try again"), card.Ticket, thread: card.Id),
        4 => WriteAsync(card, "ticket.ask.form.v1", "Which one is it?"),
        _ => WriteAsync(card, "ticket.resolve.form.v1", "Replaced it", new JsonObject { ["reason"] = "Solved" }),
    };

    private async Task WriteAsync(ShownMessage card, string verb, string words, JsonObject? more = null)
    {
        var opened = card.Button(verb) is { } button ? await chat.PressAsync(card, button) : null;
        if (opened is null || !opened.IsCard)
        {
            return;
        }

        var text = Unique(words);
        var inputs = new JsonObject { ["text"] = text };
        foreach (var (name, value) in more ?? [])
        {
            inputs[name] = value!.DeepClone();
        }

        var form = opened.Form(card.Id);
        await chat.PressAsync(card, form.Submit, new LedgerLine(chat.Account, "") { Ticket = card.Ticket, Text = text }, inputs);
    }
}
