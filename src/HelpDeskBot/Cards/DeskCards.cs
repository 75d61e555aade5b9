using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Texts;
using NodaTime;

namespace HelpDeskBot.Cards;

/// <summary>What admins see of the desk's settings: what is in force, what would change, what is wrong.</summary>
internal sealed class DeskCards(Words words, Reader reader)
{
    // A card has 24 KB; whoever changes more reads the rest in the file.
    private const int LinesShown = 60;
    private const int LineLength = 140;

    public DataCard Menu(DeskVersion version, Instant now) => CardData.Card("choice", new
    {
        subject = LineOf(version, now),
        question = words["desk.title"],
        buttons = new[]
        {
            new Button(words["desk.add_queue"], Verbs.DeskQueueForm, new { }),
            new Button(words["desk.change_queue"], Verbs.DeskQueuesForm, new { }),
            new Button(words["desk.edit"], Verbs.DeskTextForm, new { }),
        },
        navigation = new[]
        {
            new Button(words["desk.export"], Verbs.DeskExport, new { }),
            new Button(words["desk.history"], Verbs.DeskHistoryForm, new { }),
        },
    });

    /// <summary>The whole file, to be written in.</summary>
    public DataCard Text(Guid nonce, string yaml, string error = "") => CardData.Card("form-act", new
    {
        title = words["desk.text_title"],
        subject = "",
        hint = words["desk.text_hint"],
        error,
        choices = Array.Empty<object>(),
        texts = new[] { new FormText("text", words["desk.text_label"], yaml, IsMultiline: true, CheckDesk.Longest) },
        dates = Array.Empty<object>(),
        times = Array.Empty<object>(),
        submit = new Button(words["desk.preview"], Verbs.DeskCheck, new { nonce }).Primary(),
    });

    /// <summary>What a file would change, with the one button that does it.</summary>
    public DataCard Preview(DeskCheck check, Guid file, bool inChat, bool isAfterOthers = false) => Change(
        words["desk.preview_title"],
        isAfterOthers ? words["desk.meanwhile"] : CountOf(check.Lines),
        Differences(check.Lines),
        [
            new Button(words["desk.apply"], Verbs.DeskApply, new { file, check.Base, inChat, key = $"desk/apply/{file}/{check.Base}" }).Primary(),
            new Button(words["desk.discard"], Verbs.DeskDiscard, new { file, check.Base, inChat, key = $"desk/discard/{file}/{check.Base}" }),
        ]);

    /// <summary>Everything that is wrong with a file, line by line.</summary>
    public DataCard Wrong(IReadOnlyList<FileProblem> problems) => Change(
        words.Format("desk.wrong_title", ("count", problems.Count)),
        words["desk.wrong_text"],
        Cut(problems.Select(problem => new { text = Sentence(problem), color = "attention", font = "default" }), problems.Count),
        []);

    /// <summary>The same in the error of a form.</summary>
    public string WrongText(IReadOnlyList<FileProblem> problems) => string.Join("\n", problems.Take(LinesShown).Select(Sentence));

    public DataCard History(IReadOnlyList<DeskVersion> versions, Instant now) => CardData.Card("form-more", new
    {
        title = words["desk.history"],
        subject = words["desk.history_hint"],
        buttons = versions.Select(version => new Button(LineOf(version, now), Verbs.DeskChangesForm, new { version = version.Number })),
    });

    public DataCard Changes(int version, IReadOnlyList<ChangedLine> lines, bool isInForce) => Change(
        words.Format("desk.changes_title", ("version", version)),
        CountOf(lines),
        Differences(lines),
        isInForce ? [] : [new Button(words["desk.restore"], Verbs.DeskRestoreForm, new { version })]);

    public DataCard Restoring(int version, DeskCheck check) => Change(
        words.Format("desk.restore_title", ("version", version)),
        CountOf(check.Lines),
        Differences(check.Lines),
        [new Button(words["desk.apply"], Verbs.DeskRestore, new { version, check.Base, key = $"desk/restore/{version}/{check.Base}" }).Primary()]);

