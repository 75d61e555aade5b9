using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain.Knowledge;

namespace HelpDeskBot.Turns;

/// <summary>Shows editors the knowledge base, and takes an article that they send as a file, with its pictures.</summary>
internal sealed class ArticleTurns(ReadKnowledge read, WriteArticle write, SentFiles files, Speaker speaker) : ITypedTurns
{
    private const string Extension = ".md";

    /// <summary>False if it is neither asked for nor sent, or not in person.</summary>
    public async Task<bool> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Place.Room is not null || !(KnowledgeAccess.Edits(turn.Actor) || turn.Actor.IsAgentSomewhere))
        {
            return false;
        }

        if (turn.Files.Count > 0)
        {
            return KnowledgeAccess.Edits(turn.Actor) && await TakeAsync(turn, stop);
        }

        if (!speaker.IsSaid(turn, "article.say"))
        {
            return false;
        }

        var counts = await read.CountsAsync(turn.Actor, stop);
        if (counts.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
            return true;
        }

        speaker.Say(turn.Here, new ArticleCards(speaker.WordsFor(turn.Language), turn.Reader).Menu(counts.Value));
        return true;
    }

    private async Task<bool> TakeAsync(Turn turn, CancellationToken stop)
    {
        var articles = new List<(Guid File, string Name)>();
        foreach (var file in turn.Files)
        {
            if (await files.NameAsync(file.Value, turn.Actor, stop) is { } name && Path.GetExtension(name).Equals(Extension, StringComparison.OrdinalIgnoreCase))
            {
                articles.Add((file.Value, name));
            }
        }

        switch (articles)
        {
            case []:
                return false;
            case [var (file, name)]:
                await PreviewAsync(turn, file, Path.GetFileNameWithoutExtension(name), stop);
                return true;
            default:
                speaker.Say(turn.Here, "article.one_at_a_time");
                return true;
        }
    }

    private async Task PreviewAsync(Turn turn, Guid file, string name, CancellationToken stop)
    {
        var words = speaker.WordsFor(turn.Language);
        if (!ArticleKey.TryParse(name, out var key))
        {
            speaker.Say(turn.Here, new ChangeCards(words).Wrong([new FileProblem(0, words["article.file_name"])]));
            return;
        }

        var text = await files.TextAsync(file, turn.Actor, stop);
        if (text.Refusal is { } unreadable)
        {
            await speaker.SayAsync(turn.Here, unreadable, turn.Language, stop);
            return;
        }

        var command = new WriteArticleCommand(file, key, key.Language) { Text = text.Value, Sent = turn.Files };
        var written = await write.RunAsync(command, turn.Actor, stop);
        if (written.Refusal is { } refusal)
        {
            await speaker.SayAsync(turn.Here, refusal, turn.Language, stop);
            return;
        }

        speaker.Say(turn.Here, AnswerTo(written.Value, words, turn.Reader));
    }

    private static Message AnswerTo(WrittenArticle written, Words words, Reader reader) => written switch
    {
        { Problems: { Count: > 0 } problems } => new ChangeCards(words).Wrong(problems),
        { IsSame: true } => new Line("article.same"),
        _ => new ArticleEditCards(words, reader).Preview(written, mayPublish: true, inChat: true),
    };
}
