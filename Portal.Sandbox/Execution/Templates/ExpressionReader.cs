namespace Portal.Sandbox.Execution.Templates;

/// <summary>Reads references and expressions, from the weakest operator to the strongest.</summary>
internal sealed class ExpressionReader(string text) : Scanner(text)
{
    private static readonly string[][] Levels =
    [
        ["||", "or"], ["&&", "and"], ["==", "eq", "!=", "ne"], ["<=", "le", ">=", "ge", "<", "lt", ">", "gt"], ["+", "-"], ["*", "/", "%"],
    ];

    /// <summary>An expression in parentheses.</summary>
    public Expression Parenthesized()
    {
        Expect('(');
        var expression = Whole();
        Expect(')');
        return expression;
    }

    public Expression Whole() => Deeper(() => Level(0));

    /// <summary>The reference that begins here with a dollar sign; null, and nothing read, if this is none.</summary>
    public (Expression.Reference Reference, bool IsQuiet)? ReferenceOrNull()
    {
        var start = At;
        At++;
        var quiet = Taken('!');
        var braced = Taken('{');
        if (Name() is not { } root)
        {
            At = start;
            return null;
        }

        var steps = Steps();
        if (braced && !Taken('}'))
        {
            At = start;
            return null;
        }

        return (new(root, steps), quiet);
    }

    private List<Step> Steps()
    {
        List<Step> steps = [];
        while (true)
        {
            if (Now is '.' && (char.IsAsciiLetter(Next) || Next is '_'))
            {
                At++;
                var name = Name()!;
                steps.Add(Now is '(' ? new Step.Call(name, Arguments(')')) : new Step.Property(name));
            }
            else if (Now is '[' && steps.Count < Deepest)
            {
                At++;
                var index = Whole();
                Expect(']');
                steps.Add(new Step.Index(index));
            }
            else
            {
                return steps;
            }
        }
    }

    /// <summary>What stands between commas, up to the closing sign; the opening one is where it is.</summary>
    private List<Expression> Arguments(char end)
    {
        At++;
        List<Expression> all = [];
        Blanks();
        while (!Taken(end))
        {
            if (all.Count > 0)
            {
                Expect(',');
            }

            all.Add(Whole());
            Blanks();
        }

        return all;
    }

    private Expression Level(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Level(level + 1);
        while (Operator(Levels[level]) is { } found)
        {
            left = new Expression.Binary(found, left, Level(level + 1));
        }

        return left;
    }

    private string? Operator(string[] operators)
    {
        Blanks();
        foreach (var one in operators)
        {
            if (string.CompareOrdinal(Text, At, one, 0, one.Length) is 0 && !(char.IsAsciiLetter(one[0]) && At + one.Length < Text.Length && char.IsAsciiLetterOrDigit(Text[At + one.Length])))
            {
                At += one.Length;
                return one;
            }
        }

        return null;
    }

    private Expression Unary()
    {
        Blanks();
        return Now switch
        {
            '!' => Read(() => new Expression.Not(Deeper(Unary))),
            '-' when !char.IsAsciiDigit(Next) => Read(() => new Expression.Negative(Deeper(Unary))),
            '(' => Parenthesized(),
            '$' => ReferenceOrNull()?.Reference ?? throw new TemplateException($"A reference was expected at {At}."),
            '\'' => new Expression.Constant(Quoted('\'')),
            '"' => Interpolated(),
            '[' => ListOrRange(),
            '{' => Map(),
            '-' or (>= '0' and <= '9') => new Expression.Constant(Number()),
            _ => Word(),
        };
    }

    private Expression Read(Func<Expression> rest)
    {
        At++;
        return rest();
    }

    private Expression Word() => Name() switch
    {
        "true" => new Expression.Constant(true),
        "false" => new Expression.Constant(false),
        "null" => new Expression.Constant(null),
        "not" => new Expression.Not(Deeper(Unary)),
        _ => throw new TemplateException($"A value was expected at {At}."),
    };

    private Expression Interpolated()
    {
        var content = Quoted('"');
        return content.Contains('$') || content.Contains('#') ? new Expression.Interpolated(Deeper(() => new TemplateReader(content).Read())) : new Expression.Constant(content);
    }

    private Expression ListOrRange()
    {
        var start = At++;
        Blanks();
        if (Now is not ']')
        {
            var first = Whole();
            Blanks();
            if (Now is '.' && Next is '.')
            {
                At += 2;
                var last = Whole();
                Expect(']');
                return new Expression.Range(first, last);
            }
        }

        At = start;
        return new Expression.ListOf(Arguments(']'));
    }

    private Expression.MapOf Map()
    {
        At++;
        List<(Expression, Expression)> entries = [];
        Blanks();
        while (!Taken('}'))
        {
            if (entries.Count > 0)
            {
                Expect(',');
            }

            var key = Whole();
            Expect(':');
            entries.Add((key, Whole()));
            Blanks();
        }

        return new(entries);
    }
}
