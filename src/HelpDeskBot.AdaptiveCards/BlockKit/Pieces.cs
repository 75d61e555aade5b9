using System.Text.Json.Nodes;

namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>A stretch of text in one style.</summary>
sealed record Span(string Text)
{
    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    public bool IsStruck { get; init; }

    public bool IsCode { get; init; }

    /// <summary>Where it leads; absolute.</summary>
    public string? Url { get; init; }

    public bool IsStyled => IsBold || IsItalic || IsStruck || IsCode || Url is not null;
}

/// <summary>How much a line stands out.</summary>
enum Look
{
    Body,
    Title,
    Small,
    Code,
}

/// <summary>What a line stands in.</summary>
enum Frame
{
    None,
    Quote,
    Bullets,
    Numbers,
}

/// <summary>One paragraph or list item.</summary>
sealed record Line(IReadOnlyList<Span> Spans)
{
    public Look Look { get; init; }

    public Frame Frame { get; init; }

    /// <summary>The number of a list item.</summary>
    public int Number { get; init; }

    /// <summary>Our own words, which may be formatted; what people typed is not.</summary>
    public bool IsOurs { get; init; }

    public string Text => string.Concat(Spans.Select(span => span.Text));

    public Line Led(string by) => this with { Spans = [new Span(by), .. Spans] };
}

/// <summary>An action of the card, and where it is.</summary>
sealed record CardButton(JsonObject Action, string Path)
{
    /// <summary>It wants no inputs, whatever its action says.</summary>
    public bool IsBare { get; init; }
}

/// <summary>What a card says, one thing under the other: between the card's elements and Slack's blocks.</summary>
abstract record Piece;

sealed record Paragraph(Line Line) : Piece;

/// <summary>A name and its value.</summary>
sealed record Fact(Line Name, Line Value) : Piece;

/// <summary>Small lines side by side.</summary>
sealed record SmallRow(IReadOnlyList<Line> Lines) : Piece;

/// <summary>Columns of our own lines, in two columns of fields.</summary>
sealed record Columns(IReadOnlyList<IReadOnlyList<Line>> All) : Piece;

/// <summary>Lines with one button at their right.</summary>
sealed record ButtonRow(IReadOnlyList<Line> Lines, CardButton Button) : Piece;

sealed record ButtonSet(IReadOnlyList<CardButton> Buttons) : Piece;

sealed record Picture(string Url, string AltText) : Piece;

sealed record CardInput(JsonObject Input, string Path) : Piece;

sealed record Divider : Piece;
