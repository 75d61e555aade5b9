using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Authorisation;

/// <summary>What became of a try.</summary>
internal enum Verdict
{
    Allowed,

    /// <summary>Refused, and told why.</summary>
    Refused,

    /// <summary>Told that there is no such ticket.</summary>
    Hidden,
}

/// <summary>One act of one role on a ticket of one kind.</summary>
internal sealed record Cell(string Act, bool IsPrivate, string Role, Status Status, Verdict Expected)
{
    public override string ToString() => $"{Act} by {Role}, {(IsPrivate ? "private" : "open")} queue, {Status}";
}

/// <summary>The table <c>acts.tsv</c>.</summary>
internal static class AuthorisationTable
{
    private static readonly (char Letter, Status Status)[] Letters =
    [
        ('N', Status.New), ('P', Status.InProgress), ('W', Status.Waiting), ('H', Status.OnHold), ('R', Status.Resolved), ('C', Status.Closed),
        ('D', Status.Withdrawn),
    ];

    private static readonly Lazy<IReadOnlyList<Cell>> All = new(() => [.. Read()]);

    public static IReadOnlyList<Cell> Cells => All.Value;

    public static IEnumerable<string> Acts => Cells.Select(cell => cell.Act).Distinct();

    private static IEnumerable<Cell> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryFolder.Root, "tests", "HelpDeskBot.Tests", "Authorisation", "acts.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToList();
        var roles = lines[0][2..];
        foreach (var line in lines.Skip(1))
        {
            Assert.Equal(lines[0].Length, line.Length);
            foreach (var (role, cell) in roles.Zip(line[2..]))
            {
                foreach (var (letter, status) in Letters)
                {
                    yield return new Cell(line[0], line[1] == "private", role, status, VerdictOf(cell, letter));
                }
            }
        }
    }

    private static Verdict VerdictOf(string cell, char letter) => cell switch
    {
        "x" => Verdict.Hidden,
        _ when cell.Contains(letter, StringComparison.Ordinal) => Verdict.Allowed,
        _ => Verdict.Refused,
    };
}
