using HelpDeskBot.Desk.Work;
using HelpDeskBot.Dialogs;

namespace HelpDeskBot.Turns;

/// <summary>
/// What is said to the bot in person. In this order: a message in a ticket's thread or quoting its card is a comment there; a command; the
/// running dialog; pictures for what was just filed; the one ticket that expects an answer; what they have a ticket about already;
/// else it is a new question.
/// </summary>
internal sealed class DirectTurns(
    CommandTurns commands, IntakeTurns intake, CommentTurns comments, QuestionTurns questions, Drafts drafts)
{
    public async Task HandleAsync(Turn turn, CancellationToken stop)
    {
        if (turn.IsReport)
        {
            await intake.ReportAsync(turn, await drafts.FindAsync(turn.Actor, stop), stop);
            return;
        }

        if (await commands.AnswerQuotedAsync(turn, stop) || await comments.AddQuotedAsync(turn, stop) || await commands.AnswerTypedAsync(turn, stop))
        {
            return;
        }

        var draft = await drafts.FindAsync(turn.Actor, stop);
        if (commands.Read(turn) is { } command)
        {
            await commands.RunAsync(command, turn, draft, stop);
            return;
        }

        if (draft is not null && IntakeDraft.Read(draft, out var isRestarted) is { } running)
        {
            if (running.IsEmpty && await comments.AskIfKnownAsync(turn, stop))
            {
                await drafts.RemoveAsync(turn.Actor, stop);
                return;
            }

            await intake.ContinueAsync(turn, running, isRestarted, stop);
            return;
        }

        if (!await comments.AddPicturesAsync(turn, stop) && !await comments.AddExpectedAsync(turn, stop) && !await comments.AskIfKnownAsync(turn, stop))
        {
            await questions.AskAsync(turn, stop);
        }
    }
}
