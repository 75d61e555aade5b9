using System.Text.RegularExpressions;
using HelpDeskBot.Tests.Support;

namespace HelpDeskBot.Tests.Architecture;

/// <summary>A hand-written source file; the path is relative to the checkout and uses slashes.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>The text without comments: rules are about code.</summary>
    public string Code { get; } = Comment().Replace(Text, "");

    public bool IsUnder(params string[] folders) => folders.Any(folder => Path.StartsWith(folder, StringComparison.Ordinal));

    public bool Names(string pattern) => Regex.IsMatch(Code, pattern);

    // A comment stands on its own line or after a blank; "http://" in a string is none.
    [GeneratedRegex(@"(?m)(^|\s)//.*$")]
    private static partial Regex Comment();
}

/// <summary>The files of this checkout that people write; generated ones are not theirs to keep short or named well.</summary>
internal static class SourceTree
{
    private static readonly string[] Generated = ["bin", "obj", "node_modules", "Migrations"];

    public static IReadOnlyList<SourceFile> Product { get; } = Read("src", "*.cs");

    public static IReadOnlyList<SourceFile> All { get; } = [.. Product, .. Read("tests", "*.cs")];

    public static IReadOnlyList<SourceFile> Projects { get; } = Read("src", "*.csproj");

    public static string ReadFile(string path) => File.ReadAllText(Path.Combine(RepositoryFolder.Root, path));

    private static List<SourceFile> Read(string folder, string files) =>
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, folder), files, SearchOption.AllDirectories)
           let path = Path.GetRelativePath(RepositoryFolder.Root, file).Replace('\\', '/')
           where !path.Split('/').Intersect(Generated).Any()
           orderby path
           select new SourceFile(path, File.ReadAllText(file)),
    ];
}

/// <summary>Holds a rule against the product, which keeps it, and against a sample that breaks it: a rule that cannot fail says nothing.</summary>
internal static class Rule
{
    public static void Holds<T>(Func<IEnumerable<T>, IEnumerable<string>> broken, IEnumerable<T> product, params T[] bad)
    {
        Assert.NotEmpty(product);
        var found = broken(product).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.All(bad, sample => Assert.Single(broken([sample])));
    }

    /// <summary>A rule about single files.</summary>
    public static void Holds(Func<SourceFile, bool> isBroken, params SourceFile[] bad) =>
        Holds(files => files.Where(isBroken).Select(file => file.Path), SourceTree.Product, bad);
}
