using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Sla;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Cards;

/// <summary>The data of the cards that show a ticket as it is now.</summary>
internal sealed class TicketCardData(TicketView view, Reader reader, Words words)
{
    private const int DescriptionShown = 1200;
    private const int MessageShown = 600;
    private const int ReasonShown = 300;
    private const int ResolutionShown = 1200;
    private const int CommentShown = 300;
    private const int FilesShown = 10;
    private const int ItemsShown = 12;
    private const int ItemShown = 100;

    private Ticket Ticket => view.Ticket;

    public DataCard Of(string card) => card switch
    {
        TicketCards.Requester => Requester(),
        TicketCards.Follower => view.Sight is Sight.Closed ? NotFollowed() : Follower(),
        TicketCards.Agent => view.Sight is Sight.Closed ? Elsewhere() : Agent(),
        TicketCards.Fixed => Fixed(),
        _ when view.Sight is Sight.Closed && TicketCards.HandOverEntry(card) is not null => Elsewhere(),
        _ when TicketCards.HandOverEntry(card) is { } entry => new HandOverCard(view, words).Of(entry),
        _ => new SurveyCard(view, words).Of(TicketCards.SurveyCycle(card)!.Value),
    };

    /// <summary>The status as the one who waits for it reads it.</summary>
    public static string StatusForRequester(Status status, Words words) =>
        status is Status.Waiting ? words["ticket.waiting_for_you"] : words[$"status.{status}"];

    private DataCard Requester() => Public(RequesterButtons());

    private DataCard Follower() => Public(
        [new Button(words["follow.stop"], Verbs.TicketUnfollow, new { ticket = Ticket.Id, key = $"unfollow/{Ticket.Id}/{Ticket.Followers.Count}" })],
        view.RequesterName);

    private DataCard NotFollowed() =>
        CardData.Card("line", new { text = words.Format("follow.stopped", ("ticket", Ticket.Id)), buttons = Array.Empty<Button>() });

    // What everybody may see who is not an agent; it names the requester to others than themselves.
    private DataCard Public(Button[] buttons, string requester = "") => CardData.Card(TicketCards.Requester, new
    {
        number = Ticket.Id.ToString(),
        subject = Ticket.Subject,
        status = StatusForRequester(Ticket.Status, words),
        style = StatusStyle(),
        facts = Facts(
            ("ticket.requester", requester),
            ("ticket.author", view.AuthorName ?? ""),
            ("ticket.owner", view.OwnerName ?? words["ticket.nobody_yet"]),
            ("ticket.type", TypeText()),
            ("ticket.category", view.Category.NameIn(words.Language)),
            ("ticket.followers", Followers()),
            ("ticket.due", DueText()),
            ("ticket.hold", HoldText()),
            ("ticket.merged_into", Ticket.MergedInto?.ToString() ?? ""),
            ("ticket.files", FileNames())),
        resolution = Ticket.Resolution is null ? "" : Solution(),
        buttons = buttons.Concat(WholeSolution()),
    });

    // It went where these readers may not look.
    private DataCard Elsewhere() =>
        CardData.Card("line", new { text = words.Format("ticket.elsewhere", ("ticket", Ticket.Id)), buttons = Array.Empty<Button>() });

