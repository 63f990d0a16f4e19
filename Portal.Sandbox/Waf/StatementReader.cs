using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Waf;

/// <summary>Reads the statements of rules: bytes, sizes and expressions in parts of a call, rates of calls, and <c>And</c>, <c>Or</c>, <c>Not</c> of them.</summary>
internal sealed class StatementReader
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether anything that was read looks into bodies.</summary>
    public bool NeedsBody { get; private set; }

    /// <summary>Null for what is not understood.</summary>
    public Func<InspectedCall, bool>? Read(JsonNode? statement)
    {
        if (statement is not JsonObject { Count: 1 } whole || whole.First() is not { Value: JsonObject inside } one)
        {
            return null;
        }

        return one.Key switch
        {
            "ByteMatchStatement" => Bytes(inside),
            "SizeConstraintStatement" => Size(inside),
            "RegexMatchStatement" => Expression(inside),
            "RateBasedStatement" => Rate(inside),
            "NotStatement" when Read(inside["Statement"]) is { } not => call => !not(call),
            "AndStatement" when All(inside) is { } all => call => all.TrueForAll(matches => matches(call)),
            "OrStatement" when All(inside) is { } any => call => any.Exists(matches => matches(call)),
            _ => null,
        };
    }

    /// <summary>More than so many in a while, by the caller's address or all together; counted are those that a narrower statement matches.</summary>
    private Func<InspectedCall, bool>? Rate(JsonObject inside)
    {
        var seconds = inside["EvaluationWindowSec"] is JsonValue given && given.TryGetValue<long>(out var window) ? window : 300;
        if (inside["Limit"] is not JsonValue most || !most.TryGetValue<long>(out var limit) || $"{inside["AggregateKeyType"]}" is not (("IP" or "CONSTANT") and var by) || seconds is < 1 or > 3_600)
        {
            return null;
        }

        var narrower = inside["ScopeDownStatement"] is { } scope ? Read(scope) : static _ => true;
        if (narrower is null)
        {
            return null;
        }

        RateWindow rate = new(limit, TimeSpan.FromSeconds(seconds));
        return call => narrower(call) && rate.IsOver(by is "IP" ? call.Source : "", call.Time);
    }

    private List<Func<InspectedCall, bool>>? All(JsonObject inside)
    {
        var statements = inside["Statements"] as JsonArray ?? [];
        List<Func<InspectedCall, bool>> all = [.. statements.Select(Read).OfType<Func<InspectedCall, bool>>()];
        return all is [] || all.Count < statements.Count ? null : all;
    }

    private Func<InspectedCall, bool>? Bytes(JsonObject inside)
    {
        // Bytes stand in base64 in this protocol.
        var buffer = new byte[$"{inside["SearchString"]}".Length];
        if (!Convert.TryFromBase64String($"{inside["SearchString"]}", buffer, out var length) || Values(inside) is not { } values)
        {
            return null;
        }

        var wanted = Encoding.Latin1.GetString(buffer, 0, length);
        Func<string, bool>? fits = $"{inside["PositionalConstraint"]}" switch
        {
            "EXACTLY" => value => value == wanted,
            "STARTS_WITH" => value => value.StartsWith(wanted, StringComparison.Ordinal),
            "ENDS_WITH" => value => value.EndsWith(wanted, StringComparison.Ordinal),
            "CONTAINS" => value => value.Contains(wanted, StringComparison.Ordinal),
            "CONTAINS_WORD" => value => Regex.IsMatch(value, $@"(?<!\w){Regex.Escape(wanted)}(?!\w)", RegexOptions.CultureInvariant, LongestMatch),
            _ => null,
        };
        return fits is null ? null : call => values(call).Any(fits);
    }

    private Func<InspectedCall, bool>? Size(JsonObject inside)
    {
        if (inside["Size"] is not JsonValue given || !given.TryGetValue<long>(out var size) || Values(inside) is not { } values)
        {
            return null;
        }

        Func<long, bool>? fits = $"{inside["ComparisonOperator"]}" switch
        {
            "EQ" => length => length == size,
            "NE" => length => length != size,
            "LE" => length => length <= size,
            "LT" => length => length < size,
            "GE" => length => length >= size,
            "GT" => length => length > size,
            _ => null,
        };
        return fits is null ? null : call => values(call).Any(value => fits(value.Length));
    }

    private Func<InspectedCall, bool>? Expression(JsonObject inside)
    {
        if (Values(inside) is not { } values)
        {
            return null;
        }

        try
        {
            Regex expression = new($"{inside["RegexString"]}", RegexOptions.CultureInvariant, LongestMatch);
            return call => values(call).Any(expression.IsMatch);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The values of the part of a call that a statement looks into, transformed as it says.</summary>
    private Func<InspectedCall, IEnumerable<string>>? Values(JsonObject inside)
    {
        if (Part(inside["FieldToMatch"]) is not { } part)
        {
            return null;
        }

        List<Func<string, string>> transformations = [];
        foreach (var transformation in (inside["TextTransformations"] as JsonArray ?? []).OfType<JsonObject>().OrderBy(one => one["Priority"]?.GetValue<int>() ?? 0))
        {
            if (TextTransformations.Find($"{transformation["Type"]}") is not { } transform)
            {
                return null;
            }

            transformations.Add(transform);
        }

        return call => part(call).Select(value => transformations.Aggregate(value, (text, transform) => transform(text)));
    }

    private Func<InspectedCall, IEnumerable<string>>? Part(JsonNode? field)
    {
        if (field is not JsonObject { Count: 1 } whole)
        {
            return null;
        }

        var (name, inside) = whole.First();
        NeedsBody |= name is "Body";
        var key = $"{inside?["Name"]}";
        return name switch
        {
            "Method" => call => [call.Method],
            "UriPath" => call => [call.Path],
            "QueryString" => call => [call.Query],
            "Body" => call => [call.Body],
            "SingleHeader" => call => call.Headers[key],
            "SingleQueryArgument" => call => call.Arguments[key],
            "AllQueryArguments" => call => call.Arguments.SelectMany(values => values),
            _ => null,
        };
    }
}
