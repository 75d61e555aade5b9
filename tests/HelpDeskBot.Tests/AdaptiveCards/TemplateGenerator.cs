using System.Text.Json.Nodes;

namespace HelpDeskBot.Tests.AdaptiveCards;

/// <summary>Random templates and data over few names, so that many paths meet something. The same seed gives the same cases.</summary>
sealed class TemplateGenerator(int seed)
{
    static readonly string[] Names = ["a", "b", "c", "d", "e", "items"];
    static readonly string[] Scalars =
    [
        "0", "1", "2", "-3", "2.5", "1234.5", "1e21", "1.5e-7", "true", "false", "null",
        "\"\"", "\"x\"", "\"Zoë's\"", "\"${a}\"", "\"{{b}}\"", "\"7\"",
    ];

    static readonly string[] Numbers = ["0", "1", "2", "10", "1.50", "0.1"];
    static readonly string[] Texts = ["'x'", "''", "\"it's\"", "'it\\'s'", "'a\\\\b'", "'}{'", "'7'"];
    static readonly string[] Others = ["true", "false", "null", "undefined"];

    readonly Random random = new(seed);

    public (string Template, string Data) Next()
    {
        var body = new JsonArray();
        for (var i = random.Next(1, 3); i > 0; i--)
            body.Add(Element(2));
        var template = new JsonObject { ["type"] = "AdaptiveCard", ["body"] = body };
        return (template.ToJsonString(), Data(3));
    }

    string Data(int depth)
    {
        var properties = Names.Where(_ => random.Next(4) > 0)
            .Select(name => $"\"{name}\":{(name == "items" ? DataArray(depth) : DataValue(depth))}");
        return "{" + string.Join(',', properties) + "}";
    }

    string DataValue(int depth) => depth == 0 ? Pick(Scalars) : random.Next(5) switch
    {
        0 => Data(depth - 1),
        1 => DataArray(depth),
        _ => Pick(Scalars),
    };

    string DataArray(int depth) =>
        "[" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => DataValue(Math.Max(0, depth - 1)))) + "]";

    JsonNode? Element(int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
            return Leaf();
        if (random.Next(8) == 0)
            return new JsonArray(Element(depth - 1), Element(depth - 1));
        var item = new JsonObject();
        if (random.Next(3) == 0)
            item["$data"] = random.Next(6) == 0
                ? JsonNode.Parse(DataValue(1).Replace("${", "", StringComparison.Ordinal))
                : "${" + Path(2) + "}";
        if (random.Next(3) == 0)
            item["$when"] = "${" + Condition(2) + "}";
        foreach (var name in Names.Where(_ => random.Next(3) == 0))
            item[name] = random.Next(2) == 0 ? Leaf() : Element(depth - 1);
        return item;
    }

    JsonNode? Leaf() => random.Next(10) switch
    {
        0 => JsonNode.Parse(Pick(["1", "1.0", "null", "true", "\"plain `text` \\\\$\"", "\"}\""])),
        < 6 => "${" + Expression(2) + "}",
        6 => "\\${a} \\` \\$${" + Expression(1) + "}",
        _ => $"{Pick(["", "say ", "c:\\dir $", "é}"])}${{{Expression(2)}}}{Pick(["", " ", "\n"])}${{{Expression(1)}}}",
    };

    string Expression(int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
            return random.Next(4) == 0 ? Pick(Others) : Path(2);
        return random.Next(5) switch
        {
            0 => Condition(depth),
            1 => Number(depth),
            2 => Text(depth),
            3 => $"({Expression(depth - 1)})",
            _ => $"if({Condition(depth - 1)}, {Expression(depth - 1)}, {Expression(depth - 1)})",
        };
    }

    string Condition(int depth) => random.Next(depth == 0 ? 1 : 6) switch
    {
        0 => Path(1),
        1 => $"{Expression(depth - 1)} {Pick(["==", "!=", "&&", "||"])} {Expression(depth - 1)}",
        2 => $"{Number(depth - 1)} {Pick(["<", "<=", ">", ">="])} {Number(depth - 1)}",
        3 => $"{Pick(["less", "lessOrEquals", "greater", "greaterOrEquals", "equals"])}({Text(depth - 1)}, {Text(depth - 1)})",
        4 => $"{Pick(["and", "or"])}({Expression(depth - 1)}, {Condition(depth - 1)})",
        _ => $"{Pick(["!", "not", "exists", "empty", "or"])}({Expression(depth - 1)})",
    };

    string Number(int depth) => random.Next(depth == 0 ? 2 : 6) switch
    {
        0 => Pick(Numbers),
        1 => Path(1),
        2 => $"{Number(depth - 1)} {Pick(["+", "-", "*", "/", "%"])} {Number(depth - 1)}",
        3 => $"{Pick(["length", "count"])}({Text(depth - 1)})",
        4 => $"{Pick(["add", "sub"])}({Number(depth - 1)}, {Number(depth - 1)}, {Pick(Numbers)})",
        _ => $"{Pick(["-", "+", ""])}{Pick(Numbers)}",
    };

    string Text(int depth) => random.Next(depth == 0 ? 2 : 6) switch
    {
        0 => Pick(Texts),
        1 => Path(1),
        2 => $"{Pick(["toUpper", "toLower"])}({Text(depth - 1)})",
        3 => $"string({Expression(depth - 1)})",
        4 => $"concat({Expression(depth - 1)}, {Text(depth - 1)}, {Expression(depth - 1)})",
        _ => $"join({Pick(["items", "concat(items, items)", Path(1)])}, {Text(0)}{Pick(["", ", ' and '"])})",
    };

    string Path(int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
            return Pick([.. Names, "$data", "$root", "$index", "A", "missing"]);
        return random.Next(5) switch
        {
            0 => $"{Path(depth - 1)}[{random.Next(3)}]",
            1 => $"{Path(depth - 1)}['{Pick(Names)}']",
            2 when random.Next(4) == 0 => $"{Path(depth - 1)}[{Expression(1)}]",
            _ => $"{Path(depth - 1)}.{Pick(Names)}",
        };
    }

    string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
