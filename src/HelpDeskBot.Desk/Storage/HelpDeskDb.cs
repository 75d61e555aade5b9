using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Surveys;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Desk.Storage;

/// <summary>Everything the desk keeps: one model for both databases. Other projects hand it on, and see nothing in it.</summary>
public abstract class HelpDeskDb(DbContextOptions options) : DbContext(options)
{
    internal DbSet<Person> People => Set<Person>();

    internal DbSet<IdentityRow> Identities => Set<IdentityRow>();

    internal DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    internal DbSet<Ticket> Tickets => Set<Ticket>();

    internal DbSet<TimelineRow> Timeline => Set<TimelineRow>();

    internal DbSet<TimelineTextRow> TimelineTexts => Set<TimelineTextRow>();

    internal DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    internal DbSet<AttachmentChunkRow> AttachmentChunks => Set<AttachmentChunkRow>();

    internal DbSet<DraftRow> Drafts => Set<DraftRow>();

    internal DbSet<Article> Articles => Set<Article>();

    internal DbSet<ArticleVersionRow> ArticleVersions => Set<ArticleVersionRow>();

    internal DbSet<ArticleEditRow> ArticleEdits => Set<ArticleEditRow>();

    internal DbSet<FolderArticleRow> FolderArticles => Set<FolderArticleRow>();

    internal DbSet<SuggestionRow> Suggestions => Set<SuggestionRow>();

    internal DbSet<LearnedQuestionRow> LearnedQuestions => Set<LearnedQuestionRow>();

    internal DbSet<ModelRow> Models => Set<ModelRow>();

    internal DbSet<Survey> Surveys => Set<Survey>();

    internal DbSet<ReminderRow> Reminders => Set<ReminderRow>();

    internal DbSet<InboxRow> Inbox => Set<InboxRow>();

    internal DbSet<ActionReceiptRow> ActionReceipts => Set<ActionReceiptRow>();

    internal DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    internal DbSet<MessageCopyRow> MessageCopies => Set<MessageCopyRow>();

    internal DbSet<SaidMessageRow> SaidMessages => Set<SaidMessageRow>();

    internal DbSet<PlacementRow> Placements => Set<PlacementRow>();

    internal DbSet<ChatConversationRow> ChatConversations => Set<ChatConversationRow>();

    internal DbSet<ChatLogRow> ChatLog => Set<ChatLogRow>();

    internal DbSet<DeskSettingsRow> DeskSettings => Set<DeskSettingsRow>();

    internal DbSet<WebAccessRow> WebAccess => Set<WebAccessRow>();

    internal DbSet<AccessRow> AccessLog => Set<AccessRow>();

    internal DbSet<KeptValueRow> KeptValues => Set<KeptValueRow>();

    /// <summary>Runs work and saves it in one transaction, taking the database's write lock first.</summary>
    internal virtual async Task WriteAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        await using var transaction = await Database.BeginTransactionAsync(stop);
        await work(stop);
        await SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HelpDeskDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<TicketId>().HaveConversion<Conversions.TicketIds>();
        configurationBuilder.Properties<PersonId>().HaveConversion<Conversions.PersonIds>().HaveMaxLength(64);
        configurationBuilder.Properties<QueueId>().HaveConversion<Conversions.QueueIds>().HaveMaxLength(64);
        configurationBuilder.Properties<AttachmentId>().HaveConversion<Conversions.AttachmentIds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<IReadOnlyList<string>>()
            .HaveConversion<Conversions.Words, Conversions.WordsComparer>();
        configurationBuilder.Properties<IReadOnlyList<ArticleAttachment>>()
            .HaveConversion<Conversions.ArticleFiles, Conversions.ArticleFilesComparer>();
        configurationBuilder.Properties<IReadOnlyList<TicketId>>()
            .HaveConversion<Conversions.TicketLists, Conversions.TicketListsComparer>();
        configurationBuilder.Properties<IReadOnlyList<TicketLink>>()
            .HaveConversion<Conversions.LinkLists, Conversions.LinkListsComparer>();
        configurationBuilder.Properties<IReadOnlyList<PersonId>>()
            .HaveConversion<Conversions.PersonLists, Conversions.PersonListsComparer>();
    }
}
