using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Api;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Turns;
using HelpDeskBot.Turns.Actions;

namespace HelpDeskBot.Hosting;

/// <summary>Registers what answers people: cards and their texts, turns, typed commands, pressed buttons.</summary>
internal static class ConversationSetup
{
    private static readonly Type[] Parts =
    [
        typeof(Speaker), typeof(RefusalWords), typeof(DirectTurns), typeof(RoomTurns), typeof(CommandTurns), typeof(QuestionTurns),
        typeof(CommentTurns), typeof(IntakeTurns), typeof(ActionRouter), typeof(Responses), typeof(WritingActs), typeof(Recall),
        typeof(ActForms), typeof(KnowledgePages), typeof(ArticleHtml), typeof(SignInPages), typeof(CorrectionTurns), typeof(ListTurns), typeof(TypedTurns), typeof(BulkSteps),
        typeof(SentFiles), typeof(DeskChecks), typeof(ArticleAnswers), typeof(TalkTurns), typeof(SubmittedTurns),
    ];

    // Asked in this order.
    private static readonly Type[] Typed =
        [typeof(RoomBindingTurns), typeof(DeskTurns), typeof(ArticleTurns), typeof(LedgerTurns), typeof(UndeliveredTurns), typeof(IdentityTurns), typeof(AccessTurns), typeof(ListTurns), typeof(FollowTurns), typeof(ReportForTurns), typeof(ReminderTurns), typeof(AwayTurns), typeof(NotificationTurns), typeof(WebTurns)];

    private static readonly Type[] ActionGroups =
    [
        typeof(SuggestionActions), typeof(IntakeActions), typeof(ReportActions), typeof(TicketActions), typeof(TicketForms), typeof(TagForms), typeof(LogTimeForms),
        typeof(TextActions), typeof(SurveyActions), typeof(MessageActions), typeof(NewQuestionActions), typeof(CommandActions), typeof(OwnerActions), typeof(MoreActions),
        typeof(OwnerForms), typeof(ClassificationForms), typeof(HoldForms), typeof(MergeForms), typeof(MoveForms), typeof(FollowForms),
        typeof(SplitForms), typeof(ChecklistForms), typeof(FollowUpActions), typeof(LookActions), typeof(CorrectionActions),
        typeof(ListActions), typeof(SimilarActions), typeof(InsightActions), typeof(BulkActions),
        typeof(NotificationActions), typeof(MacroActions), typeof(DeskActions), typeof(DeskVersionActions), typeof(DeskQueueForms), typeof(KnowledgeReportActions), typeof(GapActions), typeof(RoomActions), typeof(UndeliveredActions),
        typeof(ArticleListActions), typeof(ArticleExportActions), typeof(ArticleForms), typeof(ArticlePublishing), typeof(ArticleVersionActions), typeof(LearnedActions),
    ];

    /// <summary>Adds the conversation; <see cref="StartupException"/> if the folder of cards is wrong.</summary>
    public static void AddConversation(this IServiceCollection services)
    {
        var catalog = Catalog();
        services.AddSingleton(catalog);
        services.AddSingleton(new ClosingWords(catalog.Languages));
        services.AddSingleton<IRenderer, Renderer>();
        services.AddSingleton<Presses>();
        services.AddScoped<ITurnHandler, TurnHandler>();
        foreach (var part in Parts)
        {
            services.AddScoped(part);
        }

        AddEach<ITypedTurns>(services, Typed);
        AddEach<IActionGroup>(services, ActionGroups);
    }

    private static void AddEach<TService>(IServiceCollection services, IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            services.AddScoped(typeof(TService), type);
        }
    }

    private static CardCatalog Catalog()
    {
        try
        {
            return new CardCatalog(Path.Combine(AppContext.BaseDirectory, "cards"));
        }
        catch (CardTemplateException wrong)
        {
            throw new StartupException(wrong.Message);
        }
    }
}
