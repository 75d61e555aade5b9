using System.Text.Json;
using System.Text.Json.Serialization;
using HelpDeskBot.Cards;
using HelpDeskBot.Desk;
using HelpDeskBot.Desk.Files;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns.Actions;

// What the buttons and forms carry. Whatever a record does not name is refused, whatever it requires must be there.

internal sealed record SuggestionData(Guid Suggestion, string? Article = null) : Keyed;

internal sealed record IntakeData(Guid Draft, int? Turn = null, string? Category = null, Impact? Impact = null, Urgency? Urgency = null) : Keyed;

internal sealed record IntakeEditData(
    Guid Draft, string Subject, string Description, string Category, Impact Impact, Urgency Urgency, string For = "", TicketType Type = TicketType.Incident) : Keyed;

internal sealed record ReportFormData(string Text)
{
    public IReadOnlyList<Guid>? Files { get; init; }
}

internal sealed record ReportData(Guid Nonce, string Text = "") : INonce
{
    public IReadOnlyList<Guid>? Files { get; init; }
}

internal sealed record MessageData(string Message, TicketId? Ticket = null) : Keyed;

internal sealed record CommandData(string Command);

internal sealed record TicketData(TicketId Ticket, int? Version = null) : Keyed;

internal sealed record TicketEntryData(TicketId Ticket, int Entry, int Part = 0);

internal sealed record TicketUndoData(TicketId Ticket, int Entry) : Keyed;

internal sealed record TicketTextData(TicketId Ticket, Guid Nonce, string Text = "", string Reply = "") : INonce, ILongText;

internal sealed record TicketReplyFillData(TicketId Ticket, Guid Nonce, string Text = "", string Reply = "");

internal sealed record TicketResolveData(TicketId Ticket, Guid Nonce, int Version, ResolutionReason Reason, string Text = "") : INonce;

internal sealed record SurveyData(TicketId Ticket, int Cycle, int Rating) : Keyed;

internal sealed record SurveyCommentData(TicketId Ticket, int Cycle, string Comment = "") : Keyed;

internal sealed record TicketAnswerData(TicketId Ticket, int Entry) : Keyed;

internal sealed record TicketFormData(TicketId Ticket, Guid Nonce) : ITicketForm;

internal sealed record TicketAssignData(TicketId Ticket, Guid Nonce, string Person = "") : ITicketForm;

internal sealed record TicketPriorityData(TicketId Ticket, Guid Nonce, Impact Impact, Urgency Urgency, string Text = "") : ITicketForm;

internal sealed record TicketCategoryData(TicketId Ticket, Guid Nonce, string Category = "", TicketType? Type = null) : ITicketForm;

internal sealed record TicketMoveData(TicketId Ticket, Guid Nonce, string Queue = "") : ITicketForm;

internal sealed record TicketLookData(TicketId Ticket, Guid Nonce, string Reason = "") : INonce;

internal sealed record TicketHoldData(TicketId Ticket, Guid Nonce, string Text = "", string Date = "", string Time = "") : ITicketForm;

internal sealed record TicketOtherData(TicketId Ticket, Guid Nonce, string Other = "") : ITicketForm;

internal sealed record TicketLinkData(TicketId Ticket, Guid Nonce, string Other = "", string Kind = nameof(LinkKind.Related)) : ITicketForm;

internal sealed record TicketSplitData(TicketId Ticket, Guid Nonce, string Subject = "", string Text = "", string Category = "") : ITicketForm;

internal sealed record TicketCheckData(TicketId Ticket, Guid Nonce, string Seen = "", string Add = "") : Ticking, ITicketForm;

internal sealed record TicketMacroData(TicketId Ticket, string Macro) : Keyed;

internal sealed record TicketTagData(TicketId Ticket, Guid Nonce, string Add = "", string Remove = "") : ITicketForm;

internal sealed record TicketFollowData(TicketId Ticket, Guid Nonce, string Add = "", string Remove = "") : ITicketForm;

internal sealed record TicketLogTimeData(TicketId Ticket, Guid Nonce, string Spent = "", string Text = "") : ITicketForm;

internal sealed record ListPageData(TicketQuery Query, int Page);

internal sealed record ListSelectData(IReadOnlyList<TicketId> Tickets);

internal sealed record BulkPreviewData(
    IReadOnlyList<TicketId> Shown, BulkAct Act, string Category = "", ResolutionReason Reason = ResolutionReason.Solved, string Text = "") : Ticking;

