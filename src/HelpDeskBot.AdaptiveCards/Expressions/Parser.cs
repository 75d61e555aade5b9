namespace HelpDeskBot.AdaptiveCards.Expressions;

/// <summary>Reads an expression into a tree, once, when a template is compiled.</summary>
sealed class Parser
{
    const int MaxDepth = 100;

    /// <summary>Binary operators from the tightest to the loosest; equality binds tighter than order, unlike elsewhere.</summary>
    static readonly string[][] Levels = [["*", "/", "%"], ["+", "-"], ["==", "!="], ["<", "<=", ">", ">="], ["&&"], ["||"]];

    readonly Lexer lexer;
    Token token;
    int depth;

    Parser(string source)
    {
        lexer = new Lexer(source);
        token = lexer.Next();
    }

    /// <exception cref="ExpressionException">The text is not an expression of the language.</exception>
    public static Expr Parse(string source)
    {
        var parser = new Parser(source);
        var expr = parser.Binary(Levels.Length - 1);
        return parser.token.Kind == TokenKind.End ? expr : throw parser.Unexpected();
    }

    Expr Binary(int level)
    {
        if (level < 0)
            return Unary();
        var left = Binary(level - 1);
        while (token.Kind == TokenKind.Symbol && Levels[level].Contains(token.Source))
        {
            var symbol = Take().Source;
            left = Call(symbol, Functions.Operator(symbol), [left, Binary(level - 1)]);
        }
        return left;
    }

    Expr Unary()
    {
        if (!token.Is("!") && !token.Is("-") && !token.Is("+"))
            return Postfix(Primary());
        var symbol = Take().Source;
        var operand = Nested(Unary);
        // The engine computes a sign as 0 - x and shows it so.
        Expr[] operands = symbol == "!" ? [operand] : [new ConstantExpr(Value.Of(0)), operand];
        return Call(symbol, Functions.Operator(symbol), operands);
    }

    Expr Primary()
    {
        if (token.Is("("))
        {
            Take();
            var inner = Nested(() => Binary(Levels.Length - 1));
            Expect(")");
            return inner;
        }
        return token.Kind switch
        {
            TokenKind.Number or TokenKind.Text => new ConstantExpr(Take().Value),
            TokenKind.Name => Name(Take().Source),
            _ => throw Unexpected(),
        };
    }

    Expr Name(string name)
    {
        if (token.Is("("))
            return Call(name, Function(name), Arguments());
        return name switch
        {
            "true" => new ConstantExpr(Value.Of(true)),
            "false" => new ConstantExpr(Value.Of(false)),
            "null" => new ConstantExpr(Value.Null),
            "undefined" => new ConstantExpr(Value.Undefined),
            "$root" or "$data" or "$index" => new AccessorExpr(name, null),
            _ when name[0] == '$' => throw new ExpressionException($"unknown name '{name}'; there are $root, $data and $index"),
            _ => new AccessorExpr(name, null),
        };
    }

    Expr Postfix(Expr expr)
    {
        while (token.Is(".") || token.Is("[") || token.Is("("))
        {
            expr = Take().Source switch
            {
                "." => Member(expr),
                "[" => new ElementExpr(expr, Nested(() => Binary(Levels.Length - 1))),
                _ => throw new ExpressionException($"'{expr}' is not a function"),
            };
            if (expr is ElementExpr)
                Expect("]");
            Limit(expr.Depth);
        }
        return expr;
    }

    AccessorExpr Member(Expr owner)
    {
        if (token.Kind != TokenKind.Name)
            throw Unexpected();
        if ((owner.Returns & ExprTypes.Object) == 0)
            throw new ExpressionException($"'{owner}' has no properties");
        return new AccessorExpr(Take().Source, owner);
    }

    Expr[] Arguments()
    {
        Expect("(");
        var arguments = new List<Expr>();
        while (!token.Is(")"))
        {
            if (arguments.Count > 0)
                Expect(",");
            arguments.Add(Nested(() => Binary(Levels.Length - 1)));
        }
        Take();
        return [.. arguments];
    }

    static Function Function(string name) =>
        Functions.Find(name) ?? throw new ExpressionException($"unknown function '{name}'; there are {Functions.Names}");

    static CallExpr Call(string name, Function function, Expr[] arguments)
    {
        if (function.Refuse(name, arguments) is { } why)
            throw new ExpressionException(why);
        var call = new CallExpr(function, arguments);
        Limit(call.Depth);
        return call;
    }

    Expr Nested(Func<Expr> parse)
    {
        Limit(++depth);
        var expr = parse();
        depth--;
        return expr;
    }

    static void Limit(int depth)
    {
        if (depth > MaxDepth)
            throw new ExpressionException($"nested more than {MaxDepth} levels deep");
    }

    void Expect(string symbol)
    {
        if (!token.Is(symbol))
            throw new ExpressionException($"expected '{symbol}' before {token.Source}");
        Take();
    }

    Token Take()
    {
        var taken = token;
        token = lexer.Next();
        return taken;
    }

    ExpressionException Unexpected() => new($"{token.Source} is not expected here");
}
