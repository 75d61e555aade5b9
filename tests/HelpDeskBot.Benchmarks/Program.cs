using System.Globalization;
using HelpDeskBot.Benchmarks;
using HelpDeskBot.Benchmarks.Categories;
using HelpDeskBot.Benchmarks.Engines;
using HelpDeskBot.Benchmarks.Quality;
using HelpDeskBot.Benchmarks.Sets;
using HelpDeskBot.Benchmarks.Speed;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    return Run(Arguments.Of(args));
}
catch (Exception failure) when (failure is IOException or InvalidDataException or FormatException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

static int Run(Arguments arguments)
{
    switch (arguments.Words)
    {
        case ["measure" or "quality", var folder]:
            MeasureCommand.Run(folder, arguments);
            break;
        case ["fit", var folder]:
            FitCommand.Run(RetrievalSet.Read(folder, arguments.OutOfScope).Only("tune"));
            break;
        case ["misses", var folder]:
            MissesCommand.Run(RetrievalSet.Read(folder, arguments.OutOfScope).Only(arguments.Half));
            break;
        case ["learning", var file]:
            LearningReport.Print(file);
            break;
        case ["speed", var file]:
            using (var engines = new EngineSet(arguments.WithLucene))
            {
                var texts = EightWords.TextsOf(file);
                SpeedReport.Print(EightWords.DocumentsOf(texts), EightWords.QueriesOf(texts), engines.All);
            }

            break;
        case ["curve", var file]:
            CurveCommand.Run(file);
            break;
        case ["categories", var train]:
            CategoriesCommand.Run(train, test: null);
            break;
        case ["categories", var train, var test]:
            CategoriesCommand.Run(train, test);
            break;
        case ["--help" or "-h", ..]:
            Console.WriteLine(Arguments.Usage);
            break;
        default:
            Console.Error.WriteLine(Arguments.Usage);
            return 2;
    }

    return 0;
}
