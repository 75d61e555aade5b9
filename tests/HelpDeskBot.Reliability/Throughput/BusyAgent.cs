using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Throughput;

/// <summary>The cards in the room whose tickets nobody has.</summary>
internal sealed class Board
{
    private readonly ConcurrentQueue<ShownMessage> _free = new();

    public bool HasFree => !_free.IsEmpty;

    public void Watch(Arrived arrived)
    {
        if (!arrived.IsUpdate && arrived.Mentions("ticket.claim.v1"))
        {
            _free.Enqueue(Person.Shown(arrived));
        }
    }

    public ShownMessage? Take() => _free.TryDequeue(out var card) ? card : null;
}

/// <summary>One of the agents in the room: claims what is free, notes and replies on their own. One call is one turn.</summary>
internal sealed class BusyAgent(Person person, Board board, Random random)
{
    private readonly List<ShownMessage> _mine = [];
    private (ShownMessage Card, ShownMessage Form)? _form;
    private int _texts;

    public Person Person => person;

    public bool HasSomethingToDo => _mine.Count > 0 || board.HasFree;

    /// <summary>A form is open that has to be sent.</summary>
    public bool IsWriting => _form is not null;

    /// <summary>Does the next thing and returns what it was, once all can read it; null if there was nothing to do.</summary>
    public async Task<string?> TurnAsync()
    {
        if (_form is var (card, form))
        {
            return await SendAsync(card, form);
        }

        if ((_mine.Count == 0 || random.Next(100) < 45) && board.Take() is { } free)
        {
            return await ClaimAsync(free);
        }

        if (_mine.Count == 0)
        {
            return null;
        }

        var mine = _mine[random.Next(_mine.Count)];
        return random.Next(2) == 0 ? await ReplyAsync(mine) : await OpenFormAsync(mine);
    }

    private string Unique(string text) => $"{text} ({person.Account}.{++_texts})";

    private async Task<string> ClaimAsync(ShownMessage card)
    {
        await person.BringsAsync(
            arrived => arrived.Id == card.Id && arrived.IsUpdate && !arrived.Mentions("ticket.claim.v1"),
            () => PressAsync(card, card.Button("ticket.claim.v1")!));
        _mine.Add(card);
        return "claim";
    }

    private async Task<string> ReplyAsync(ShownMessage card)
    {
        await person.BringsAsync(
            arrived => arrived is { IsFromBot: true, IsUpdate: false } && arrived.Mentions($"messageid={card.Id}") && arrived.Mentions("Sent to the requester"),
            () => person.Chat.SayAsync(Said.ThreadReply, "reply: " + Unique("Please try again"), card.Ticket, thread: card.Id));
        return "thread reply";
    }

    private async Task<string> OpenFormAsync(ShownMessage card)
    {
        var opened = await PressAsync(card, card.Button("ticket.note.form.v1")!);
        _form = (card, opened.Form(card.Id));
        return "form";
    }

    private async Task<string> SendAsync(ShownMessage card, ShownMessage form)
    {
        var text = Unique("Checked the cable");
        var line = new LedgerLine(person.Account, "") { Ticket = card.Ticket, Text = text };
        await person.BringsAsync(
            arrived => arrived is { IsFromBot: true, IsUpdate: false } && arrived.Mentions($"{person.Account}.{_texts})"),
            () => PressAsync(card, form.Submit, line, new JsonObject { ["text"] = text }));
        _form = null;
        return "note";
    }

    private async Task<PressAnswer> PressAsync(ShownMessage on, JsonObject button, LedgerLine? line = null, JsonObject? inputs = null)
    {
        var answer = await person.Chat.PressAsync(on, button, line, inputs);
        Assert.True(answer.IsDone, $"{person.Account}: {button.ToJsonString()} was answered {answer.Status} {answer.Value?.ToJsonString()}");
        return answer;
    }
}
