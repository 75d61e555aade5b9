using HelpDeskBot.Benchmarks.Categories;
using HelpDeskBot.Benchmarks.Engines;
using HelpDeskBot.Benchmarks.Quality;
using HelpDeskBot.Benchmarks.Sets;
using HelpDeskBot.Benchmarks.Speed;

namespace HelpDeskBot.Benchmarks;

/// <summary>Measures everything that a folder has the files for.</summary>
internal static class MeasureCommand
{
    public static void Run(string folder, Arguments arguments)
    {
        var all = RetrievalSet.Read(folder, arguments.OutOfScope);
        var set = all.Only(arguments.Half);
        Console.WriteLine($"{set.Name}: {set.Documents.Count:N0} documents, {set.Queries.Count:N0} questions{(arguments.Half is null ? "" : $" of the half \"{arguments.Half}\"")}");
        using var engines = new EngineSet(arguments.WithLucene);
        QualityReport.Print(set, engines.All);
        if (set.Negatives.Count + set.OutOfScope.Count > 0)
        {
            ConfidenceReport.Print(set, engines.Ours);
        }

        if (arguments.Words is not ["measure", _])
        {
            return;
        }

        LearningReport.Print(all, set, engines.Ours);
        SpeedReport.Print(set.Documents, [.. set.Queries.Select(query => query.Text)], engines.All);
        if (Find(folder, "train") is { } train)
        {
            Console.WriteLine();
            CategoriesCommand.Run(train, Find(folder, "test"));
        }
    }

    private static string? Find(string folder, string name) =>
        new[] { $"{name}.tsv", $"{name}.tsv.gz" }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
}
