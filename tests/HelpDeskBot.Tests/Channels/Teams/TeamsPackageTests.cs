using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using HelpDeskBot.Channels.Teams;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>The command that packs the app, as the guide has it.</summary>
public sealed class TeamsPackageTests : IDisposable
{
    private const string Bot = "11111111-2222-3333-4444-555555555555";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("helpdesk-package-");

    [Fact]
    public async Task The_app_has_the_admins_ids_its_translation_and_icons_of_the_right_size()
    {
        var file = Path.Combine(_folder.FullName, "app.zip");
        var (status, _) = await PackAsync("--bot-id", Bot, "--organisation", "Contoso", "--website", "https://help.example.com", "--out", file);
        Assert.Equal(0, status);
        using var app = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(["manifest.json", "de.json", "color.png", "outline.png"], app.Entries.Select(entry => entry.FullName));
        var manifest = JsonNode.Parse(Read(app, "manifest.json"))!;
        Assert.Equal(
            [Bot, Bot, Bot, "Contoso", "https://help.example.com"],
            new[] { manifest["id"], manifest["bots"]![0]!["botId"], manifest["composeExtensions"]![0]!["botId"], manifest["developer"]!["name"], manifest["developer"]!["privacyUrl"] }
                .Select(value => value!.GetValue<string>()));
        Assert.NotNull(JsonNode.Parse(Read(app, "de.json")));
        Assert.Equal((192, 32), (WidthOf(Read(app, "color.png")), WidthOf(Read(app, "outline.png"))));
    }

    [Fact]
    public async Task The_commands_of_the_manifest_are_those_that_the_program_knows()
    {
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "manifest", "teams", "manifest.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal(
            [TeamsCompose.ReportCommand, TeamsCompose.FindCommand],
            manifest["composeExtensions"]![0]!["commands"]!.AsArray().Select(command => command!["id"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("Write --bot-id with the Microsoft App ID")]
    [InlineData("Write --bot-id with the Microsoft App ID", "--bot-id", "help")]
    [InlineData("--app-id is no GUID", "--bot-id", Bot, "--app-id", "help")]
    [InlineData("--organisation has more than 32 characters", "--bot-id", Bot, "--organisation", "The organisation of all the organisations")]
    [InlineData("--website is no https address", "--bot-id", Bot, "--website", "http://help.example.com")]
    [InlineData("--version is no version", "--bot-id", Bot, "--version", "two")]
    [InlineData("--out: ENOENT", "--bot-id", Bot, "--out", "no-such-folder/app.zip")]
    [InlineData("--nonsense", "--bot-id", Bot, "--nonsense", "1")]
    public async Task What_is_wrong_is_said_in_the_first_line(string line, params string[] arguments)
    {
        var (status, said) = await PackAsync(arguments);
        Assert.Equal(2, status);
        Assert.Contains(line, said.Split('\n')[0], StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFiles());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<(int Status, string Said)> PackAsync(params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(RepositoryFolder.Root, "manifest", "teams", "package.mjs"), .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var said = await process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, said);
    }

    // Reading to the end checks the entry's checksum.
    private static byte[] Read(ZipArchive app, string name)
    {
        using var content = app.GetEntry(name)!.Open();
        using var whole = new MemoryStream();
        content.CopyTo(whole);
        return whole.ToArray();
    }

    private static int WidthOf(byte[] png) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16, 4));
}
