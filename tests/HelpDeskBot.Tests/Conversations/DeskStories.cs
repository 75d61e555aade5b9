using System.Text;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelpDeskBot.Tests.Conversations;

/// <summary>What stories about the desk's settings begin with.</summary>
internal static class DeskStories
{
    public const string Menu = "desk settings";

    public const string Small = """
        calendars:
          office:
            time_zone: Europe/Berlin
            monday: [08:00-18:00]
            tuesday: [08:00-18:00]
        queues:
          help:
            name: Help
            calendar: office
            agents: [webchat:chen]
        categories:
          other:
            name: Something else
            queue: help

        """;

    public static async Task SendsAsync(TestPerson person, string yaml) => await person.SendsFileAsync("desk.yaml", Encoding.UTF8.GetBytes(yaml));

    public static int LineOf(string yaml, string words) =>
        words.Length == 0 ? yaml.Split('\n').Length : yaml.Split('\n').Index().Single(line => line.Item.Trim() == words).Index + 1;

    public static Task<int> VersionAsync(TestDesk desk) => desk.ReadAsync(db => db.DeskSettings.MaxAsync(row => row.Version));

    public static Task<string> InForceAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.DeskSettings.OrderByDescending(row => row.Version).Select(row => row.Yaml).FirstAsync());

    public static async Task<string> WithPeopleTeamAsync() => await File.ReadAllTextAsync(await DeskFiles.WithPeopleTeamAsync());

    public static Task<string> ShippedAsync() => File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "src", "HelpDeskBot", "desk.yaml"));

    public static async Task<string> SmallFileAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("helpdesk-desk-").FullName, "desk.yaml");
        await File.WriteAllTextAsync(path, Small);
        return path;
    }
}
