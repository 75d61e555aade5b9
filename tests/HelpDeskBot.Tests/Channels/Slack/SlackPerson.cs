using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support.Slack;

namespace HelpDeskBot.Tests.Channels.Slack;

/// <summary>Somebody who looks at one conversation.</summary>
internal sealed class SlackPerson(SlackDesk desk, FakePerson person, FakeConversation place) : IChannelPerson
{
    public async Task SaysAsync(string text) => await DoneAsync(person.SaysAsync(text, place));

    public async Task WritesUnderAsync(string words, string text)
    {
        var message = await FindAsync(words);
        await DoneAsync(person.SaysAsync(text, place, thread: message.ThreadTs ?? message.Ts));
    }

    public async Task QuotesAsync(string words, string text)
    {
        var message = await FindAsync(words);
        var link = $"https://example.slack.com/archives/{place.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        await DoneAsync(person.SaysAsync($"{text} {link}", place));
    }

    public async Task EditsAsync(string words, string text) => await DoneAsync(person.EditsAsync(place, await MineAsync(words), text));

    public async Task DeletesAsync(string words) => await DoneAsync(person.DeletesAsync(place, await MineAsync(words)));

    public async Task SendsFileAsync(string name, byte[] content, string? text = null)
    {
        FakeFile file;
        lock (desk.Slack.Workspace.Lock)
        {
            file = desk.Slack.FileApi.Add(person.Id, name, content, content.Length);
        }

        await DoneAsync(person.SaysAsync(text ?? "", place, thread: null, file));
    }

    public async Task<PressAnswer> PressesAsync(string button, string? on = null)
    {
        await desk.SettleAsync();
        var message = Messages().LastOrDefault(message => BlockReading.Buttons(message.Blocks).Contains(button)
            && (on is null || BlockReading.TextOf(message.Blocks).Contains(on, StringComparison.Ordinal)));
        Assert.True(message is not null, $"No button {button}. Shown:\n{string.Join('\n', Messages().Select(message => "- " + message.Text))}");
        return await PressedAsync(() => person.PressesAsync(place, message, button));
    }

    public Task<PressAnswer> SendsAsync(PressAnswer form, JsonObject inputs)
    {
        var typed = inputs.Select(input => (input.Key, input.Value!.ToString())).ToArray();
        return PressedAsync(() => person.SubmitsAsync((FakeView)form.Handle!, typed), typed);
    }

    public async Task IsDeliveredAgainAsync()
    {
        Assert.True(await desk.Slack.Deliveries.EventAsync((JsonObject)person.LastEvent!.DeepClone()));
        await desk.SettleAsync();
    }

    public Task<PressAnswer> PressIsDeliveredAgainAsync(bool underNewId) => PressedAsync(() => person.PressedAgainAsync(underNewId));

    public async Task<IReadOnlyList<SeenMessage>> LooksAsync()
    {
        await desk.SettleAsync();
        return [.. Messages().Select(Seen)];
    }

    private static SeenMessage Seen(FakeMessage message)
    {
        var text = message.Blocks is null ? BlockReading.Unescaped(message.Text) : BlockReading.TextOf(message.Blocks);
        return new SeenMessage($"{text}\n{string.Join('\n', message.Files.Select(file => file.Name))}".Trim(), message.BotId is not null)
        {
            Buttons = BlockReading.Buttons(message.Blocks),
            Card = message.Blocks is null ? null : BlockReading.AsCard(message.Blocks),
        };
    }

    private IReadOnlyList<FakeMessage> Messages()
    {
        lock (desk.Slack.Workspace.Lock)
        {
            return [.. place.Messages];
        }
    }

    private async Task<FakeMessage> FindAsync(string words)
    {
        await desk.SettleAsync();
        return Messages().Last(message => Seen(message).Text.Contains(words, StringComparison.Ordinal));
    }

    private async Task<FakeMessage> MineAsync(string words)
    {
        await desk.SettleAsync();
        return Messages().Last(message => message.User == person.Id && message.Text.Contains(words, StringComparison.Ordinal));
    }

    private async Task DoneAsync(Task act)
    {
        await act;
        await desk.SettleAsync();
    }

    /// <summary>What somebody sees after a press: words for them alone, a modal, or nothing but what changed.</summary>
    private async Task<PressAnswer> PressedAsync(Func<Task<Acknowledged>> press, params (string Input, string Value)[] typed)
    {
        await desk.SettleAsync();
        var before = person.Seen.Count;
        var taken = await press();
        Assert.True(taken.IsTaken, $"Slack was answered {taken.Status}");
        await desk.SettleAsync();
        if (taken.Answer?["errors"] is JsonObject errors)
        {
            return new PressAnswer(Pressed.Form, string.Join('\n', errors.Select(error => error.Value!.ToString())))
            {
                Typed = typed.ToDictionary(pair => pair.Input, pair => pair.Value),
            };
        }

        var shown = person.Seen.Skip(before).ToList();
        if (shown.Exists(seen => seen.What == "modal") && person.Modal is { } modal)
        {
            return Opened(modal);
        }

        return shown.LastOrDefault(seen => seen.What == "ephemeral") is { } said
            ? new PressAnswer(Pressed.Refused, BlockReading.Unescaped(said.Text))
            : new PressAnswer(Pressed.Done, "");
    }

    private static PressAnswer Opened(FakeView modal)
    {
        var blocks = modal.Json["blocks"]!.AsArray();
        var fields = blocks.Where(block => block!["type"]!.ToString() == "input").ToDictionary(
            block => block!["block_id"]!.ToString(), block => block!["element"]!["initial_value"]?.ToString() ?? "");
        return new PressAnswer(fields.Count > 0 ? Pressed.Form : Pressed.Refused, $"{modal.Json["title"]!["text"]}\n{BlockReading.TextOf(blocks)}")
        {
            Typed = fields,
            Handle = modal,
        };
    }
}
