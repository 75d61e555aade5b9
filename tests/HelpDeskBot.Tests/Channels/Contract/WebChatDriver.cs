using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.AdaptiveCards;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels.Contract;

/// <summary>People at the web chat.</summary>
internal sealed class WebChatDriver(TestDesk desk) : IChannelDriver
{
    private readonly Dictionary<TestPerson, WebChatPerson> _people = [];

    public static async Task<IChannelDriver> StartAsync(Database database, string? deskFile) => new WebChatDriver(
        await TestDesk.StartAsync(database, deskFile is null ? [] : ["--HelpDesk:DeskFile=" + deskFile]));

    public IChannelPerson As(string name, string? locale = null) => Of(desk.As(name, locale));

    public IChannelPerson InRoom(string name, string queue = "it-support") => Of(desk.InRoom(name, queue));

    public async Task StrangerSaysAsync(string text)
    {
        var refused = await desk.Http.PostAsJsonAsync(
            "/v3/directline/tokens/generate", new { user = new { id = text } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    public Task PassesAsync(string duration) => desk.PassesAsync(duration);

    public async Task RestartAsync()
    {
        await desk.RestartAsync();
        _people.Clear();
    }

    public Task<T> ReadAsync<T>(Func<HelpDeskDb, Task<T>> read) => desk.ReadAsync(read);

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    private WebChatPerson Of(TestPerson person) => _people.TryGetValue(person, out var known) ? known : _people[person] = new WebChatPerson(person);

    private sealed class WebChatPerson(TestPerson person) : IChannelPerson
    {
        private Func<Task>? _lastSaid;
        private (string Message, JsonObject Action, JsonObject? Inputs)? _lastPress;

        public Task SaysAsync(string text) => SayAsync(clientId => person.SaysAsync(text, clientId: clientId));

        public async Task WritesUnderAsync(string words, string text)
        {
            var root = (await person.SeesAsync(words)).Id;
            await SayAsync(clientId => person.SaysAsync(text, thread: root, clientId: clientId));
        }

        public async Task QuotesAsync(string words, string text)
        {
            var quoted = (await person.SeesAsync(words)).Id;
            await SayAsync(clientId => person.SaysAsync(text, quoting: quoted, clientId: clientId));
        }

        public Task EditsAsync(string words, string text) => SayAsync(clientId => person.EditsAsync(words, text, clientId));

        public Task DeletesAsync(string words) => person.DeletesAsync(words);

        public async Task SendsFileAsync(string name, byte[] content, string? text = null) =>
            Assert.True((await person.SendsFileAsync(name, content, text)).IsSuccessStatusCode);

        public async Task<PressAnswer> PressesAsync(string button, string? on = null)
        {
            await person.ReadAsync();
            var message = person.Shown.LastOrDefault(
                shown => shown.Buttons.ContainsKey(button) && (on is null || shown.Text.Contains(on, StringComparison.Ordinal)));
            Assert.True(message is not null, $"No button {button}. Shown:\n{person.Describe()}");
            return await PressAsync((message.Id, message.Buttons[button], null));
        }

        public Task<PressAnswer> SendsAsync(PressAnswer form, JsonObject inputs)
        {
            var (message, card) = ((string, JsonObject))form.Handle!;
            return PressAsync((message, CardParts.Submit(card), inputs));
        }

        public Task IsDeliveredAgainAsync() => _lastSaid!();

        // A press has no id of its own here: however often it is sent, the buttons' key is what is the same.
        public Task<PressAnswer> PressIsDeliveredAgainAsync(bool underNewId) => PressAsync(_lastPress!.Value);

        public async Task<IReadOnlyList<SeenMessage>> LooksAsync()
        {
            await person.ReadAsync();
            return [.. person.Shown.Select(shown => new SeenMessage(shown.Text, shown.IsFromBot) { Buttons = [.. shown.Buttons.Keys], Card = shown.Card })];
        }

        private Task SayAsync(Func<string, Task> say)
        {
            var clientId = Guid.NewGuid().ToString();
            _lastSaid = () => say(clientId);
            return _lastSaid();
        }

        private async Task<PressAnswer> PressAsync((string Message, JsonObject Action, JsonObject? Inputs) press)
        {
            _lastPress = press;
            var answer = await person.PressAsync(press.Message, press.Action, press.Inputs);
            if (answer.Status != 200)
            {
                return new PressAnswer(Pressed.Refused, answer.Words);
            }

            if (answer.Value is not JsonObject card)
            {
                return new PressAnswer(Pressed.Done, answer.Value?.GetValue<string>() ?? "");
            }

            var typed = CardParts.Inputs(card);
            return new PressAnswer(typed.Count == 0 ? Pressed.Done : Pressed.Form, CardText.Render(card)) { Typed = typed, Handle = (press.Message, card) };
        }
    }
}
