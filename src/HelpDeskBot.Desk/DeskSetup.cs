using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Schedule;
using HelpDeskBot.Desk.Search;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Surveys;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.WebChat;
using HelpDeskBot.Desk.Work;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Desk;

/// <summary>Puts the desk together.</summary>
public static class DeskSetup
{
    /// <summary>Adds the desk; the host adds an <see cref="ITurnHandler"/>, an <see cref="IRenderer"/> and its <see cref="IChannel"/>s.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, DeskOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(new KnowledgeOptions(options.KnowledgeFolder));
        services.AddStorage(options.Storage);
        services.AddHostedService<DeskStart>();
        return services.AddWork().AddUseCases().AddScheduler();
    }

    private static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddSingleton<Node>();
        services.AddSingleton<BusinessClock>();
        services.AddSingleton<DeskSettingsStore>();
        services.AddSingleton<ArticleIndex>();
        services.AddSingleton<TicketIndex>();
        services.AddSingleton<TicketLabels>();
        services.AddSingleton<TicketLabelFeed>();
        services.AddSingleton<Nightly>();
        services.AddHostedService(provider => provider.GetRequiredService<TicketLabelFeed>());
        services.AddSingleton<TicketFeed>();
        services.AddSingleton<UnitOfWork>();
        services.AddSingleton<Settling>();
        services.AddSingleton<MoveClock>();
        services.AddSingleton<Sweep>();
        services.AddSingleton<InboxWorker>();
        services.AddSingleton<Dispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<InboxWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
        services.AddHostedService(provider => provider.GetRequiredService<Sweep>());
        services.AddHostedService<KnowledgeFolder>();
        services.AddHostedService<SynonymFile>();
        services.AddHostedService(provider => provider.GetRequiredService<TicketFeed>());
        services.AddSingleton<ReplanTickets>();
        services.AddSingleton<ArticleFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<ArticleFeed>());
        services.AddSingleton<DeskSettingsFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskSettingsFeed>());
        services.AddScoped<TicketIndexing>();
        services.AddScoped<ArticleIndexing>();
        services.AddScoped<Rendering>();
        services.AddScoped<Drawing>();
        services.AddScoped<Copies>();
        services.AddScoped<OutboxWriter>();
        services.AddScoped<RestoredBackup>();
        services.AddScoped<Drafts>();
        return services.AddScoped<ActionReceipts>();
    }

    private static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        Type[] useCases =
        [
            typeof(KeptValues), typeof(Places), typeof(WatchedConversations), typeof(FindPlace), typeof(FindAccount), typeof(ConversationReader), typeof(QueueMembers), typeof(NamesOfPeople), typeof(LanguageOfPerson), typeof(Actors), typeof(RecognisePerson), typeof(RegisterPerson), typeof(MeetPerson), typeof(BindRoom), typeof(Undelivered), typeof(TakeDelivery),
            typeof(KeepConversation), typeof(ChatStore), typeof(TicketRecords), typeof(TicketGate), typeof(AccessLog), typeof(TicketSight), typeof(TicketDesk), typeof(TicketFiles), typeof(TicketTelling), typeof(TicketViews), typeof(ReminderBook),
            typeof(FileTicket), typeof(ClaimTicket), typeof(ReplyToTicket), typeof(NoteOnTicket), typeof(Mentions), typeof(AskRequester), typeof(ResolveTicket),
            typeof(ReopenTicket), typeof(CommentOnTicket), typeof(ConfirmResolution), typeof(RejectResolution), typeof(WithdrawTicket),
            typeof(ListTickets), typeof(FindConversationTickets), typeof(FindOwnDuplicate), typeof(ProposeCategory), typeof(TrainTicketLabels), typeof(CheckAct), typeof(ReadEntry), typeof(SaveFile), typeof(OpenFile), typeof(SuggestArticles),
            typeof(AnswerSuggestion), typeof(LearnQuestions), typeof(FalseDeflections), typeof(ReportKnowledge), typeof(FindGaps), typeof(ReadArticle), typeof(SurveyDesk), typeof(RateResolution),
            typeof(CommentOnRating), typeof(SendSurvey), typeof(ChooseLanguage), typeof(ChooseNotifications), typeof(WebSignIn), typeof(ExplainNotification), typeof(HeldMessages), typeof(ChooseAway),
            typeof(AssignTicket), typeof(AskForTicket), typeof(AnswerHandOver), typeof(WeighTicket), typeof(ExplainDue), typeof(ReadHistory), typeof(SetTicketCategory), typeof(HoldTicket),
            typeof(CloseNotARequest), typeof(MergeTicket), typeof(MoveTicket), typeof(FollowTicket), typeof(OpenFollowUp), typeof(SplitTicket), typeof(UnfollowTicket), typeof(PeopleByName), typeof(TicketArrival), typeof(LookAtTicket), typeof(LinkTicket), typeof(CannedReplies), typeof(RunMacro), typeof(TagTicket), typeof(TickChecklist), typeof(LogTimeWorked),
            typeof(UndoWindow), typeof(UndoReply), typeof(EditMessage), typeof(DeleteMessage), typeof(DetachMessage),
            typeof(DeskVersions), typeof(LoadDeskSettings), typeof(CheckDesk), typeof(ChangeDesk), typeof(ReadDesk), typeof(DraftQueues), typeof(MembersByName),
            typeof(ArticleVersions), typeof(ArticleChecks), typeof(ArticleFiles), typeof(ArticleEdits), typeof(ArticleDrafts), typeof(TellEditors), typeof(FolderContents), typeof(ImportArticles), typeof(ExportArticles),
            typeof(WriteArticle), typeof(OpenEdit), typeof(DraftFromTicket), typeof(PublishArticle), typeof(KeepArticleDraft), typeof(DiscardArticleDraft), typeof(RetireArticle), typeof(ReadKnowledge), typeof(ReadArticleVersions),
            typeof(ListedTickets), typeof(FindTickets), typeof(FindSimilar), typeof(TicketAudience),
        ];
        foreach (var useCase in useCases)
        {
            services.AddScoped(useCase);
        }

        return services;
    }
}
