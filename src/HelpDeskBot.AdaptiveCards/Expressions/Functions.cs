using System.Collections.Frozen;

namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>Everything an expression may call. What is not here is refused when a template is compiled.</summary>
static class Functions
{
    const ExprTypes Addable = ExprTypes.String | ExprTypes.Number;

    static readonly Function Equal = Comparison("==", 2, Comparisons.Equal);
    static readonly Function NotEqual = Comparison("!=", 2, Comparisons.NotEqual);
    static readonly Function Greater = Comparison(">", 2, Comparisons.Greater);
    static readonly Function GreaterOrEqual = Comparison(">=", 2, Comparisons.GreaterOrEqual);
    static readonly Function Less = Comparison("<", 2, Comparisons.Less);
    static readonly Function LessOrEqual = Comparison("<=", 2, Comparisons.LessOrEqual);
    static readonly Function Not = new("!", ExprTypes.Boolean, 1, 1, [ExprTypes.Object], Logic.Not);
    static readonly Function And = new("&&", ExprTypes.Boolean, 1, int.MaxValue, [ExprTypes.Object], Logic.And);
    static readonly Function Or = new("||", ExprTypes.Boolean, 1, int.MaxValue, [ExprTypes.Object], Logic.Or);
    static readonly Function Add = new("+", Addable, 2, int.MaxValue, [Addable], Arithmetic.Add);
    static readonly Function Subtract = new("-", ExprTypes.Number, 2, int.MaxValue, [ExprTypes.Number], Arithmetic.Subtract);

    public static readonly Function Concat =
        new("concat", ExprTypes.String | ExprTypes.Array, 1, int.MaxValue, [ExprTypes.Object], Texts.Concat);

    static readonly FrozenDictionary<string, Function> Named = new Dictionary<string, Function>
    {
        ["if"] = new("if", ExprTypes.Object, 3, 3, [ExprTypes.Object], Logic.If),
        ["equals"] = Equal,
        ["not"] = Not,
        ["and"] = And,
        ["or"] = Or,
        ["greater"] = Greater,
        ["greaterOrEquals"] = GreaterOrEqual,
        ["less"] = Less,
        ["lessOrEquals"] = LessOrEqual,
        ["empty"] = Comparison("empty", 1, Comparisons.Empty),
        ["exists"] = Comparison("exists", 1, Comparisons.Exists),
        ["count"] = new("count", ExprTypes.Number, 1, 1, [ExprTypes.String | ExprTypes.Array], Texts.Count),
        ["length"] = new("length", ExprTypes.Number, 1, 1, [ExprTypes.String], Texts.Length),
        ["concat"] = Concat,
        ["toUpper"] = new("toUpper", ExprTypes.String, 1, 1, [ExprTypes.String], Texts.ToUpper),
        ["toLower"] = new("toLower", ExprTypes.String, 1, 1, [ExprTypes.String], Texts.ToLower),
        ["string"] = new("string", ExprTypes.String, 1, 1, [ExprTypes.Object], Texts.ToText),
        ["join"] = new("join", ExprTypes.String, 2, 3, [ExprTypes.Array, ExprTypes.String], Texts.Join),
        ["add"] = Add,
        ["sub"] = Subtract,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, Function> Operators = new Dictionary<string, Function>
    {
        ["=="] = Equal,
        ["!="] = NotEqual,
        [">"] = Greater,
        [">="] = GreaterOrEqual,
        ["<"] = Less,
        ["<="] = LessOrEqual,
        ["!"] = Not,
        ["&&"] = And,
        ["||"] = Or,
        ["+"] = Add,
        ["-"] = Subtract,
        ["*"] = new("*", ExprTypes.Number, 2, int.MaxValue, [ExprTypes.Number], Arithmetic.Multiply),
        ["/"] = new("/", ExprTypes.Number, 2, int.MaxValue, [ExprTypes.Number], Arithmetic.Divide),
        ["%"] = new("%", ExprTypes.Number, 2, 2, [ExprTypes.Number], Arithmetic.Modulo),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Names { get; } = string.Join(", ", Named.Keys.Order(StringComparer.Ordinal));

    public static Function? Find(string name) => Named.GetValueOrDefault(name);

    public static Function Operator(string symbol) => Operators[symbol];

    static Function Comparison(string symbol, int arguments, Evaluator evaluate) =>
        new(symbol, ExprTypes.Boolean, arguments, arguments, [ExprTypes.Object], evaluate);
}
