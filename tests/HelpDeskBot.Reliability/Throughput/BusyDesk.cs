using System.Globalization;
using HelpDeskBot.Reliability.Support;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Reliability.Throughput;

/// <summary>The program with many employees and many agents.</summary>
internal static class BusyDesk
{
    public const string Room = "it-support";

    public static IReadOnlyList<string> EmployeeNames(int count) => [.. Enumerable.Range(1, count).Select(i => $"employee{i:000}")];

    public static IReadOnlyList<string> AgentNames(int count) => [.. Enumerable.Range(1, count).Select(i => $"agent{i:000}")];

    /// <summary>The program, with its desk in the same folder.</summary>
    public static ProductProcess Program(string folder, int employees, int agents)
    {
        var file = Path.Combine(folder, "desk.yaml");
        File.WriteAllText(file, DeskFile(agents));
        var people = EmployeeNames(employees).Concat(AgentNames(agents)).SelectMany((name, i) => (string[])
        [
            string.Create(CultureInfo.InvariantCulture, $"--HelpDesk:People:{ProductProcess.People + i}:Id={name}"),
            string.Create(CultureInfo.InvariantCulture, $"--HelpDesk:People:{ProductProcess.People + i}:Name={NameOf(name)}"),
        ]);
        return new ProductProcess(folder, [$"--HelpDesk:DeskFile={file}", .. people]);
    }

    /// <summary>What people read of somebody.</summary>
    public static string NameOf(string account) => char.ToUpperInvariant(account[0]) + account[1..];

    private static string DeskFile(int agents)
    {
        const string ComeAlong = "agents: [webchat:chen, webchat:dana";
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "src", "HelpDeskBot", "desk.yaml"));
        Assert.Contains(ComeAlong, text, StringComparison.Ordinal);
        return text.Replace(ComeAlong, $"{ComeAlong}{string.Concat(AgentNames(agents).Select(name => $", webchat:{name}"))}", StringComparison.Ordinal);
    }
}
