namespace Portal.Sandbox.Execution.Templates;

/// <summary>A part of a template as it was read.</summary>
internal abstract record Part
{
    internal sealed record Literal(string Text) : Part;

    /// <summary>A reference in the text. One that has no value stays as it was written, unless it is quiet (<c>$!name</c>).</summary>
    internal sealed record Output(Expression.Reference Reference, bool IsQuiet, string Written) : Part;

    internal sealed record Set(Expression.Reference Target, Expression Value) : Part;

    /// <summary>The last branch may be without a condition.</summary>
    internal sealed record If(IReadOnlyList<(Expression? When, IReadOnlyList<Part> Then)> Branches) : Part;

    internal sealed record ForEach(string Name, Expression Source, IReadOnlyList<Part> Body) : Part;

    internal sealed record Break : Part;

    internal sealed record Stop : Part;
}

/// <summary>What stands between the parentheses of a directive.</summary>
internal abstract record Expression
{
    internal sealed record Constant(object? Value) : Expression;

    /// <summary>A text in double quotes, in which references are replaced.</summary>
    internal sealed record Interpolated(IReadOnlyList<Part> Parts) : Expression;

    internal sealed record ListOf(IReadOnlyList<Expression> Items) : Expression;

    internal sealed record Range(Expression From, Expression To) : Expression;

    internal sealed record MapOf(IReadOnlyList<(Expression Key, Expression Value)> Entries) : Expression;

    internal sealed record Not(Expression Operand) : Expression;

    internal sealed record Negative(Expression Operand) : Expression;

    internal sealed record Binary(string Operator, Expression Left, Expression Right) : Expression;

    /// <summary><c>$root.name.call(1)[0]</c>.</summary>
    internal sealed record Reference(string Root, IReadOnlyList<Step> Steps) : Expression;
}

internal abstract record Step
{
    internal sealed record Property(string Name) : Step;

    internal sealed record Call(string Name, IReadOnlyList<Expression> Arguments) : Step;

    internal sealed record Index(Expression At) : Step;
}

/// <summary>A template that cannot be read, or does what it may not: it is answered as a fault of the API's configuration.</summary>
internal sealed class TemplateException(string message) : Exception(message);
