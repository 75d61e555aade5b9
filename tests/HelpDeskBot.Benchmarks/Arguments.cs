using HelpDeskBot.Benchmarks.Categories;

namespace HelpDeskBot.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Words">The command and what it works on.</param>
internal sealed record Arguments(string[] Words)
{
    public const string Usage = $"""
        Measures search, confidence and categories on files of your own or on those in sets/.

        dotnet run --project tests/HelpDeskBot.Benchmarks -c Release -- COMMAND [OPTIONS]

        Commands on a folder of documents and labelled questions, such as tests/HelpDeskBot.Benchmarks/sets/helpdesk:
        measure DIR
            Everything: quality, slips of the hand, confidence, learning, speed; and categories if it has train.tsv.
        quality DIR
            Of it quality, slips and confidence only; takes seconds.
        misses DIR
            The questions whose answer is not among the first three, and what each of their words contributed. Name the half "tune": who has read the questions
            of the other can no longer measure with them.
        fit DIR
            Fits the confidence to the half "tune" and prints the numbers that stand in FittedConfidence.cs.

        Commands on a file:
        learning FILE
            What three learned questions for each of many intents bring. Columns: split (train, test), intent, text.
        speed FILE
            Speed and memory on the texts of the file, with queries of eight words. Columns: class, text.
        curve FILE
            The same at 1,000 to 1,000,000 texts, our engine only. Takes minutes and 4 GB.
        {CategoriesCommand.Usage}

        Options:
        --half tune|test  only this half of the questions (default: all)
        --oos FILE        also messages that are no questions to a help desk, to measure confidence. Columns: split, intent (those of "oos" are read, and for the
                          half "tune" every twentieth of the others that is not for "test"), text
        --without-lucene  without Java Lucene, for which Debian's liblucene8-java and default-jdk-headless are needed
        -h, --help        this text

        README.md beside this program's source describes the files. Exit status: 0, 1 if a file is missing or wrong, 2 if the command is.
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
