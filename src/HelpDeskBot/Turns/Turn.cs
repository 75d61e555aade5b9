using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;

namespace HelpDeskBot.Turns;

/// <summary>Where something was said.</summary>
/// <param name="Room">The queue whose agent channel it is; null for a direct chat with the bot.</param>
/// <param name="Root">The message whose thread it is, or that was quoted.</param>
internal sealed record TurnPlace(string Channel, string Conversation, QueueId? Room, string? Root)
{
    /// <summary>Others read here who are no agents: what concerns one person is said to them in their direct chat.</summary>
    public bool IsShared { get; init; }

    /// <summary>Messages have no threads here, so that it can be no queue's room.</summary>
    public bool IsFlat { get; init; }

    /// <summary>Where a message of the bot that stands here can be drawn again.</summary>
    public Destination Of(Actor reader) => this switch
    {
        { Room: { } queue } => Destination.Room(queue),
        { IsShared: true } => Destination.In(Channel, Conversation),
        _ => Destination.To(reader.Person!.Value),
    };
}

/// <summary>One message of an authenticated person, free of any channel's shape.</summary>
internal sealed record Turn(Actor Actor, TurnPlace Place, string Message, string Text)
{
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];

    /// <summary>The text is only the beginning; all of it is one of the files.</summary>
    public bool IsCut { get; init; }

    /// <summary>Who reads the answer: the person, or the agents of the room.</summary>
    public Reader Reader { get; init; } = new("en", "Etc/UTC");

    /// <summary>Set where this is no new message, but an earlier one written differently or taken back.</summary>
    public Correction? Correction { get; init; }

    /// <summary>It is to become a ticket, whatever else it could mean: a message that somebody chose for that.</summary>
    public bool IsReport { get; init; }

    public string Language => Reader.Language;

    /// <summary>Where the answer goes: the direct chat, or the room it was said in.</summary>
    public Destination Here => Place.Room is { } queue ? Destination.Room(queue) : Destination.To(Actor.Person!.Value);
}

/// <summary>An earlier message of the person changes.</summary>
/// <param name="Before">What it said until now.</param>
internal sealed record Correction(string Before, bool IsRemoval);

/// <summary>A press of a button, or a form sent, by an authenticated person. The data is what the card carried, and distrusted.</summary>
internal sealed record CardAction(Actor Actor, TurnPlace Place, string Verb, JsonElement Data)
{
    /// <summary>The message whose button it was.</summary>
    public string? OnMessage { get; init; }

    /// <summary>Who reads the answer: the person, or the agents of the room.</summary>
    public Reader Reader { get; init; } = new("en", "Etc/UTC");

    /// <summary>The press as a turn without words, for what a typed command could have done too.</summary>
    public Turn AsTurn() => new(Actor, Place, OnMessage ?? "", "") { Reader = Reader };
}

/// <summary>What a card action is answered.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ShowCard), "card")]
[JsonDerivedType(typeof(ShowForm), "form")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(Refused), "refused")]
internal abstract record ActionAnswer
{
    /// <summary>The card that takes the place of the one pressed.</summary>
    internal sealed record ShowCard(JsonObject Card) : ActionAnswer;

    /// <summary>A form opens, or comes back with what is wrong.</summary>
    internal sealed record ShowForm(JsonObject Card) : ActionAnswer;

    /// <summary>It is done; a word about it, possibly empty.</summary>
    internal sealed record Say(string Text) : ActionAnswer;

    /// <summary>It was refused, with a code for programs and words for the person.</summary>
    internal sealed record Refused(string Code, string Text) : ActionAnswer
    {
        /// <summary>A form with what can be done instead, if there is something.</summary>
        public JsonObject? Offer { get; init; }
    }
}
