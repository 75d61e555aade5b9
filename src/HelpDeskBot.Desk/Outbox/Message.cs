using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Desk.Outbox;

/// <summary>Something to say, without channel and language: those are the reader's, and known when it leaves.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Line), "line")]
[JsonDerivedType(typeof(DataCard), "card")]
[JsonDerivedType(typeof(TicketCard), "ticket")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Redraw), "redraw")]
[JsonDerivedType(typeof(Refresh), "refresh")]
[JsonDerivedType(typeof(Echo), "echo")]
[JsonDerivedType(typeof(RedrawCopies), "redraw-copies")]
[JsonDerivedType(typeof(RemoveCopies), "remove-copies")]
[JsonDerivedType(typeof(Digest), "digest")]
[JsonDerivedType(typeof(ArticleDraft), "article-draft")]
public abstract record Message;

/// <summary>One line of words: a key of <c>cards/strings</c> and the values it mentions.</summary>
public sealed record Line(string Key) : Message
{
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public Line With(string name, object? value) =>
        this with { Values = new Dictionary<string, string>(Values) { [name] = value?.ToString() ?? "" } };

    /// <summary>Files that come with it.</summary>
    public IReadOnlyList<FileView> Files { get; init; } = [];
}

/// <summary>A card that stays as it is: the name of a template and its data.</summary>
public sealed record DataCard(string Card, JsonObject Data) : Message;

/// <summary>A card that shows a ticket and is kept current where it stands.</summary>
public sealed record TicketCard(TicketId Ticket, string Card) : Message;

/// <summary>What somebody wrote on a ticket.</summary>
public sealed record Quote(TicketId Ticket, int Entry) : Message
{
    /// <summary>Whoever reads it follows the ticket, and cannot answer.</summary>
    public bool IsForFollower { get; init; }
}

/// <summary>Another card in the place of an earlier message of the bot, there.</summary>
public sealed record Redraw(string Activity, DataCard Card) : Message;

/// <summary>Draws every card of the ticket again that stands in the destination and shows something older.</summary>
public sealed record Refresh(TicketId Ticket) : Message;

/// <summary>Tells an agent that a reply typed in the thread went out; as long as it can be undone, it says so.</summary>
public sealed record Echo(TicketId Ticket, int Entry) : Message;

/// <summary>Draws every message in the destination that says this entry again.</summary>
internal sealed record RedrawCopies(TicketId Ticket, int Entry) : Message;

/// <summary>Takes every message in the destination that says this entry away.</summary>
internal sealed record RemoveCopies(TicketId Ticket, int Entry) : Message;

/// <summary>Where to say it: a person's direct chat, a queue's agent channel, or a ticket's thread there.</summary>
public sealed record Destination
{
    public PersonId? Person { get; init; }

    public QueueId? Queue { get; init; }

    /// <summary>The ticket under whose card in the agent channel it is said.</summary>
    public TicketId? Thread { get; init; }

    /// <summary>The channel of a conversation that is nobody's: one that is no queue's agent channel (yet).</summary>
    public string? Channel { get; init; }

    /// <summary>The channel's id of that conversation.</summary>
    public string? Conversation { get; init; }

    /// <summary>What leaves for one destination leaves in order.</summary>
    [JsonIgnore]
    public string Lane => this switch
    {
        { Person: { } person } => $"person:{person}",
        { Queue: { } queue } => $"room:{queue}",
        _ => $"place:{Channel}:{Conversation}",
    };

    /// <summary>The destination whose lane this is.</summary>
    public static Destination OfLane(string lane) => lane.Split(':', 2) switch
    {
        ["person", var person] => To(new PersonId(person)),
        ["room", var queue] => Room(new QueueId(queue)),
        [_, var place] when place.Split(':', 2) is [var channel, var conversation] => In(channel, conversation),
        _ => throw new FormatException($"No lane {lane}"),
    };

    public static Destination To(PersonId person) => new() { Person = person };

    /// <summary>Any conversation, whoever reads there.</summary>
    public static Destination In(string channel, string conversation) => new() { Channel = channel, Conversation = conversation };

    public static Destination Room(QueueId queue) => new() { Queue = queue };

    public static Destination ThreadOf(Ticket ticket) => new() { Queue = ticket.Queue, Thread = ticket.Id };
}

/// <summary>A message and where it goes.</summary>
internal sealed record Outgoing(Destination To, Message What)
{
    /// <summary>Why somebody is told who did not ask; null for answers and for what stands in a room.</summary>
    public Notice? Notice { get; init; }
}

/// <summary>What a notification is about, and why this person gets it.</summary>
internal sealed record Notice(NotificationKind Kind, ToldAs As);

/// <summary>As what somebody is told something.</summary>
public enum ToldAs
{
    Requester,

    /// <summary>They filed it for somebody else.</summary>
    Author,

    Owner,

    Follower,

    /// <summary>They asked for the ticket.</summary>
    Asker,

    Lead,

    /// <summary>A note names them.</summary>
    Mentioned,

    /// <summary>They look after the articles.</summary>
    Editor,
}

/// <summary>A draft of an article that waits for somebody who decides.</summary>
internal sealed record ArticleDraft(ArticleKey Article, int Version) : Message;

/// <summary>Several messages that waited, as one.</summary>
/// <param name="Keys">Their rows of the outbox.</param>
public sealed record Digest(IReadOnlyList<string> Keys) : Message;

/// <summary>The cards that are kept current.</summary>
public static class TicketCards
{
    /// <summary>The requester's card of their ticket.</summary>
    public const string Requester = "ticket-requester";

    /// <summary>The card in the agent channel.</summary>
    public const string Agent = "ticket-agent";

    /// <summary>The card for who follows the ticket.</summary>
    public const string Follower = "ticket-follower";

    /// <summary>"Is it fixed?"</summary>
    public const string Fixed = "ticket-fixed";

    private const string HandOverPrefix = "hand-over:";
    private const string SurveyPrefix = "survey:";

    /// <summary>Whether it is shown to others than those whose ticket it is, so that what they may see can change.</summary>
    public static bool IsForOthers(string card) => card is Agent or Follower || HandOverEntry(card) is not null;

    /// <summary>The survey about one resolution.</summary>
    public static string Survey(int cycle) => SurveyPrefix + cycle;

    /// <summary>An agent's question whether they may have the ticket, asked in this entry.</summary>
    public static string HandOver(int entry) => HandOverPrefix + entry;

    /// <summary>The entry of a hand-over card; null for the other cards.</summary>
    public static int? HandOverEntry(string card) =>
        card.StartsWith(HandOverPrefix, StringComparison.Ordinal)
            ? int.Parse(card.AsSpan(HandOverPrefix.Length), System.Globalization.CultureInfo.InvariantCulture)
            : null;

    /// <summary>The cycle of a survey card; null for the other cards.</summary>
    public static int? SurveyCycle(string card) =>
        card.StartsWith(SurveyPrefix, StringComparison.Ordinal)
            ? int.Parse(card.AsSpan(SurveyPrefix.Length), System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
