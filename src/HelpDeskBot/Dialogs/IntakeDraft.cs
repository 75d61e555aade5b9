using System.Text.Json;
using System.Text.Json.Serialization;
using HelpDeskBot.Desk;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Dialogs;

/// <summary>What the bot needs to know next.</summary>
internal enum IntakeStep
{
    Describe,
    Category,
    Impact,
    Urgency,
    Summary,
}

/// <summary>The person for whom somebody else reports a problem.</summary>
internal sealed record Beneficiary(PersonId Id, string Name);

/// <summary>A ticket being filed: everything said so far, kept after every step.</summary>
internal sealed record IntakeDraft(Guid Id, IntakeStep Step)
{
    private const string Name = "intake.v1";
    private const string Family = "intake.";

    /// <summary>Grows with every answer, so that a button of an earlier question is known to be old.</summary>
    public int Turn { get; init; }

    /// <summary>They began by asking for something, so it is no question whether something broke.</summary>
    public bool IsRequest { get; init; }

    public string Subject { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>The category that the words point to.</summary>
    public string? Proposed { get; init; }

    /// <summary>The words that point to <see cref="Proposed"/>.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>Whether <see cref="Proposed"/> is taken without asking.</summary>
    public bool IsCertain { get; init; }

    public TicketType Type { get; init; }

    public string? Category { get; init; }

    /// <summary>For whom it is, if not for whoever reports it.</summary>
    public Beneficiary? For { get; init; }

    public Impact? Impact { get; init; }

    public Urgency? Urgency { get; init; }

    public IReadOnlyList<AttachmentId> Files { get; init; } = [];

    public IReadOnlyList<string> ArticlesShown { get; init; } = [];

    public IReadOnlyList<string> ArticlesOpened { get; init; } = [];

    public IReadOnlyList<string> ArticlesRejected { get; init; } = [];

    /// <summary>The suggestion it grew from.</summary>
    public Guid? Suggestion { get; init; }

    /// <summary>The draft with what its words point to now.</summary>
    public IntakeDraft With(IntakeGuess guess) => this with
    {
        Proposed = guess.Category?.Category,
        Because = guess.Category?.Because ?? [],
        IsCertain = guess.Category?.IsCertain ?? false,
        Type = IsRequest ? TicketType.ServiceRequest : guess.Type,
    };

    /// <summary>Nothing was said yet that could get lost.</summary>
    [JsonIgnore]
    public bool IsEmpty => Step is IntakeStep.Describe && Description.Length == 0 && Files.Count == 0 && For is null;

    public Draft ToDraft() => new(Name, JsonSerializer.Serialize(this, StoredJson.Options));

    /// <summary>
    /// The draft as stored; null if it is of another dialog. One from another version keeps what was described and asks the rest
    /// again: <paramref name="isRestarted"/> says so, since the person should be told.
    /// </summary>
    public static IntakeDraft? Read(Draft draft, out bool isRestarted)
    {
        isRestarted = false;
        if (draft.Dialog == Name)
        {
            return JsonSerializer.Deserialize<IntakeDraft>(draft.Body, StoredJson.Options);
        }

        if (!draft.Dialog.StartsWith(Family, StringComparison.Ordinal))
        {
            return null;
        }

        isRestarted = true;
        using var body = JsonDocument.Parse(draft.Body);
        return Salvage(body.RootElement);
    }

    private static IntakeDraft Salvage(JsonElement body)
    {
        var id = body.TryGetProperty("id", out var stored) && stored.TryGetGuid(out var known) ? known : Guid.Empty;
        var description = TextOf(body, "description");
        return new IntakeDraft(id, description.Length > 0 ? IntakeStep.Category : IntakeStep.Describe)
        {
            Turn = 1000, // past every button that an earlier version has drawn
            Subject = TextOf(body, "subject"),
            Description = description,
            Files = FilesOf(body),
        };
    }

    private static AttachmentId[] FilesOf(JsonElement body) =>
        body.TryGetProperty("files", out var files) && files.ValueKind is JsonValueKind.Array
            ? [.. files.EnumerateArray().Select(file => Guid.TryParse(file.ToString(), out var id) ? new AttachmentId(id) : default).Where(id => id != default)]
            : [];

    private static string TextOf(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}
