namespace HelpDeskBot.Cards;

/// <summary>The verbs of card actions: what they mean, and the version of their data. One ending in <c>.form.v1</c> opens a form.</summary>
internal static class Verbs
{
    public const string SuggestionSolved = "suggestion.solved.v1";
    public const string SuggestionMore = "suggestion.more.v1";
    public const string SuggestionTicket = "suggestion.ticket.v1";

    public const string IntakeCategory = "intake.category.v1";
    public const string IntakeImpact = "intake.impact.v1";
    public const string IntakeUrgency = "intake.urgency.v1";
    public const string IntakeBack = "intake.back.v1";
    public const string IntakeCancel = "intake.cancel.v1";
    public const string IntakeFile = "intake.file.v1";
    public const string IntakeEditForm = "intake.edit.form.v1";
    public const string IntakeEdit = "intake.edit.v1";

    public const string ReportForm = "report.form.v1";
    public const string Report = "report.v1";

    public const string MessageTicket = "message.ticket.v1";
    public const string MessageNew = "message.new.v1";
    public const string MessageFollowUp = "message.follow-up.v1";
    public const string CommandRun = "command.run.v1";

    public const string TicketShow = "ticket.show.v1";
    public const string TicketTextForm = "ticket.text.form.v1";
    public const string TicketClaim = "ticket.claim.v1";
    public const string TicketReplyForm = "ticket.reply.form.v1";
    public const string TicketReply = "ticket.reply.v1";
    public const string TicketReplyFill = "ticket.reply-fill.v1";
    public const string TicketNoteForm = "ticket.note.form.v1";
    public const string TicketNote = "ticket.note.v1";
    public const string TicketAskForm = "ticket.ask.form.v1";
    public const string TicketAsk = "ticket.ask.v1";
    public const string TicketResolveForm = "ticket.resolve.form.v1";
    public const string TicketResolve = "ticket.resolve.v1";
    public const string TicketReopen = "ticket.reopen.v1";
    public const string TicketCommentForm = "ticket.comment.form.v1";
    public const string TicketComment = "ticket.comment.v1";
    public const string TicketConfirm = "ticket.confirm.v1";
    public const string TicketNotYetForm = "ticket.not-yet.form.v1";
    public const string TicketNotYet = "ticket.not-yet.v1";
    public const string TicketWithdraw = "ticket.withdraw.v1";
    public const string TicketMoreForm = "ticket.more.form.v1";
    public const string TicketDueForm = "ticket.due.form.v1";
    public const string TicketHistoryForm = "ticket.history.form.v1";
    public const string TicketSimilarForm = "ticket.similar.form.v1";
    public const string TicketAssignForm = "ticket.assign.form.v1";
    public const string TicketAssign = "ticket.assign.v1";
    public const string TicketHandOverForm = "ticket.hand-over.form.v1";
    public const string TicketHandOver = "ticket.hand-over.v1";
    public const string TicketGive = "ticket.give.v1";
    public const string TicketKeep = "ticket.keep.v1";
    public const string TicketPriorityForm = "ticket.priority.form.v1";
    public const string TicketPriority = "ticket.priority.v1";
    public const string TicketCategoryForm = "ticket.category.form.v1";
    public const string TicketCategory = "ticket.category.v1";
    public const string TicketMoveForm = "ticket.move.form.v1";
    public const string TicketMove = "ticket.move.v1";
    public const string TicketLookForm = "ticket.look.form.v1";
    public const string TicketLook = "ticket.look.v1";
    public const string TicketHoldForm = "ticket.hold.form.v1";
    public const string TicketHold = "ticket.hold.v1";
    public const string TicketNotARequestForm = "ticket.not-a-request.form.v1";
    public const string TicketNotARequest = "ticket.not-a-request.v1";
    public const string TicketMergeForm = "ticket.merge.form.v1";
    public const string TicketMerge = "ticket.merge.v1";
    public const string TicketLinkForm = "ticket.link.form.v1";
    public const string TicketLink = "ticket.link.v1";

