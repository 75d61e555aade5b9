using System.Diagnostics;
using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Benchmarks.Categories;

/// <summary>What training, asking and keeping a classifier costs.</summary>
internal static class Costs
{
    private const int Trainings = 3;

    /// <summary>Processor time stands beside the time that passed, since others may work on the machine too.</summary>
    public static void Print(IReadOnlyList<LabelledText> examples)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"\ntraining on {examples.Count:N0} texts, {Environment.ProcessorCount} processors");
        TextClassifier classifier = null!;
        for (var training = 0; training < Trainings; training++)
        {
            process.Refresh();
            var (watch, busy) = (Stopwatch.StartNew(), process.TotalProcessorTime);
            classifier = TextClassifier.Train(examples);
            process.Refresh();
            Console.WriteLine($"    {watch.Elapsed.TotalSeconds:f2} s, processors busy for {(process.TotalProcessorTime - busy).TotalSeconds:f2} s");
        }

        PrintStored(classifier);
        PrintAsking(classifier, examples);
    }

    private static void PrintStored(TextClassifier classifier)
    {
        using var stored = new MemoryStream();
        classifier.Save(stored);
        stored.Position = 0;
        var watch = Stopwatch.StartNew();
        TextClassifier.Load(stored);
        Console.WriteLine($"stored: {stored.Length:N0} bytes, loaded in {watch.Elapsed.TotalMilliseconds:f0} ms");
    }

    private static void PrintAsking(TextClassifier classifier, IReadOnlyList<LabelledText> texts)
    {
        var took = new double[texts.Count];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var text = 0; text < took.Length; text++)
        {
            var start = Stopwatch.GetTimestamp();
            classifier.Classify(texts[text].Text);
            took[text] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(took);
        Console.WriteLine(
            $"asked on one thread: median {took[took.Length / 2]:f1} us, 99 % within {took[(int)(took.Length * 0.99)]:f1} us, {allocated / took.Length} bytes allocated");
    }
}
