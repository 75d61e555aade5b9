namespace HelpDeskBot.Tests.Support;

/// <summary>Desk files that differ from the one that comes along.</summary>
internal static class DeskFiles
{
    /// <summary>With a second, private queue in which Bruno works, and Dana leads who works in the first one too.</summary>
    public static Task<string> WithPeopleTeamAsync() => WithAsync(
        """
        queues:
          people:
            name: People team
            language: en
            calendar: office
            private: true
            agents: [webchat:bruno]
            leads: [webchat:dana]

        """,
        """
        categories:
          payroll:
            name: {en: Pay and payroll, de: Gehalt}
            queue: people
            keywords: [salary, payroll, payslip, gehalt]

        """);

    /// <summary>With a third queue beside it that everybody in the desk may read, in which Amina works.</summary>
    public static async Task<string> WithFacilitiesAsync()
    {
        var path = await WithPeopleTeamAsync();
        var yaml = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, yaml.Replace(
            "queues:\n",
            """
            queues:
              facilities:
                name: Facilities
                language: de
                calendar: office
                agents: [webchat:amina]

            """,
            StringComparison.Ordinal));
        return path;
    }

    /// <summary>With a first queue in whose channel emoji do nothing.</summary>
    public static async Task<string> WithoutEmojiAsync()
    {
        var path = await WithAsync("queues:\n", "categories:\n");
        var yaml = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, yaml.Replace("    name: IT Support\n", "    name: IT Support\n    emoji: false\n", StringComparison.Ordinal));
        return path;
    }

    private static async Task<string> WithAsync(string queues, string categories)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("helpdesk-desk-").FullName, "desk.yaml");
        var yaml = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "src", "HelpDeskBot", "desk.yaml"));
        await File.WriteAllTextAsync(path, yaml
            .Replace("queues:\n", queues, StringComparison.Ordinal)
            .Replace("categories:\n", categories, StringComparison.Ordinal));
        return path;
    }
}
