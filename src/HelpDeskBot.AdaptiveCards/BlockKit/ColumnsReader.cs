namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>Finds how columns of a card look in Slack, which has few ways to put things side by side.</summary>
static class ColumnsReader
{
    const int LongestLead = 3;

    public static IEnumerable<Piece> Combine(List<List<Piece>> columns)
    {
        columns.RemoveAll(column => column.Count == 0);
        if (columns is [.. var texts, [ButtonSet { Buttons: [var button] }]] && texts.Count > 0 && texts.TrueForAll(IsText))
            return [new ButtonRow([.. texts.SelectMany(Lines)], button)];
        return columns.Count > 1 && columns.TrueForAll(IsText) ? SideBySide([.. columns.Select(Lines)]) : columns.SelectMany(column => column);
    }

    static IEnumerable<Piece> SideBySide(List<List<Line>> columns)
    {
        if (columns.TrueForAll(lines => lines.Count == 1))
            return OneLineEach([.. columns.Select(lines => lines[0])]);
        if (columns.TrueForAll(lines => lines.TrueForAll(line => line.IsOurs)))
            return [new Columns(columns)];
        if (columns is [[var lead], [var first, .. var rest], ..] && lead.Text.Length <= LongestLead)
            return [.. Stacked([first.Led(lead.Text + " "), .. rest]), .. columns.Skip(2).SelectMany(Stacked)];
        return columns.SelectMany(Stacked);
    }

    static IEnumerable<Piece> OneLineEach(List<Line> lines)
    {
        if (lines is [{ IsOurs: true } name, { IsOurs: false } value])
            return [new Fact(name, value)];
        return lines.TrueForAll(line => line.Look == Look.Small)
            ? [new SmallRow(lines)]
            : [new Paragraph(new Line([.. Joined(lines)]) { IsOurs = lines.TrueForAll(line => line.IsOurs) })];
    }

    static IEnumerable<Span> Joined(List<Line> lines) =>
        lines.SelectMany((line, index) => index == 0 ? line.Spans : [new Span(" · "), .. line.Spans]);

    static IEnumerable<Piece> Stacked(IEnumerable<Line> lines) => lines.Select(line => new Paragraph(line));

    static bool IsText(List<Piece> column) => column.TrueForAll(piece => piece is Paragraph);

    static List<Line> Lines(List<Piece> column) => [.. column.Select(piece => ((Paragraph)piece).Line)];
}