    private DataCard Agent() => CardData.Card(TicketCards.Agent, new
    {
        number = Ticket.Id.ToString(),
        priority = Ticket.Priority.ToString(),
        status = StatusText(),
        style = StatusStyle(),
        subject = Ticket.Subject,
        description = CardData.Description(Ticket.Subject, Ticket.Description, DescriptionShown),
        facts = Facts(
            ("ticket.requester", view.RequesterName),
            ("ticket.author", view.AuthorName ?? ""),
            ("ticket.owner", view.OwnerName ?? words["ticket.nobody_yet"]),
            ("ticket.type", TypeText()),
            ("ticket.category", view.Category.NameIn(words.Language)),
            ("ticket.queue", view.Sight is Sight.Full ? "" : view.QueueName),
            ("ticket.impact", words[$"impact.{Ticket.Impact}"]),
            ("ticket.urgency", words[$"urgency.{Ticket.Urgency}"]),
            ("ticket.filed", Times.At(Ticket.FiledAt, view.Now, reader, words)),
            ("ticket.files", FileNames()),
            ("ticket.rating", RatingText()),
            ("ticket.hold", HoldText()),
            ("ticket.asked_by", view.HandOvers.FirstOrDefault(asked => asked.State is HandOverState.Asked)?.AskerName ?? ""),
            ("ticket.followers", Followers()),
            ("ticket.checklist", ChecklistText()),
            ("ticket.tags", string.Join(", ", Ticket.TagList())),
            ("ticket.worked", Ticket.WorkedMinutes == 0 ? "" : $"{Ticket.WorkedMinutes / 60}:{Ticket.WorkedMinutes % 60:00} h"),
            ("link.Related", Linked(LinkKind.Related)),
            ("link.DuplicateOf", Linked(LinkKind.DuplicateOf)),
            ("link.HasDuplicate", Linked(LinkKind.HasDuplicate)),
            ("link.FollowUpOf", Linked(LinkKind.FollowUpOf)),
            ("link.HasFollowUp", Linked(LinkKind.HasFollowUp)),
            ("link.ChildOf", Linked(LinkKind.ChildOf)),
            ("link.ParentOf", Linked(LinkKind.ParentOf)),
            ("ticket.merged_from", string.Join(", ", Ticket.MergedFrom)),
            ("ticket.merged_into", Ticket.MergedInto?.ToString() ?? "")),
        clocks = Clocks(),
        tried = view.Tried.Select(article => new
        {
            article.Title,
            mark = words[MarkOf(article)],
        }),
        last = view.LastMessage is { } last && last.Entry.Act is not (Act.Resolve or Act.ResolveBySilence) // the resolution stands below it
            ? new { by = words.Format("ticket.last_by", ("name", last.ByName)), text = CardData.Cut(last.Entry.Text ?? FilesOf(last), MessageShown) }
            : null,
        resolution = Ticket.Resolution is { } reason
            ? words.Format("ticket.resolved_as", ("reason", words[$"resolution.{reason}"]), ("text", Solution()))
            : "",
        buttons = (view.Sight is Sight.Full ? AgentButtons() : []).Concat(WholeDescription()).Concat(WholeSolution()),
    });

    private DataCard Fixed() => CardData.Card(TicketCards.Fixed, new
    {
        number = Ticket.Id.ToString(),
        subject = Ticket.Subject,
        resolution = Solution(),
        question = Ticket.Status switch
        {
            Status.Resolved => words["fixed.question"],
            Status.Closed => words["fixed.closed"],
            _ => words["fixed.reopened"],
        },
        buttons = (Ticket.Status is Status.Resolved
            ? new[]
            {
                Transition("fixed.yes", Verbs.TicketConfirm).Primary(),
                Form("fixed.not_yet", Verbs.TicketNotYetForm),
            }
            : []).Concat(WholeSolution()),
    });

    private Button[] RequesterButtons() => Ticket.Status switch
    {
        Status.Resolved => [Transition("fixed.yes", Verbs.TicketConfirm).Primary(), Form("fixed.not_yet", Verbs.TicketNotYetForm)],
        Status.Closed or Status.Withdrawn => Ticket.IsInGrace(view.Now) || Ticket.MergedInto is not null
            ? [Form("ticket.add_details", Verbs.TicketCommentForm)]
            : [],
        _ =>
        [
            Form("ticket.add_details", Verbs.TicketCommentForm).Primary(),
            .. Ticket.Status is Status.New ? [Form("ticket.correct", Verbs.TicketMoreForm)] : Array.Empty<Button>(),
            Form("ticket.tell_colleague", Verbs.TicketFollowForm),
            Transition("ticket.withdraw", Verbs.TicketWithdraw).Destructive(),
        ],
    };

    private Button[] AgentButtons() => Ticket.Status switch
    {
        Status.Closed when Ticket.IsInGrace(view.Now) && Ticket.MergedInto is null =>
            [Form("ticket.note", Verbs.TicketNoteForm), Transition("ticket.reopen", Verbs.TicketReopen), More()],
        Status.Closed or Status.Withdrawn => [Form("ticket.note", Verbs.TicketNoteForm), More()],
        Status.Resolved =>
        [
            Form("ticket.reply", Verbs.TicketReplyForm).Primary(),
            Form("ticket.note", Verbs.TicketNoteForm),
            Transition("ticket.reopen", Verbs.TicketReopen),
            Form("ticket.draft_article", Verbs.TicketArticleForm),
            More(),
        ],
        _ => [.. Claim(), .. Work()],
    };

    private Button[] WholeDescription() => Ticket.Description.Length > DescriptionShown
        ? [new Button(words["quote.all"], Verbs.TicketTextForm, new { ticket = Ticket.Id, entry = 1 })]
        : [];

    private string Solution() => CardData.Cut(Ticket.ResolutionText ?? "", ResolutionShown);

