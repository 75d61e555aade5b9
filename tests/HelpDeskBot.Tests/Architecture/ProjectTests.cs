using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HelpDeskBot.Tests.Architecture;

public partial class ProjectTests
{
    private const string Clocks =
        "System.DateTime.Now System.DateTime.UtcNow System.DateTime.Today System.DateTimeOffset.Now System.DateTimeOffset.UtcNow "
        + "System.TimeProvider.System System.Environment.TickCount System.Environment.TickCount64 NodaTime.SystemClock.Instance";

    /// <summary>What each project may reference; the ticket-free libraries reference nothing.</summary>
    private static readonly Dictionary<string, string[]> References = new(StringComparer.Ordinal)
    {
        ["HelpDeskBot"] =
        [
            "HelpDeskBot.Desk", "HelpDeskBot.Domain", "HelpDeskBot.AdaptiveCards", "HelpDeskBot.BotFramework", "HelpDeskBot.Slack",
        ],
        ["HelpDeskBot.Desk"] = ["HelpDeskBot.Domain", "HelpDeskBot.Search"],
    };

    [Fact]
    public void Projects_reference_downwards_only() => Rule.Holds(
        projects => from project in projects
                    from reference in Includes(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension)
                    where !References.GetValueOrDefault(NameOf(project), []).Contains(reference)
                    select $"{project.Path} references {reference}",
        SourceTree.Projects,
        Project("HelpDeskBot.Domain", """<ProjectReference Include="../HelpDeskBot.Desk/HelpDeskBot.Desk.csproj" />"""),
        Project("HelpDeskBot.Search", """<ProjectReference Include="../HelpDeskBot.Domain/HelpDeskBot.Domain.csproj" />"""),
        Project("HelpDeskBot.Desk", """<ProjectReference Include="../HelpDeskBot/HelpDeskBot.csproj" />"""));

    [Fact]
    public void The_domain_uses_no_package_but_NodaTime() => Rule.Holds(
        projects => from project in projects.Where(project => NameOf(project) == "HelpDeskBot.Domain")
                    from package in Includes(project, "PackageReference").Concat(Includes(project, "FrameworkReference"))
                    where package != "NodaTime"
                    select $"{project.Path} uses {package}",
        SourceTree.Projects,
        Project("HelpDeskBot.Domain", """<PackageReference Include="Microsoft.EntityFrameworkCore" />"""),
        Project("HelpDeskBot.Domain", """<FrameworkReference Include="Microsoft.AspNetCore.App" />"""));

    [Fact]
    public void Namespaces_follow_folders() => Rule.Holds(
        file => Namespace().Match(file.Code).Groups[1].Value != FolderAsNamespace(file.Path) && file.Path != "src/HelpDeskBot/Program.cs",
        new SourceFile("src/HelpDeskBot.Desk/Tickets/ClaimTicket.cs", "namespace HelpDeskBot.Desk;\n"),
        new SourceFile("src/HelpDeskBot.Desk/Tickets/ClaimTicket.cs", "class ClaimTicket;\n"));

    [Fact]
    public void System_clocks_are_banned_symbols() => Rule.Holds(
        lists => from list in lists
                 from clock in Clocks.Split(' ')
                 where !list.Split('\n').Any(line => line.StartsWith($"P:{clock};", StringComparison.Ordinal))
                 select clock,
        [SourceTree.ReadFile("BannedSymbols.txt")],
        SourceTree.ReadFile("BannedSymbols.txt").Replace("P:System.DateTime.UtcNow;", "", StringComparison.Ordinal));

    [Fact]
    public void Every_project_obeys_the_banned_symbols()
    {
        var common = XDocument.Parse(SourceTree.ReadFile("Directory.Build.props"));
        Assert.Contains(common.Descendants("PackageReference"), item => item.Attribute("Include")?.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Assert.Contains(common.Descendants("AdditionalFiles"), item => item.Attribute("Include")!.Value.EndsWith("BannedSymbols.txt", StringComparison.Ordinal));

        Rule.Holds(
            projects => projects.Where(project => project.Names("Remove=|RS0030|BannedApi|TreatWarningsAsErrors|ImportDirectoryBuildProps")).Select(NameOf),
            SourceTree.Projects,
            Project("HelpDeskBot.Desk", """<AdditionalFiles Remove="../../BannedSymbols.txt" />"""),
            Project("HelpDeskBot.Desk", "<NoWarn>$(NoWarn);RS0030</NoWarn>"));
        Rule.Holds(
            file => file.Names("RS0030|SuppressMessage") && file.Path != "src/HelpDeskBot/Hosting/HelpDeskApp.cs", // which chooses the clock
            new SourceFile("src/HelpDeskBot.Desk/Work/Clock.cs", "#pragma warning disable RS0030"));
    }

    private static SourceFile Project(string name, string item) =>
        new($"src/{name}/{name}.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>");

    private static string NameOf(SourceFile project) => Path.GetFileNameWithoutExtension(project.Path);

    private static IEnumerable<string> Includes(SourceFile project, string item) =>
        XDocument.Parse(project.Text).Descendants(item).Select(element => element.Attribute("Include")!.Value);

    private static string FolderAsNamespace(string path) => Path.GetDirectoryName(path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');

    [GeneratedRegex(@"(?m)^namespace ([\w.]+);")]
    private static partial Regex Namespace();
}
