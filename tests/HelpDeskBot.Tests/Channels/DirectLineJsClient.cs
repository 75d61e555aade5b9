using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels;

/// <summary>The official JavaScript client in a process of its own, told what to do.</summary>
internal sealed class DirectLineJsClient : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private DirectLineJsClient(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DirectLineJsClient> ConnectAsync(TestDesk desk, string token, bool webSocket)
    {
        var client = new DirectLineJsClient(Process.Start(new ProcessStartInfo("node", ["directline-client.mjs"])
        {
            WorkingDirectory = await Peers.FolderAsync(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
        await client.DoAsync(new { @do = "connect", domain = new Uri(desk.Address, "/v3/directline"), token, webSocket });
        return client;
    }

    /// <summary>Says something; returns the id that the server gave it.</summary>
    public async Task<string> SayAsync(string text) => (await DoAsync(new { @do = "say", text }))!.GetValue<string>();

    public async Task<string> UploadAsync(string text, string name, string content) =>
        (await DoAsync(new { @do = "upload", text, name, content }))!.GetValue<string>();

    public Task DropAsync() => DoAsync(new { @do = "drop" });

    public Task ReconnectAsync() => DoAsync(new { @do = "reconnect" });

    /// <summary>All activities that have arrived, in order, once there are that many.</summary>
    public async Task<IReadOnlyList<JsonNode>> UntilAsync(int count) => [.. (await DoAsync(new { @do = "until", count }))!.AsArray().Select(activity => activity!)];

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task<JsonNode?> DoAsync(object command)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command).AsMemory(), Stop);
        await _process.StandardInput.FlushAsync(Stop);
        var line = await _process.StandardOutput.ReadLineAsync(Stop);
        Assert.True(line is not null, line is null ? "The client ended: " + await _errors : "");
        var answer = JsonNode.Parse(line!)!;
        Assert.True(answer["error"] is null, $"{JsonSerializer.Serialize(command)}: {line}");
        return answer["result"];
    }
}
