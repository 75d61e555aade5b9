using System.Text.Json.Nodes;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Throughput;

/// <summary>One of many employees: asks, answers the intake by pressing or typing, files, comments, looks things up. One call is one turn.</summary>
internal sealed class BusyEmployee(Person person, Random random)
{
    // The first ones find articles, the others do not.
    private static readonly string[] Topics =
    [
        "My VPN token is rejected", "The printer on floor 3 has a paper jam", "I cannot sign in to my account", "Outlook does not show my calendar",
        "The coffee robot blinks in Morse code", "Zwölf Boxkämpfer jagen Eva quer über den Deich",
    ];

    private static readonly (string Verb, string Name)[] Questions =
        [("intake.category.v1", "category"), ("intake.impact.v1", "impact"), ("intake.urgency.v1", "urgency")];

    private readonly List<ShownMessage> _tickets = [];
    private readonly List<string> _choices = [];
    private ShownMessage? _open;
    private string _question = "";
    private int _texts;

    public Person Person => person;

    /// <summary>The bot has asked something.</summary>
    public bool IsAsked => _open is not null;

    public bool HasTickets => _tickets.Count > 0;

    /// <summary>Does the next thing and returns what it was, once the bot's reply can be read.</summary>
    public Task<string> TurnAsync() => (_open, random.Next(100)) switch
    {
        ({ } open, _) => AnswerAsync(open),
        (_, < 15) => ListAsync(),
        _ when !HasTickets => AskAsync(),
        (_, < 55) => CommentAsync(),
        (_, < 80) => StatusAsync(),
        _ => AskAsync(),
    };

    private string Unique(string text) => $"{text} ({person.Account}/{++_texts})";

    private async Task<string> AskAsync()
    {
        _question = Unique(Topics[random.Next(Topics.Length)]);
        _choices.Clear();
        var id = "";
        _open = await person.AnswerAsync(
            (_, message) => message.Answers is { } key && !key.StartsWith("intake/", StringComparison.Ordinal) || IsFirstQuestion(message),
            async () => id = await person.Chat.SayAsync(Said.Question, _question));
        if (_open.Answers == $"message/{id}" && _open.Button("message.ticket.v1") is null)
        {
            // An agent has written before, so the program took the question for an answer to that.
            var ticket = _open.Text[_open.Text.IndexOf("HD-", StringComparison.Ordinal)..].Split('.')[0];
            person.Chat.Note(new LedgerLine(person.Account, Said.TakenAsComment) { Ticket = ticket, Text = _question });
        }

        return "question";
    }

    private async Task<string> AnswerAsync(ShownMessage open)
    {
        foreach (var verb in new[] { "message.new.v1", "suggestion.ticket.v1" })
        {
            if (open.Button(verb) is { } button)
            {
                _open = await person.AnswerAsync((_, message) => message.Answers is { } key && key != open.Answers, () => PressAsync(open, button));
                return verb.Split('.')[0];
            }
        }

        foreach (var (verb, name) in Questions)
        {
            if (open.ButtonsOf(verb) is { Count: > 0 } buttons)
            {
                return await ChooseAsync(open, buttons, name);
            }
        }

        return await FileAsync(open, open.Button("intake.file.v1")!);
    }

    private async Task<string> ChooseAsync(ShownMessage open, IReadOnlyList<JsonObject> buttons, string name)
    {
        var picked = random.Next(buttons.Count);
        var isTyped = random.Next(3) == 0;
        _choices.Add(buttons[picked]["data"]![name]!.GetValue<string>());
        _open = await person.AnswerAsync(
            (_, message) => message.Answers is { } key && key.StartsWith("intake/", StringComparison.Ordinal) && key != open.Answers,
            () => isTyped ? person.Chat.SayAsync(Said.Typed, $"{picked + 1}") : PressAsync(open, buttons[picked]));
        return isTyped ? "intake typed" : "intake pressed";
    }

    private async Task<string> FileAsync(ShownMessage open, JsonObject button)
    {
        var line = new LedgerLine(person.Account, "") { Text = _question, Choices = string.Join('/', _choices) };
        ShownMessage? card = null;
        await person.BringsAsync(
            arrived =>
            {
                card = arrived is { IsFromBot: true, IsUpdate: false } ? Person.Shown(arrived) : null;
                return card?.Button("ticket.withdraw.v1") is not null && !_tickets.Exists(known => known.Ticket == card.Ticket);
            },
            () => PressAsync(open, button, line));
        _tickets.Add(card!);
        _open = null;
        return "filing";
    }

    private async Task<string> CommentAsync()
    {
        var card = _tickets[random.Next(_tickets.Count)];
        await person.AnswerAsync(
            (_, message) => message.Card is null && message.Text == $"Added to {card.Ticket}.",
            () => person.Chat.SayAsync(Said.QuotedComment, Unique("And one more thing"), card.Ticket, quoting: card.Id));
        return "comment";
    }

    private async Task<string> ListAsync()
    {
        await person.AnswerAsync(
            (_, message) => HasTickets ? message.Button("ticket.show.v1") is not null : message.Answers is null,
            () => person.Chat.SayAsync(Said.Typed, "my tickets"));
        return "my tickets";
    }

    private async Task<string> StatusAsync()
    {
        var card = _tickets[random.Next(_tickets.Count)];
        await person.AnswerAsync(
            (_, message) => message.Ticket == card.Ticket && message.Button("ticket.withdraw.v1") is not null,
            () => person.Chat.SayAsync(Said.Status, card.Ticket!, card.Ticket));
        return "status";
    }

    private async Task PressAsync(ShownMessage on, JsonObject button, LedgerLine? line = null)
    {
        var answer = await person.Chat.PressAsync(on, button, line);
        Assert.True(answer.IsDone, $"{person.Account}: {button.ToJsonString()} was answered {answer.Status} {answer.Value?.ToJsonString()}");
    }

    private static bool IsFirstQuestion(ShownMessage message) => message.ButtonsOf("intake.category.v1").Count > 0;
}
