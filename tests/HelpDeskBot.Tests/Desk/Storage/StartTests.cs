using System.Diagnostics;
using HelpDeskBot.Desk.Storage;

namespace HelpDeskBot.Tests.Desk.Storage;

/// <summary>The program as a process of its own, started with what it cannot work with.</summary>
public class StartTests
{
    [Fact]
    public async Task A_second_process_on_a_data_folder_says_so_in_one_line_and_stops()
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-start-").FullName;
        using (new DataFolder(new StorageOptions { DataFolder = folder }))
        {
            var line = await RefusedStartAsync("--data", folder);
            Assert.Contains(folder, line, StringComparison.Ordinal);
            Assert.Contains("Stop the other instance, or choose another folder with --data", line, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=desk;Password=secret-word", "cannot be reached")]
    [InlineData("Host=nowhere.invalid;Username=desk;Password=secret-word", "cannot be reached")]
    [InlineData("a database, please", "is not a connection string")]
    public async Task A_wrong_connection_string_says_so_in_one_line_and_stops(string postgres, string problem)
    {
        var line = await RefusedStartAsync("--HelpDesk:Postgres=" + postgres);

        Assert.Contains("HelpDesk:Postgres", line, StringComparison.Ordinal);
        Assert.Contains(problem, line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_line_of_the_desk_file_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-start-").FullName;
        var file = Path.Combine(folder, "desk.yaml");
        await File.WriteAllTextAsync(
            file, "calendars:\n  office:\n    time_zone: Europe/Berlin\n    monday: [08:00-99:00]\nqueues:\n  help: {name: Help, calendar: office}\ncategories: {}\n", TestContext.Current.CancellationToken);
        var line = await RefusedStartAsync("--data", folder, "--HelpDesk:DeskFile=" + file);
        Assert.EndsWith("desk.yaml, line 4: write a block such as 08:00-12:00", line, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("--HelpDesk:Knowledge=/no/such/folder", "HelpDesk:Knowledge names /no/such/folder")]
    [InlineData("--HelpDesk:DeskFile=/no/such.yaml", "HelpDesk:DeskFile names /no/such.yaml")]
    [InlineData("--HelpDesk:Address=help.example.com", "HelpDesk:Address is help.example.com. Write scheme and host alone")]
    [InlineData("--HelpDesk:Address=http://help.example.com", "HelpDesk:Address is http://help.example.com.")]
    [InlineData("--HelpDesk:Address=https://help.example.com/desk", "HelpDesk:Address is https://help.example.com/desk.")]
    public async Task A_setting_that_names_nothing_is_named(string argument, string problem) =>
        Assert.Contains(problem, await RefusedStartAsync(argument), StringComparison.Ordinal);

    /// <summary>The one line that a start that fails writes.</summary>
    private static async Task<string> RefusedStartAsync(params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        var program = Path.Combine(AppContext.BaseDirectory, "HelpDeskBot.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var error = await process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        Assert.Equal("", await output);
        Assert.Equal(1, process.ExitCode);
        return Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
