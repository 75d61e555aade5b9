using System.Text.Json.Nodes;
using HelpDeskBot.Desk.Storage;

namespace HelpDeskBot.Tests.Channels.Contract;

/// <summary>The whole program with people at one channel. Each channel's tests have a driver of their own; the conversations are the same.</summary>
internal interface IChannelDriver : IAsyncDisposable
{
    /// <summary>Somebody in their direct chat with the bot.</summary>
    /// <param name="locale">The language that their client says; null for none.</param>
    IChannelPerson As(string name, string? locale = null);

    /// <summary>Somebody in a queue's agent channel.</summary>
    IChannelPerson InRoom(string name, string queue = "it-support");

    /// <summary>Somebody whom the channel knows, and who is none of ours, says this to the bot.</summary>
    Task StrangerSaysAsync(string text);

    /// <summary>The business clock moves, and what becomes due is done.</summary>
    Task PassesAsync(string duration);

    /// <summary>The program stops and starts again on the same data.</summary>
    Task RestartAsync();

    /// <summary>Reads the database beside the program.</summary>
    Task<T> ReadAsync<T>(Func<HelpDeskDb, Task<T>> read);
}

/// <summary>What somebody can do at a channel. Each act returns when everything it causes has arrived.</summary>
internal interface IChannelPerson
{
    Task SaysAsync(string text);

    /// <summary>Writes in the thread of the newest message that has these words.</summary>
    Task WritesUnderAsync(string words, string text);

    /// <summary>Says something that quotes the newest message that has these words.</summary>
    Task QuotesAsync(string words, string text);

    /// <summary>Writes the newest own message that has these words differently.</summary>
    Task EditsAsync(string words, string text);

    /// <summary>Takes the newest own message that has these words away.</summary>
    Task DeletesAsync(string words);

    Task SendsFileAsync(string name, byte[] content, string? text = null);

    /// <summary>Presses the button of the newest message that has it, and these words.</summary>
    Task<PressAnswer> PressesAsync(string button, string? on = null);

    /// <summary>Fills in the form that a press opened, or that came back, and sends it.</summary>
    Task<PressAnswer> SendsAsync(PressAnswer form, JsonObject inputs);

    /// <summary>What they said or wrote last is delivered once more.</summary>
    Task IsDeliveredAgainAsync();

    /// <summary>What they pressed or sent last is delivered once more.</summary>
    /// <param name="underNewId">As another delivery: with an id and a time of its own.</param>
    Task<PressAnswer> PressIsDeliveredAgainAsync(bool underNewId);

    /// <summary>What they see now, oldest first.</summary>
    Task<IReadOnlyList<SeenMessage>> LooksAsync();
}

/// <summary>A message as people see it.</summary>
internal record SeenMessage(string Text, bool IsFromBot)
{
    public IReadOnlyCollection<string> Buttons { get; init; } = [];

    /// <summary>Its card; null for words alone.</summary>
    public JsonObject? Card { get; init; }
}

/// <summary>What a press comes to, for whoever pressed.</summary>
internal enum Pressed
{
    /// <summary>It is done: nothing more, a word, or another card.</summary>
    Done,

    /// <summary>A form is open.</summary>
    Form,

    /// <summary>It was refused; the text says why.</summary>
    Refused,
}

/// <summary>What a press was answered.</summary>
/// <param name="Text">All that can be read in the answer.</param>
internal sealed record PressAnswer(Pressed What, string Text)
{
    /// <summary>What stands in the inputs of the form.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    /// <summary>The driver's own, to send the form with.</summary>
    public object? Handle { get; init; }

    public override string ToString() => $"{What}: {Text}";
}
