namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>A path such as <c>a.b[0]</c>, split into the steps to take through the data.</summary>
sealed class DataPath
{
    static readonly char[] Separators = ['.', '[', ']'];

    readonly (string Name, int? Index)[] steps;

    public DataPath(string text)
    {
        Text = text;
        var names = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(Unquote);
        steps = [.. names.Select(name => (name, Members.LeadingInteger(name)))];
    }

    public string Text { get; }

    /// <summary>Follows the path from <c>$data</c>, or from the special name it begins with.</summary>
    public Value From(in Scope scope) => steps[0].Name switch
    {
        "$root" => Walk(scope.Root, 1),
        "$data" => Walk(scope.Data, 1),
        "$index" => Walk(scope.Index is { } index ? Value.Of(index) : Value.Undefined, 1),
        _ => Walk(scope.Data, 0),
    };

    public Value From(in Value start) => Walk(start, 0);

    Value Walk(in Value start, int first)
    {
        var current = start;
        for (var i = first; i < steps.Length; i++)
        {
            var (name, index) = steps[i];
            current = index is { } at && current.Array is not null ? Members.Element(current, at) : Members.Property(current, name);
            if (current.IsFailure)
                return Value.Undefined;
        }
        return current;
    }

    static string Unquote(string name) =>
        name[0] is '"' or '\'' && name[^1] == name[0] ? (name.Length < 2 ? "" : name[1..^1]) : name;
}
