using HelpDeskBot.Benchmarks.Categories;

namespace HelpDeskBot.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Words">The command and what it works on.</param>
internal sealed record Arguments(string[] Words)
{
    public const string Usage = $"""
        dotnet run --project tests/HelpDeskBot.Benchmarks -c Release -- COMMAND

        measure DIR [--half tune|test] [--oos FILE] [--without-lucene]
            Everything about a folder of documents and labelled questions: quality, slips of the hand, confidence, learning, speed; and categories if it has them.
        quality DIR [the same]
            Of it quality, slips and confidence only.
        fit DIR [--oos FILE]
            Fits the confidence to the half "tune" and prints its numbers.
        misses DIR [--half tune]
            The questions whose answer is not among the first three, and why.
        learning FILE
            What three learned questions for each of many intents bring, on a file of split, intent and text.
        speed FILE [--without-lucene]
            Speed and memory on the texts of a file of classes and texts, with queries of eight words.
        curve FILE
            The same at 1,000 to 1,000,000 texts, our engine only.
        {CategoriesCommand.Usage}

        README.md beside this program's source describes the files.
        """;

    /// <summary>Which half of the questions counts; null: all.</summary>
    public string? Half { get; private init; }

    /// <summary>A file of messages that are no questions to a help desk.</summary>
    public string? OutOfScope { get; private init; }

    public bool WithLucene { get; private init; } = true;

    public static Arguments Of(string[] args)
    {
        var (words, arguments) = (new List<string>(), new Arguments([]));
        for (var at = 0; at < args.Length; at++)
        {
            switch (args[at])
            {
                case "--half" when at + 1 < args.Length:
                    arguments = arguments with { Half = args[++at] };
                    break;
                case "--oos" when at + 1 < args.Length:
                    arguments = arguments with { OutOfScope = args[++at] };
                    break;
                case "--without-lucene":
                    arguments = arguments with { WithLucene = false };
                    break;
                default:
                    words.Add(args[at]);
                    break;
            }
        }

        return arguments with { Words = [.. words] };
    }
}
