using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Texts;
using NodaTime;

namespace HelpDeskBot.Cards;

/// <summary>What admins see of the desk's settings: what is in force, what would change, what is wrong.</summary>
internal sealed class DeskCards(Words words, Reader reader)
{
    private readonly ChangeCards _changes = new(words);

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
        ticks = Array.Empty<object>(),
        choices = Array.Empty<object>(),
        texts = new[] { new FormText("text", words["desk.text_label"], yaml, IsMultiline: true, CheckDesk.Longest) },
        dates = Array.Empty<object>(),
        times = Array.Empty<object>(),
        submit = new Button(words["desk.preview"], Verbs.DeskCheck, new { nonce }).Primary(),
    });

    /// <summary>What a file would change, with the one button that does it.</summary>
    public DataCard Preview(DeskCheck check, Guid file, bool inChat, bool isAfterOthers = false) => _changes.Changes(
        words["desk.preview_title"],
        check.Lines,
        [
            new Button(words["desk.apply"], Verbs.DeskApply, new { file, check.Base, inChat, key = $"desk/apply/{file}/{check.Base}" }).Primary(),
            new Button(words["desk.discard"], Verbs.DeskDiscard, new { file, check.Base, inChat, key = $"desk/discard/{file}/{check.Base}" }),
        ],
        isAfterOthers ? words["desk.meanwhile"] : null);

    /// <summary>Everything that is wrong with a file, line by line.</summary>
    public DataCard Wrong(IReadOnlyList<FileProblem> problems) => _changes.Wrong(problems);

    /// <summary>The same in the error of a form.</summary>
    public string WrongText(IReadOnlyList<FileProblem> problems) => _changes.WrongText(problems);

    public DataCard History(IReadOnlyList<DeskVersion> versions, Instant now) => CardData.Card("form-more", new
    {
        title = words["desk.history"],
        subject = words["desk.history_hint"],
        buttons = versions.Select(version => new Button(LineOf(version, now), Verbs.DeskChangesForm, new { version = version.Number })),
    });

    public DataCard Changes(int version, IReadOnlyList<ChangedLine> lines, bool isInForce) => _changes.Changes(
        words.Format("desk.changes_title", ("version", version)),
        lines,
        isInForce ? [] : [new Button(words["desk.restore"], Verbs.DeskRestoreForm, new { version })]);

    public DataCard Restoring(int version, DeskCheck check) => _changes.Changes(
        words.Format("desk.restore_title", ("version", version)),
        check.Lines,
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
            ticks = Array.Empty<object>(),
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
}
