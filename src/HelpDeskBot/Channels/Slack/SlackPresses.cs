using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards.BlockKit;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Slack;
using HelpDeskBot.Slack.Payloads;
using HelpDeskBot.Turns;
using HelpDeskBot.Turns.Actions;

namespace HelpDeskBot.Channels.Slack;

/// <summary>Runs what people press and submit. A press is done before Slack is answered; what it shows follows, a form's answer comes at once.</summary>
internal sealed class SlackPresses(Presses presses, SlackActionData actionData, SlackAnswers answers, SlackForms forms, SlackAfterwards afterwards)
{
    public async Task PressAsync(SlackDelivery delivery, BlockActions press, CancellationToken stop)
    {
        if (press.Actions is not [var pressed, ..] || SlackOrigin.Of(delivery, press) is not { } from)
        {
            return;
        }

        var state = press.View?["state"] as JsonObject ?? press.State;
        var find = await actionData.FindAsync(stop, pressed, state);
        if (BlockKitAnswers.Press(pressed, state, find) is { } card && await RunAsync(from, card, stop) is var (answer, reader))
        {
            afterwards.Do(token => answers.ShowAsync(answer, card.Verb, from, reader, token));
        }
    }

    public async Task<ViewAnswer> SubmitAsync(SlackDelivery delivery, ViewSubmission submission, CancellationToken stop)
    {
        if (submission.View is not { } view || SlackOrigin.Of(delivery, submission) is not { } from)
        {
            return ViewAnswer.Close;
        }

        var find = await actionData.FindAsync(stop, JsonValue.Create(view["private_metadata"]?.ToString()), view["state"]);
        return BlockKitAnswers.Submission(view, find) is { } card && await RunAsync(from, card, stop) is var (answer, reader)
            ? await forms.AnswerAsync(answer, new SlackForm(card.Verb, view, from), reader, stop)
            : ViewAnswer.Close;
    }

    /// <summary>Opens the form of a report; false if whoever wants it is none of ours.</summary>
    public async Task<bool> ReportAsync(SlackDelivery delivery, Shortcut shortcut, CancellationToken stop)
    {
        var from = new SlackOrigin(delivery.Team, shortcut.User?.Id ?? "", Channel: null, Message: null, Thread: null) { Trigger = shortcut.TriggerId };
        var press = new CardPress(Verbs.ReportForm, new JsonObject { ["text"] = "" });
        if (await RunAsync(from, press, stop) is not var (answer, reader))
        {
            return false;
        }

        afterwards.Do(token => answers.ShowAsync(answer, press.Verb, from, reader, token));
        return true;
    }

    /// <summary>The answer and who reads it; null if whoever pressed is none of ours.</summary>
    public async Task<(ActionAnswer Answer, Reader Reader)?> RunAsync(SlackOrigin from, CardPress card, CancellationToken stop)
    {
        Reader? reader = null;
        var answer = await presses.RunAsync(
            async (services, token) =>
            {
                var action = await services.GetRequiredService<SlackSpeakers>().ActionAsync(from, card, token);
                reader = action?.Reader;
                return action;
            },
            stop);
        return answer is null || reader is null ? null : (answer, reader);
    }
}
