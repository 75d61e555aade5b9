namespace HelpDeskBot.Tests.Support;

/// <summary>Finds the checkout the tests were built from.</summary>
static class RepositoryFolder
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds HelpDeskBot.sln."),
        _ when File.Exists(Path.Combine(folder.FullName, "HelpDeskBot.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
