using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Execution.Templates;

/// <summary>What can be asked of values: the methods of Java's strings, lists and maps that templates use. Null for what there is not.</summary>
internal static class Members
{
    private const int MostItems = 100_000;
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(200);

    public static object? Property(object? value, string name) => value switch
    {
        IHost host => host.Property(name),
        OrderedDictionary<string, object?> map => map.TryGetValue(name, out var found) ? found : name is "empty" ? map.Count is 0 : null,
        KeyValuePair<string, object?> entry => name switch { "key" => entry.Key, "value" => entry.Value, _ => null },
        List<object?> list when name is "empty" => list.Count is 0,
        string text when name is "empty" => text.Length is 0,
        _ => null,
    };

    public static object? Call(object? value, string name, IReadOnlyList<object?> arguments)
    {
        object?[] given = [.. arguments.Select(Values.Resolved)];
        return value switch
        {
            null => null,
            IHost host => host.Call(name, given),
            _ when (name, given) is ("toString", []) => Values.Text(value),
            _ when (name, given) is ("equals", [var other]) => Values.AreEqual(value, other),
            string text => OfText(text, name, given),
            List<object?> list => OfList(list, name, given),
            OrderedDictionary<string, object?> map => OfMap(map, name, given),
            KeyValuePair<string, object?> entry => name switch { "getKey" => entry.Key, "getValue" => entry.Value, _ => null },
            _ => OfNumber(value, name),
        };
    }

    private static object? OfText(string text, string name, object?[] given) => (name, given) switch
    {
        ("length", []) => (long)text.Length,
        ("isEmpty", []) => text.Length is 0,
        ("trim", []) => text.Trim(),
        ("toLowerCase", []) => text.ToLowerInvariant(),
        ("toUpperCase", []) => text.ToUpperInvariant(),
        ("substring", [long from]) => from >= 0 && from <= text.Length ? text[(int)from..] : null,
        ("substring", [long from, long to]) => from >= 0 && from <= to && to <= text.Length ? text[(int)from..(int)to] : null,
        ("charAt", [long at]) => at >= 0 && at < text.Length ? text[(int)at].ToString() : null,
        ("indexOf", [string part]) => (long)text.IndexOf(part, StringComparison.Ordinal),
        ("lastIndexOf", [string part]) => (long)text.LastIndexOf(part, StringComparison.Ordinal),
        ("contains", [string part]) => text.Contains(part, StringComparison.Ordinal),
        ("startsWith", [string part]) => text.StartsWith(part, StringComparison.Ordinal),
        ("endsWith", [string part]) => text.EndsWith(part, StringComparison.Ordinal),
        ("equalsIgnoreCase", [string other]) => text.Equals(other, StringComparison.OrdinalIgnoreCase),
        ("compareTo", [string other]) => (long)string.CompareOrdinal(text, other),
        ("concat", [string other]) => Values.Bounded(text + other),
        ("replace" or "replaceAll", [_, string by]) when (long)text.Length * by.Length > Values.LongestText => throw Values.TooLong(),
        ("replace", [string part, string by]) => part is "" ? text : text.Replace(part, by, StringComparison.Ordinal),
        ("matches", [string pattern]) => Regex($@"\A(?:{pattern})\z").IsMatch(text),
        ("replaceAll", [string pattern, string by]) => Regex(pattern).Replace(text, by),
        ("replaceFirst", [string pattern, string by]) => Regex(pattern).Replace(text, by, 1),
        ("split", [string pattern]) => Split(text, pattern),
        _ => null,
    };

    private static object? OfList(List<object?> list, string name, object?[] given)
    {
        switch (name, given)
        {
            case ("size", []):
                return (long)list.Count;
            case ("isEmpty", []):
                return list.Count is 0;
            case ("get", [long at]):
                return at >= 0 && at < list.Count ? list[(int)at] : null;
            case ("contains", [var one]):
                return list.Any(item => Values.AreEqual(item, one));
            case ("indexOf", [var one]):
                return (long)list.FindIndex(item => Values.AreEqual(item, one));
            case ("add" or "addAll", _) when list.Count >= MostItems:
                throw new TemplateException("A list is too long.");
            case ("add", [var one]):
                list.Add(one);
                return true;
            case ("addAll", [List<object?> others]):
                list.AddRange(others.ToArray());
                return true;
            case ("set", [long at, var one]) when at >= 0 && at < list.Count:
                var before = list[(int)at];
                list[(int)at] = one;
                return before;
            case ("remove", [long at]) when at >= 0 && at < list.Count:
                var removed = list[(int)at];
                list.RemoveAt((int)at);
                return removed;
            default:
                return null;
        }
    }

    private static object? OfMap(OrderedDictionary<string, object?> map, string name, object?[] given)
    {
        switch (name, given)
        {
            case ("size", []):
                return (long)map.Count;
            case ("isEmpty", []):
                return map.Count is 0;
            case ("get", [var key]):
                return map.TryGetValue(Values.Text(key), out var value) ? value : null;
            case ("getOrDefault", [var key, var other]):
                return map.TryGetValue(Values.Text(key), out var there) ? there : other;
            case ("containsKey", [var key]):
                return map.ContainsKey(Values.Text(key));
            case ("containsValue", [var one]):
                return map.Values.Any(item => Values.AreEqual(item, one));
            case ("keySet", []):
                return map.Keys.Select(key => (object?)key).ToList();
            case ("values", []):
                return map.Values.ToList();
            case ("entrySet", []):
                return map.Select(pair => (object?)pair).ToList();
            case ("put", [var key, var one]):
                map.TryGetValue(Values.Text(key), out var before);
                map[Values.Text(key)] = one;
                return before;
            case ("putAll", [OrderedDictionary<string, object?> others]):
                foreach (var (key, one) in others.ToArray())
                {
                    map[key] = one;
                }

                return null;
            case ("remove", [var key]):
                return map.Remove(Values.Text(key), out var gone) ? gone : null;
            default:
                return null;
        }
    }

    private static object? OfNumber(object value, string name) => (name, Values.Real(value)) switch
    {
        (_, null) => null,
        ("intValue" or "longValue", { } number) => (long)number,
        ("doubleValue" or "floatValue", { } number) => number,
        _ => null,
    };

    // As in Java, empty parts at the end fall away.
    private static List<object?> Split(string text, string pattern)
    {
        var parts = Regex(pattern).Split(text);
        var length = parts.Length;
        while (length > 1 && parts[length - 1] is "")
        {
            length--;
        }

        return [.. parts[..length]];
    }

    private static Regex Regex(string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (ArgumentException exception)
        {
            throw new TemplateException(string.Create(CultureInfo.InvariantCulture, $"'{pattern}' is no pattern: {exception.Message}"));
        }
    }
}