    public DataCard Queues(IReadOnlyList<QueueSettings> queues) => CardData.Card("form-more", new
    {
        title = words["desk.change_queue"],
        subject = "",
        buttons = queues.Select(queue => new Button(queue.Name, Verbs.DeskQueueForm, new { queue = queue.Id })),
    });

    public DataCard Queue(Guid nonce, QueueDraft draft, bool isNew, IReadOnlyList<string> calendars, IEnumerable<FormOption> languages, string error = "") =>
        CardData.Card("form-act", new
        {
            title = isNew ? words["desk.queue_new"] : words.Format("desk.queue_title", ("name", draft.Name)),
            subject = "",
            hint = words["desk.queue_hint"],
            error,
            choices = new[]
            {
                new FormChoice("language", words["desk.queue_language"], draft.Language, languages),
                new FormChoice("calendar", words["desk.queue_calendar"], draft.Calendar, calendars.Select(name => new FormOption(name, name))),
                new FormChoice("access", words["desk.queue_access"], draft.IsPrivate ? "private" : "open", Access()),
            },
            texts = TextsOf(draft, isNew),
            dates = Array.Empty<object>(),
            times = Array.Empty<object>(),
            submit = new Button(words["desk.preview"], Verbs.DeskQueue, isNew ? new { nonce } : new { nonce, queue = draft.Id }).Primary(),
        });

    private IEnumerable<FormText> TextsOf(QueueDraft draft, bool isNew)
    {
        if (isNew)
        {
            yield return new FormText("id", words["desk.queue_id"], draft.Id);
        }

        yield return new FormText("name", words["desk.queue_name"], draft.Name, MaxLength: 80);
        yield return new FormText("agents", words["desk.queue_agents"], draft.Agents, IsMultiline: true, MaxLength: 4000);
        yield return new FormText("leads", words["desk.queue_leads"], draft.Leads, MaxLength: 1000);
    }

    private FormOption[] Access() => [new(words["desk.access_open"], "open"), new(words["desk.access_private"], "private")];

    private string LineOf(DeskVersion version, Instant now)
    {
        var key = version switch
        {
            { Restored: not null } => "desk.version_restored",
            { ByName: not null } => "desk.version_by",
            _ => "desk.version_file",
        };
        return words.Format(
            key, ("version", version.Number), ("name", version.ByName ?? ""), ("restored", version.Restored ?? 0), ("time", Times.At(version.At, now, reader, words)));
    }

    private string Sentence(FileProblem problem) =>
        problem.Line == 0 ? problem.Text : words.Format("desk.wrong_line", ("line", problem.Line), ("text", problem.Text));

    private string CountOf(IReadOnlyList<ChangedLine> lines) => words.Format(
        "desk.counts",
        ("added", lines.Count(line => line.Change is LineChange.Added)),
        ("removed", lines.Count(line => line.Change is LineChange.Removed)));

    private IEnumerable<object> Differences(IReadOnlyList<ChangedLine> lines) => Cut(
        lines.Select(line => new
        {
            text = line.Change switch
            {
                LineChange.Added => $"+ {Indented(line.Text)}",
                LineChange.Removed => $"− {Indented(line.Text)}",
                LineChange.Gap => "⋯",
                _ => $"\u00a0 {Indented(line.Text)}",
            },
            color = line.Change switch { LineChange.Added => "good", LineChange.Removed => "attention", _ => "default" },
            font = "monospace",
        }),
        lines.Count);

    // Cards fold ordinary spaces.
    private static string Indented(string line)
    {
        var text = line.TrimStart(' ');
        return new string('\u00a0', line.Length - text.Length) + CardData.Cut(text, LineLength);
    }

    private IEnumerable<object> Cut(IEnumerable<object> lines, int count) => count <= LinesShown
        ? lines
        : lines.Take(LinesShown).Append(new { text = words.Format("desk.more_lines", ("count", count - LinesShown)), color = "default", font = "default" });

    private static DataCard Change(string title, string text, IEnumerable<object> lines, Button[] buttons) =>
        CardData.Card("desk-change", new { title, text, lines, buttons });
}
