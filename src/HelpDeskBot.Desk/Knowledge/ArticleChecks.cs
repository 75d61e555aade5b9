using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Texts;
using HelpDeskBot.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Knowledge;

/// <summary>A file that was checked: what it says, and everything that forbids to publish it.</summary>
internal sealed record CheckedContent(ArticleContent Content, IReadOnlyList<FileProblem> Problems);

/// <summary>Checks articles against what the desk knows: groups, and files that they name.</summary>
public sealed class ArticleChecks(HelpDeskDb db, DeskSettingsStore settings)
{
    /// <summary>What a file says with these files beside it. Those that it does not name are left out.</summary>
    internal async Task<CheckedContent> CheckAsync(ArticleKey key, string file, IReadOnlyList<ArticleAttachment> beside, CancellationToken stop)
    {
        var text = ArticleFile.Clean(file);
        var (article, problems) = ArticleFile.Parse(key, text);
        var (references, nested) = ReferencesOf(text);
        var named = references.Select(reference => reference.Name).ToHashSet(StringComparer.Ordinal);
        var files = beside.Where(one => named.Contains(one.Name)).OrderBy(one => one.Name, StringComparer.Ordinal).ToList();
        List<FileProblem> all =
        [
            .. problems, .. nested, .. GroupsOf(article), .. Missing(references, files), .. await TakenAsync(key, references, files, stop),
        ];
        return new CheckedContent(new ArticleContent(text, files, article with { Files = files }), [.. all.OrderBy(problem => problem.Line)]);
    }

    private static (IReadOnlyList<ArticleReference> References, FileProblem[] Problems) ReferencesOf(string text)
    {
        try
        {
            return (ArticleReferences.Of(text), []);
        }
        catch (ArgumentException) // what the parser answers to lists in lists in lists
        {
            return ([], [new FileProblem(0, "nested too deeply; write it in fewer levels")]);
        }
    }

    private IEnumerable<FileProblem> GroupsOf(Article article) => article.Audience
        .Where(name => !settings.Current.IsAudience(name))
        .Select(name => new FileProblem(0, $"no group {name}; write everyone, agents, or one of: {string.Join(", ", Groups())}"));

    private IEnumerable<string> Groups() =>
        settings.Current.Groups.Select(group => group.Id).Concat(settings.Current.Queues.Select(queue => queue.Id.Value));

    private static IEnumerable<FileProblem> Missing(IReadOnlyList<ArticleReference> references, List<ArticleAttachment> files)
    {
        foreach (var (name, line, isPicture) in references)
        {
            if (!ArticleReferences.IsName(name))
            {
                yield return new FileProblem(line, isPicture
                    ? $"{name} cannot be shown; put the picture beside the article and write its name alone, such as error.png"
                    : $"{name} leads nowhere; write a whole address, /kb/ and the name of an article, or the name of a file beside this one");
            }
            else if (!files.Exists(file => file.Name == name))
            {
                yield return new FileProblem(line, $"there is no {name} beside the article; send both in one message, or put it in the folder");
            }
        }
    }

    // All files of the folder lie side by side, so one name is one file.
    private async Task<IEnumerable<FileProblem>> TakenAsync(
        ArticleKey key, IReadOnlyList<ArticleReference> references, List<ArticleAttachment> files, CancellationToken stop)
    {
        if (files.Count == 0)
        {
            return [];
        }

        var others = await db.Articles.Where(article => article.Slug != key.Slug).Select(article => new { article.Slug, article.Files }).ToListAsync(stop);
        return from other in others
               from theirs in other.Files
               from ours in files
               where ours.Name == theirs.Name && ours.Digest != theirs.Digest
               select new FileProblem(
                   references.First(reference => reference.Name == ours.Name).Line, $"{ours.Name} is another file beside {other.Slug}; give this one another name");
    }
}
