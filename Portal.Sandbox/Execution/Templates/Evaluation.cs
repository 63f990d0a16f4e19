using System.Text;

namespace Portal.Sandbox.Execution.Templates;

/// <summary>One run of a template over one call. What it may write and how long it may go on is bounded.</summary>
internal sealed class Evaluation(ITemplateSource source)
{
    /// <summary>As on AWS.</summary>
    private const int MostIterations = 1_000;

    private const int MostSteps = 1_000_000;

    private readonly Dictionary<string, object?> _variables = new(StringComparer.Ordinal);
    private readonly InputHost _input = new(source);
    private readonly UtilHost _util = new();
    private int _steps;

    private enum After
    {
        GoOn,
        Break,
        Stop,
    }

    public string Run(IReadOnlyList<Part> parts)
    {
        StringBuilder written = new();
        Write(parts, written);
        return written.ToString();
    }

    private After Write(IReadOnlyList<Part> parts, StringBuilder written)
    {
        foreach (var part in parts)
        {
            Count();
            var after = Write(part, written);
            if (written.Length > Values.LongestText)
            {
                throw Values.TooLong();
            }

            if (after is not After.GoOn)
            {
                return after;
            }
        }

        return After.GoOn;
    }

    private After Write(Part part, StringBuilder written)
    {
        switch (part)
        {
            case Part.Literal(var text):
                written.Append(text);
                return After.GoOn;
            case Part.Output output:
                var value = Value(output.Reference);
                written.Append(value is null && !output.IsQuiet && !IsHost(output.Reference.Root) ? output.Written : Values.Text(value));
                return After.GoOn;
            case Part.Set(var target, var expression):
                Assign(target, Value(expression));
                return After.GoOn;
            case Part.If(var branches):
                foreach (var (when, then) in branches)
                {
                    if (when is null || Values.IsTrue(Value(when)))
                    {
                        return Write(then, written);
                    }
                }

                return After.GoOn;
            case Part.ForEach loop:
                return Repeat(loop, written);
            case Part.Break:
                return After.Break;
            default:
                return After.Stop;
        }
    }

    private After Repeat(Part.ForEach loop, StringBuilder written)
    {
        object?[] items = Value(loop.Source) switch
        {
            List<object?> list => [.. list.Take(MostIterations)],
            OrderedDictionary<string, object?> map => [.. map.Values.Take(MostIterations)],
            _ => [],
        };
        var (outer, before) = (_variables.GetValueOrDefault("foreach"), _variables.GetValueOrDefault(loop.Name));
        var after = After.GoOn;
        for (var i = 0; i < items.Length && after is After.GoOn; i++)
        {
            _variables[loop.Name] = items[i];
            _variables["velocityCount"] = i + 1L;
            _variables["foreach"] = new OrderedDictionary<string, object?>
            {
                ["index"] = (long)i,
                ["count"] = i + 1L,
                ["hasNext"] = i + 1 < items.Length,
                ["first"] = i is 0,
                ["last"] = i + 1 == items.Length,
                ["parent"] = outer,
            };
            after = Write(loop.Body, written);
        }

        (_variables["foreach"], _variables[loop.Name]) = (outer, before);
        return after is After.Stop ? After.Stop : After.GoOn;
    }

    private object? Value(Expression expression)
    {
        Count();
        return expression switch
        {
            Expression.Constant(var value) => value,
            Expression.Interpolated(var parts) => Run(parts),
            Expression.ListOf(var items) => items.Select(item => Values.Resolved(Value(item))).ToList(),
            Expression.MapOf(var entries) => new OrderedDictionary<string, object?>(entries.Select(entry => KeyValuePair.Create(Values.Text(Value(entry.Key)), Values.Resolved(Value(entry.Value)))).DistinctBy(pair => pair.Key)),
            Expression.Range(var from, var to) => Range(Values.Resolved(Value(from)), Values.Resolved(Value(to))),
            Expression.Not(var operand) => !Values.IsTrue(Value(operand)),
            Expression.Negative(var operand) => Values.Compute("-", 0L, Value(operand)),
            Expression.Reference reference => Value(reference),
            Expression.Binary binary => Binary(binary),
            _ => null,
        };
    }

    private object? Binary(Expression.Binary binary) => binary.Operator switch
    {
        "||" or "or" => Values.IsTrue(Value(binary.Left)) || Values.IsTrue(Value(binary.Right)),
        "&&" or "and" => Values.IsTrue(Value(binary.Left)) && Values.IsTrue(Value(binary.Right)),
        "==" or "eq" => Values.AreEqual(Value(binary.Left), Value(binary.Right)),
        "!=" or "ne" => !Values.AreEqual(Value(binary.Left), Value(binary.Right)),
        "<" or "lt" => Values.Compare(Value(binary.Left), Value(binary.Right)) < 0,
        "<=" or "le" => Values.Compare(Value(binary.Left), Value(binary.Right)) <= 0,
        ">" or "gt" => Values.Compare(Value(binary.Left), Value(binary.Right)) > 0,
        ">=" or "ge" => Values.Compare(Value(binary.Left), Value(binary.Right)) >= 0,
        var sign => Values.Compute(sign, Value(binary.Left), Value(binary.Right)),
    };

    private object? Value(Expression.Reference reference) => Follow(Root(reference.Root), reference.Steps);

    private object? Follow(object? value, IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            Count();
            value = step switch
            {
                Step.Property(var name) => Members.Property(value, name),
                Step.Call(var name, var arguments) => Members.Call(value, name, [.. arguments.Select(Value)]),
                Step.Index(var at) => At(value, Values.Resolved(Value(at))),
                _ => null,
            };
        }

        return value;
    }

    private object? Root(string name) => name switch
    {
        "input" => _input,
        "util" => _util,
        "context" => new ContextHost(source, ""),
        "stageVariables" => new OrderedDictionary<string, object?>(source.StageVariables.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value))),
        _ => _variables.GetValueOrDefault(name),
    };

    // Of these what is absent is empty.
    private bool IsHost(string root) => root is "input" or "util" or "context" or "stageVariables" && !_variables.ContainsKey(root);

    private static object? At(object? value, object? at) => value is List<object?> ? Members.Call(value, "get", [at]) : Members.Property(value, Values.Text(at));

    private void Assign(Expression.Reference target, object? value)
    {
        value = Values.Resolved(value);
        if (target.Steps is [])
        {
            _variables[target.Root] = value;
            return;
        }

        var holder = Follow(Root(target.Root), target.Steps.SkipLast(1));
        var name = target.Steps[^1] switch
        {
            Step.Property(var property) => property,
            Step.Index(var at) => Values.Resolved(Value(at)),
            _ => throw new TemplateException("The result of a call cannot be set."),
        };
        switch (holder)
        {
            case ContextHost context when context.Path.Split('.')[0] is "requestOverride" or "responseOverride":
                source.Override($"{context.Path}.{Values.Text(name)}", Values.Text(value));
                break;
            case OrderedDictionary<string, object?> map:
                map[Values.Text(name)] = value;
                break;
            case List<object?>:
                Members.Call(holder, "set", [name, value]);
                break;
        }
    }

    private static List<object?> Range(object? from, object? to)
    {
        if ((from, to) is not (long first, long last))
        {
            return [];
        }

        var count = Math.Min(Math.Abs(last - first) + 1, MostIterations);
        return [.. Enumerable.Range(0, (int)count).Select(i => (object?)(first <= last ? first + i : first - i))];
    }

    private void Count()
    {
        if (++_steps > MostSteps)
        {
            throw new TemplateException("The template does not end.");
        }
    }
}