internal sealed record BulkRunData(
    Guid Nonce, IReadOnlyList<TicketId> Tickets, BulkAct Act, string Category, ResolutionReason Reason, string Text) : INonce;

internal sealed record NotificationsData(
    Pace Answer, Pace Progress, Pace Following, Pace Reminder, Pace Survey, Pace? Work = null, Pace? Article = null, string From = "", string To = "") : Keyed;

internal sealed record RoomData(string Queue) : Keyed;

internal sealed record UndeliveredData : Keyed;

internal sealed record KnowledgeData;

internal sealed record KnowledgeGapData(Guid Gap) : Keyed;

internal sealed record DeskData;

internal sealed record DeskTextData(Guid Nonce, string Text = "") : INonce, ILongText;

internal sealed record DeskFileData(Guid File, int Base, bool InChat = false) : Keyed;

internal sealed record DeskVersionData(int Version, int Base = 0) : Keyed;

internal sealed record DeskQueueOpenData(string Queue = "");

internal sealed record DeskQueueData(
    Guid Nonce, string Queue = "", string Id = "", string Name = "", string Language = "", string Calendar = "", string Access = "", string Agents = "", string Leads = "") : INonce;

internal sealed record ArticleListData;

internal sealed record ArticleFindData(string Words = "");

internal sealed record ArticleOpenData(ArticleKey Article);

internal sealed record ArticleForgetData(ArticleKey Article, Guid Suggestion);

internal sealed record ArticleEditData(Guid Edit);

internal sealed record ArticleFormData(
    Guid Edit, int Base, string Title = "", string Category = "", string Language = "", string Audience = "", string Tags = "", string Aliases = "", string Body = "")
{
    public ArticleKey? Article { get; init; }

    public TicketId? Ticket { get; init; }
}

internal sealed record ArticleWrittenData(Guid Edit, int Base = 0, bool InChat = false) : Keyed;

internal sealed record ArticleVersionData(ArticleKey Article, int Version, int Base = 0, bool InChat = false) : Keyed;

internal sealed record ArticleRetireData(ArticleKey Article, int Base) : Keyed;

internal sealed record ArticleExportData(ArticleKey? Article = null);

/// <summary>A form with things to be ticked, of which nobody knows beforehand how many.</summary>
internal abstract record Ticking
{
    private const string Yes = "true";
    private const string No = "false";

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Ticks { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyList<string> Ticked => [.. Ticks.Where(tick => tick.Value.GetString() == Yes).Select(tick => tick.Key)];

    /// <summary>Nothing else came with it than ticks.</summary>
    [JsonIgnore]
    public bool IsGood => Ticks.Values.All(tick => tick.ValueKind is JsonValueKind.String && tick.GetString() is Yes or No);
}

/// <summary>A button whose press counts once.</summary>
internal abstract record Keyed
{
    public string? Key { get; init; }
}

/// <summary>A form whose submission counts once.</summary>
internal interface INonce
{
    Guid Nonce { get; }
}

/// <summary>A form whose text is kept as a file where it is too long.</summary>
internal interface ILongText;

/// <summary>The form of an act on a ticket.</summary>
internal interface ITicketForm : INonce
{
    TicketId Ticket { get; }
}

/// <summary>Reads the data of an action strictly.</summary>
internal static class ActionJson
{
    private static readonly JsonSerializerOptions Strict = Create();

    /// <summary>The data, or null if it is not what the verb carries.</summary>
    public static T? Read<T>(JsonElement data)
        where T : class
    {
        try
        {
            return data.ValueKind is JsonValueKind.Object && data.Deserialize<T>(Strict) is { } read and not Ticking { IsGood: false } ? read : null;
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a text among the data is longer than a message may be.</summary>
    public static bool HasLongText(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Object => data.EnumerateObject().Any(field => HasLongText(field.Value)),
        JsonValueKind.Array => data.EnumerateArray().Any(HasLongText),
        JsonValueKind.String => data.GetString()!.Length > SaveFile.TextLimit,
        _ => false,
    };

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(StoredJson.Options)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
        };
        options.Converters.Insert(0, new ChoiceConverter());
        options.Converters.Insert(0, new StorableText());
        return options;
    }

    private sealed class StorableText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String ? Characters.Storable(reader.GetString()!) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