    public const string TicketSplitForm = "ticket.split.form.v1";
    public const string TicketSplit = "ticket.split.v1";

    public const string TicketCheckForm = "ticket.check.form.v1";
    public const string TicketCheck = "ticket.check.v1";

    public const string TicketMacrosForm = "ticket.macros.form.v1";
    public const string TicketMacroForm = "ticket.macro.form.v1";
    public const string TicketMacro = "ticket.macro.v1";

    public const string TicketTagForm = "ticket.tag.form.v1";
    public const string TicketTag = "ticket.tag.v1";

    public const string TicketLogTimeForm = "ticket.log-time.form.v1";
    public const string TicketLogTime = "ticket.log-time.v1";

    public const string TicketArticleForm = "ticket.article.form.v1";

    public const string TicketFollowForm = "ticket.follow.form.v1";
    public const string TicketFollow = "ticket.follow.v1";
    public const string TicketUnfollow = "ticket.unfollow.v1";

    public const string TicketUndo = "ticket.undo.v1";

    public const string ListPage = "list.page.v1";
    public const string ListSelectForm = "list.select.form.v1";
    public const string BulkPreview = "bulk.preview.v1";
    public const string BulkRun = "bulk.run.v1";

    public const string NotificationsChoose = "notifications.choose.v1";

    public const string DeskTextForm = "desk.text.form.v1";
    public const string DeskCheck = "desk.check.v1";
    public const string DeskApply = "desk.apply.v1";
    public const string DeskDiscard = "desk.discard.v1";
    public const string DeskExport = "desk.export.v1";
    public const string DeskHistoryForm = "desk.history.form.v1";
    public const string DeskChangesForm = "desk.changes.form.v1";
    public const string DeskRestoreForm = "desk.restore.form.v1";
    public const string DeskRestore = "desk.restore.v1";
    public const string DeskQueuesForm = "desk.queues.form.v1";
    public const string DeskQueueForm = "desk.queue.form.v1";
    public const string DeskQueue = "desk.queue.v1";

    public const string KnowledgeReport = "knowledge.report.v1";
    public const string KnowledgeGaps = "knowledge.gaps.v1";
    public const string KnowledgeGapForm = "knowledge.gap.form.v1";
    public const string KnowledgeReportCsv = "knowledge.report-csv.v1";
    public const string KnowledgeGapDismiss = "knowledge.gap-dismiss.v1";

    public const string RoomBind = "room.bind.v1";

    public const string UndeliveredRetry = "undelivered.retry.v1";
    public const string UndeliveredDiscard = "undelivered.discard.v1";

    public const string ArticleNewForm = "article.new.form.v1";
    public const string ArticleFindForm = "article.find.form.v1";
    public const string ArticleFind = "article.find.v1";
    public const string ArticleDraftsForm = "article.drafts.form.v1";
    public const string ArticleShowForm = "article.show.form.v1";
    public const string ArticleEditForm = "article.edit.form.v1";
    public const string ArticleContinueForm = "article.continue.form.v1";
    public const string ArticlePreview = "article.preview.v1";
    public const string ArticlePublish = "article.publish.v1";
    public const string ArticleKeep = "article.keep.v1";
    public const string ArticleDiscard = "article.discard.v1";
    public const string ArticleRetire = "article.retire.v1";
    public const string ArticleVersionPublish = "article.version-publish.v1";
    public const string ArticleDraftDiscard = "article.draft-discard.v1";
    public const string ArticleHistoryForm = "article.history.form.v1";
    public const string ArticleLearnedForm = "article.learned.form.v1";
    public const string ArticleForget = "article.forget.v1";
    public const string ArticleChangesForm = "article.changes.form.v1";
    public const string ArticleRestoreForm = "article.restore.form.v1";
    public const string ArticleExport = "article.export.v1";

    public const string SurveyRate = "survey.rate.v1";
    public const string SurveyComment = "survey.comment.v1";

    private const string FormEnding = ".form.v1";

    /// <summary>Whether a press opens a form.</summary>
    public static bool OpensForm(string verb) => verb.EndsWith(FormEnding, StringComparison.Ordinal);
}
