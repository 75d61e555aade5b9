using System.IO.Compression;

namespace HelpDeskBot.Benchmarks.Sets;

/// <summary>A line of a tab-separated file, its cells by column name.</summary>
internal sealed class TsvRow(IReadOnlyDictionary<string, int> columns, string[] cells)
{
    public string this[string column] =>
        columns.TryGetValue(column, out var at) && at < cells.Length ? cells[at] : "";
}

/// <summary>
/// Reads tab-separated files, gzipped or not. If the first line begins with the name of the first column it names all of them; otherwise
/// the columns are the usual ones of that file in their order.
/// </summary>
internal static class Tsv
{
    public static IEnumerable<TsvRow> Read(string path, params string[] usualColumns)
    {
        var lines = Lines(path);
        var columns = usualColumns;
        foreach (var (number, line) in lines.Index())
        {
            var cells = line.Split('\t');
            if (number == 0 && cells[0] == usualColumns[0])
            {
                columns = cells;
            }
            else if (line.Length > 0)
            {
                yield return new TsvRow(columns.Index().ToDictionary(column => column.Item, column => column.Index), cells);
            }
        }
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(content);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