    private Button[] WholeSolution() => Ticket.ResolutionText?.Length > ResolutionShown && view.ResolutionEntry is { } entry
        ? [new Button(words["ticket.whole_solution"], Verbs.TicketTextForm, new { ticket = Ticket.Id, entry })]
        : [];

    private Button[] Claim() => Ticket.Owner is null ? [Transition("ticket.claim", Verbs.TicketClaim).Primary()] : [];

    private Button[] Work() =>
    [
        Ticket.Owner is null ? Form("ticket.reply", Verbs.TicketReplyForm) : Form("ticket.reply", Verbs.TicketReplyForm).Primary(),
        Form("ticket.note", Verbs.TicketNoteForm),
        Form("ticket.ask", Verbs.TicketAskForm),
        Form("ticket.resolve", Verbs.TicketResolveForm),
        More(),
    ];

    private Button More() => Form("ticket.more", Verbs.TicketMoreForm);

    private Button Transition(string title, string verb) => new(
        words[title], verb, new { ticket = Ticket.Id, version = Ticket.StatusVersion, key = Keys.Of(Ticket, verb) });

    private Button Form(string title, string verb) => new(words[title], verb, new { ticket = Ticket.Id });

    private string StatusText() => words[$"status.{Ticket.Status}"];

    private string StatusStyle() => Ticket.Status switch
    {
        Status.New => "accent",
        Status.InProgress => "good",
        Status.Waiting or Status.OnHold => "warning",
        _ => "default",
    };

    private string DueText() => Ticket.Status switch
    {
        Status.Waiting => words["clock.none"],
        _ when Ticket.Status.IsActive() && view.Clock.Resolution.DueAt is { } due => Times.At(due, view.Now, reader, words),
        _ => "",
    };

    private object[] Clocks() => Ticket.Status.IsActive()
        ? [Clock("clock.response", view.Clock.Response), Clock("clock.resolution", view.Clock.Resolution)]
        : [];

    private object Clock(string name, ClockState clock)
    {
        var state = clock.StateAt(view.Now);
        return new
        {
            name = words[name],
            due = clock.DueAt is { } due ? Times.At(due, view.Now, reader, words) : "",
            state = words[$"clock.{state}"],
            style = state switch { ClockCondition.Overdue => "attention", ClockCondition.AtRisk => "warning", _ => "good" },
        };
    }

    private string HoldText() => Ticket.WakeUpAt is { } at
        ? words.Format("ticket.hold_until", ("time", Times.At(at, view.Now, reader, words)), ("reason", CardData.Cut(view.HoldReason ?? "", ReasonShown)))
        : "";

    private string RatingText()
    {
        var rated = view.Surveys.Where(survey => survey.Rating is not null).MaxBy(survey => survey.Cycle);
        return rated is null ? "" : words.Format("ticket.rated", ("rating", rated.Rating), ("comment", CardData.Cut(rated.Comment ?? "", CommentShown)));
    }

    // What is still to be done counts for more than what is done.
    private string ChecklistText() => CardData.First(
        [.. Ticket.ChecklistItems().OrderBy(item => item.IsDone && Ticket.ChecklistItems().Count > ItemsShown)
            .Select(item => $"{(item.IsDone ? "✓" : "○")} {CardData.Cut(item.Text, ItemShown)}")],
        ItemsShown, "\n");

    // Most tickets say that something broke; only what is wanted is said.
    private string TypeText() => Ticket.Type is TicketType.ServiceRequest ? words[$"type.{Ticket.Type}"] : "";

    private string Linked(LinkKind kind) => string.Join(", ", Ticket.Links.Where(link => link.Kind == kind).Select(link => link.Other));

    private static string MarkOf(TriedArticle article) => article switch
    {
        { Opened: true, Rejected: true } => "ticket.tried_read",
        { Rejected: true } => "ticket.tried_rejected",
        _ => "ticket.tried_shown",
    };

    private string Followers() => string.Join(", ", view.FollowerNames);

    private string FileNames() => Names(view.Files);

    private static string FilesOf(QuoteView quote) => Names(quote.Files);

    private static string Names(IReadOnlyList<FileView> files) => CardData.First([.. files.Select(file => file.Name)], FilesShown, ", ");

    private object[] Facts(params ReadOnlySpan<(string Title, string Value)> facts)
    {
        var shown = new List<object>();
        foreach (var (title, value) in facts)
        {
            if (value.Length > 0)
            {
                shown.Add(new { title = words[title], value });
            }
        }

        return [.. shown];
    }
}
