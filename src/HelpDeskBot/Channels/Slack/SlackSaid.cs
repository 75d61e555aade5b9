using System.Text.Json;
using HelpDeskBot.Desk;
using HelpDeskBot.Slack.Payloads;

namespace HelpDeskBot.Channels.Slack;

/// <summary>How something came to be said.</summary>
internal enum SlackSaidAs
{
    Message,
    Edit,
    Removal,

    /// <summary>Words behind the slash command; where they were typed does not matter.</summary>
    Command,

    /// <summary>A shortcut or an emoji on somebody's message: it is to become a ticket.</summary>
    Ticket,

    /// <summary>The bot was added to a channel.</summary>
    Added,
}

/// <summary>
/// What somebody said in Slack, whichever way it was learned: an event, a shortcut, a command or the history. It stands in the inbox under a key
/// made of what was said and not of how it came, so that the ways cannot double each other.
/// </summary>
/// <param name="Text">As Slack writes it, escaped.</param>
internal sealed record SlackSaid(string Team, string Channel, string User, string Ts, string Text)
{
    public SlackSaidAs As { get; init; }

    /// <summary>The message whose thread it is in.</summary>
    public string? Thread { get; init; }

    /// <summary>Of an edit or removal, what it said until then, if that is known.</summary>
    public string? Before { get; init; }

    /// <summary>What makes one edit another than the next.</summary>
    public string? Edit { get; init; }

    /// <summary>Answers whoever said it where they said it, for half an hour, even where the bot is not.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>Of a report, the message that it is made of.</summary>
    public string? About { get; init; }

    /// <summary>Its words and files are still to be read.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Its address.</summary>
    public string? Link { get; init; }

    public IReadOnlyList<SlackFile> Files { get; init; } = [];

    public string Key => As switch
    {
        SlackSaidAs.Edit => $"{Team}/{Channel}/{Ts}/edit/{Edit}",
        SlackSaidAs.Removal => $"{Team}/{Channel}/{Ts}/removal",
        _ => KeyOf(Team, Channel, Ts),
    };

    /// <summary>Conversation and thread.</summary>
    public string Lane => LaneOf(Channel, Thread);

    public static string LaneOf(string channel, string? thread) => $"{SlackNames.Channel}/{channel}/{thread}";

    public static string KeyOf(string team, string channel, string ts) => $"{team}/{channel}/{ts}";

    public static SlackSaid Read(string body) => JsonSerializer.Deserialize<SlackSaid>(body, StoredJson.Options)!;

    public string ToBody() => JsonSerializer.Serialize(this, StoredJson.Options);
}
