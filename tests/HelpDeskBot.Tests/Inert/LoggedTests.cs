using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Tests.Inert;

/// <summary>No word of anybody gets into the logs, however much is logged and whatever goes wrong.</summary>
public class LoggedTests
{
    private const string Secret = "hunter2quokka";

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Words_are_never_logged(Database database)
    {
        using var logs = new KeptLogs();
        await using (var desk = await TestDesk.StartAsync(database, logs))
        {
            await SaysAsync(desk);
            await WritesAsync(desk);
            await BreaksAsync(desk);
            await desk.PassesAsync("P4D");
        }

        Assert.True(logs.Lines.Count > 1000, "nothing was logged at all");
        Assert.Contains(logs.Lines, line => line.Contains("INSERT INTO", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task SaysAsync(TestDesk desk)
    {
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await amina.FilesAsync($"qzx my password is {Secret}");
        await amina.EditsAsync(Secret, $"qzx my other password is {Secret}");
        await amina.SendsFileAsync($"{Secret}.txt", Encoding.UTF8.GetBytes(Secret), Secret);
        var card = await chen.SeesAsync("P3");
        await chen.SaysAsync($"reply: {Secret}", thread: card.Id);
        await chen.SaysAsync($"{Secret} @{Secret}", thread: card.Id);
        foreach (var command in new[] { "find", "report for", "status", "language", "away until" })
        {
            await desk.As("chen").SaysAsync($"{command} {Secret}");
            await desk.As("chen").SaysAsync("cancel");
        }
    }

    private static async Task WritesAsync(TestDesk desk)
    {
        var (amina, chen) = (desk.As("amina"), desk.InRoom("chen"));
        await (await chen.OpensAsync("Hold")).SubmitsAsync(new JsonObject { ["text"] = Secret, ["date"] = "2026-11-24", ["time"] = "09:00" });
        await (await chen.OpensAsync("Tags")).SubmitsAsync(new JsonObject { ["add"] = Secret });
        await (await chen.OpensAsync("Checklist")).SubmitsAsync(new JsonObject { ["add"] = Secret });
        await (await chen.OpensAsync("Split")).SubmitsAsync(new JsonObject { ["subject"] = Secret, ["text"] = Secret, ["category"] = "other" });
        await chen.ResolvesAsync(Secret, on: "my password");
        await desk.PassesAsync("PT2H");
        await amina.PressesAsync("1");
        await amina.FillsInAsync("Send", new JsonObject { ["comment"] = Secret });
        await desk.As("farid").SendsFileAsync("desk.yaml", Encoding.UTF8.GetBytes($"queues: {Secret}"));
    }

    // What cannot be read, and what nobody foresaw.
    private static async Task BreaksAsync(TestDesk desk)
    {
        var amina = desk.As("amina");
        foreach (var body in new[] { $"{{\"type\":\"message\",\"text\":{Secret}}}", $"{Secret}", $"{{\"type\":\"{Secret}\"}}", $"{{\"type\":\"message\",\"text\":[\"{Secret}\"]}}" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            await amina.Http.PostAsync("/v3/directline/conversations/direct-amina/activities", content, TestContext.Current.CancellationToken);
        }

        await amina.PressAsync("none", new JsonObject { ["verb"] = Secret, ["data"] = new JsonObject { ["text"] = Secret } });
        await amina.PressAsync("none", new JsonObject { ["verb"] = "ticket.comment.v1", ["data"] = new JsonObject { [Secret] = Secret, ["ticket"] = Secret, ["nonce"] = Secret } });
        await amina.GetAsync("/files/none");
    }

    /// <summary>Keeps every line with its exception.</summary>
    private sealed class KeptLogs : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            _lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
