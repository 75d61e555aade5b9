using System.Text.Json.Nodes;
using HelpDeskBot.Reliability.Support;

namespace HelpDeskBot.Reliability.Load;

/// <summary>Files one ticket after the other and now and then says more on those that are there.</summary>
internal sealed class Employee(ChatClient chat, Random random)
{
    // Some find articles, some do not.
    private static readonly string[] Topics =
    [
        "My VPN token is rejected", "The printer on floor 3 has a paper jam", "I cannot sign in to my account", "Outlook does not show my calendar",
        "Der Monitor flackert nach jedem Neustart", "The coffee robot blinks in Morse code 🤖", "Zwölf Boxkämpfer jagen Eva quer über den Deich",
    ];

    private readonly HashSet<string> _confirmed = new(StringComparer.Ordinal);
    private int _texts;

    public ChatClient Chat => chat;

    public async Task RunAsync(Func<bool> isOver)
    {
        await chat.ConnectAsync();
        while (!isOver())
        {
            await FileAsync();
            await SayMoreAsync();
        }

        await chat.ReadAsync();
    }

    private string Unique(string text) => $"{text} ({chat.Account}/{++_texts})\nzweite Zeile: „{random.Next():x8}“ <b>&amp; 100 %</b>\n- third line";

    private async Task FileAsync()
    {
        var question = Unique(Topics[random.Next(Topics.Length)]);
        var id = await chat.SayAsync(Said.Question, question);
        var answer = await chat.AnswerAsync(message => message.Answers is not null, question);
        if (answer.Answers == $"message/{id}")
        {
            answer = await SayThatItIsNewAsync(answer, question);
        }

        if (answer.Button("suggestion.ticket.v1") is { } openTicket)
        {
            await PressAsync(answer, openTicket);
            answer = await NextQuestionAsync();
        }

        var choices = new List<string>();
        foreach (var (verb, name) in new[] { ("intake.category.v1", "category"), ("intake.impact.v1", "impact"), ("intake.urgency.v1", "urgency") })
        {
            var buttons = answer.ButtonsOf(verb);
            var picked = buttons[random.Next(buttons.Count)];
            choices.Add(picked["data"]![name]!.GetValue<string>());
            await PressAsync(answer, picked);
            answer = await NextQuestionAsync();
        }

        var line = new LedgerLine(chat.Account, "") { Text = question, Choices = string.Join('/', choices) };
        await PressAsync(answer, answer.Button("intake.file.v1")!, line);
    }

    // An agent has asked something, so the program took the question for the answer, or wants to know.
    private async Task<ShownMessage> SayThatItIsNewAsync(ShownMessage answer, string question)
    {
        if (answer.Button("message.ticket.v1") is null)
        {
            var ticket = answer.Text[answer.Text.IndexOf("HD-", StringComparison.Ordinal)..].Split('.')[0];
            chat.Note(new LedgerLine(chat.Account, Said.TakenAsComment) { Ticket = ticket, Text = question });
        }

        await PressAsync(answer, answer.Button("message.new.v1")!);
        return await chat.AnswerAsync(message => message.Answers is { } key && !key.StartsWith("message/", StringComparison.Ordinal), "Something new");
    }

    private Task<ShownMessage> NextQuestionAsync() =>
        chat.AnswerAsync(message => message.Answers?.StartsWith("intake/", StringComparison.Ordinal) is true, "a press of the intake");

    private async Task SayMoreAsync()
    {
        await chat.ReadAsync();
        switch (random.Next(4))
        {
            case 0 when Pick("ticket.comment.form.v1") is { } card:
                await CommentInFormAsync(card);
                break;
            case 1 when Pick("ticket.comment.form.v1") is { } card:
                await CommentByQuotingAsync(card);
                break;
            case 2 when Pick("ticket.confirm.v1") is { } card && _confirmed.Add(card.Ticket!):
                await chat.PressAsync(card, card.Button("ticket.confirm.v1")!);
                break;
            default:
                break;
        }
    }

    private async Task CommentInFormAsync(ShownMessage card)
    {
        var form = await chat.PressAsync(card, card.Button("ticket.comment.form.v1")!);
        if (form.IsCard)
        {
            var opened = form.Form(card.Id);
            var text = Unique("More about it");
            await chat.PressAsync(
                card, opened.Submit, new LedgerLine(chat.Account, "") { Ticket = card.Ticket, Text = text }, new JsonObject { ["text"] = text });
        }
    }

    private async Task CommentByQuotingAsync(ShownMessage card)
    {
        await chat.SayAsync(Said.QuotedComment, Unique("And one more thing"), card.Ticket, quoting: card.Id);
        await chat.AnswerAsync(message => message.Card is null && message.Text == $"Added to {card.Ticket}.", "a quoted comment");
    }

    private async Task PressAsync(ShownMessage on, JsonObject button, LedgerLine? line = null)
    {
        var answer = await chat.PressAsync(on, button, line);
        Assert.True(answer.IsDone, $"{chat.Account}: {button.ToJsonString()} was answered {answer.Status} {answer.Value?.ToJsonString()}");
    }

    private ShownMessage? Pick(string verb)
    {
        var found = chat.Originals.Select(message => chat.Now(message.Id)).Where(message => message.Button(verb) is not null).ToList();
        return found.Count == 0 ? null : found[random.Next(found.Count)];
    }
}
