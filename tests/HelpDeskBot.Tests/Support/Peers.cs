using System.Diagnostics;
using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.Support;

/// <summary>Runs the official JavaScript engines of tests/peers, installing them first when they are missing or outdated.</summary>
static class Peers
{
    static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>The folder of the installed packages and their scripts.</summary>
    public static Task<string> FolderAsync() => Installed.Value;

    /// <summary>Gives a script one JSON value a line, and returns the JSON value it answers to each.</summary>
    public static async Task<IReadOnlyList<JsonNode>> RunAsync(string script, IReadOnlyList<JsonNode> lines)
    {
        var input = string.Concat(lines.Select(line => line.ToJsonString() + "\n"));
        var output = await ExecuteAsync("node", [script], input, await Installed.Value);
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(answer => JsonNode.Parse(answer)!).ToList();
        Assert.Equal(lines.Count, answers.Count);
        return answers;
    }

    static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(RepositoryFolder.Root, "tests", "peers");
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(folder, "package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < wanted.LastWriteTimeUtc)
            await ExecuteAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "", folder);
        return folder;
    }

    static async Task<string> ExecuteAsync(string program, string[] arguments, string input, string folder)
    {
        var stop = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var errors = process.StandardError.ReadToEndAsync(stop);
        await process.StandardInput.WriteAsync(input.AsMemory(), stop);
        process.StandardInput.Close();
        await process.WaitForExitAsync(stop);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} in {folder}: {await errors}");
        return await output;
    }
}
