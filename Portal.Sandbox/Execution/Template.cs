using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Portal.Sandbox.Execution;

/// <summary>
/// Mapping templates without directives: references to <c>$context</c>, <c>$stageVariables</c>, <c>$input</c> and <c>$util</c> are replaced.
/// A template with <c>#if</c>, <c>#set</c> or <c>#foreach</c> is refused rather than rendered wrong.
/// </summary>
internal static partial class Template
{
    /// <summary>The text, or null if the template uses what is not supported.</summary>
    public static string? Render(string template, Exchange exchange)
    {
        var text = Comment().Replace(template, "");
        return Directive().IsMatch(text) ? null : References(text, exchange);
    }

    public static string References(string template, Exchange exchange)
    {
        StringBuilder written = new(template.Length);
        var last = 0;
        foreach (Match match in Reference().Matches(template))
        {
            if (Value(match.Groups["expression"].Value, exchange) is not { } value)
            {
                continue;
            }

            written.Append(template, last, match.Index - last).Append(value);
            last = match.Index + match.Length;
        }

        return written.Append(template, last, template.Length - last).ToString();
    }

    /// <summary>Null for what is no reference of API Gateway; that stays in the text as it is. What is merely absent is empty.</summary>
    private static string? Value(string expression, Exchange exchange)
    {
        if (Call().Match(expression) is { Success: true } call)
        {
            return Called(call.Groups["function"].Value, call.Groups["argument"].Value.Trim(), exchange);
        }

        return expression.Split('.', 2) switch
        {
            ["context", var name] => exchange.Context(name) ?? "",
            ["stageVariables", var name] => exchange.StageVariable(name) ?? "",
            ["input", "body"] => exchange.BodyText,
            [var indexed] when Indexed().Match(indexed) is { Success: true } match => exchange.StageVariable(match.Groups["name"].Value) ?? "",
            _ => null,
        };
    }

    private static string? Called(string function, string argument, Exchange exchange)
    {
        var value = argument switch
        {
            ['\'' or '"', .. var text, '\'' or '"'] => text,
            ['$', .. var inner] => Value(inner, exchange),
            _ => argument,
        };
        return (function, value) switch
        {
            (_, null) => null,
            ("input.params", _) => exchange.Parameter("path", value) ?? exchange.Parameter("querystring", value) ?? exchange.Parameter("header", value) ?? "",
            ("input.json", _) => JsonPath.FindRaw(exchange.BodyText is "" ? "{}" : exchange.BodyText, value) ?? "\"\"",
            ("input.path", _) => JsonPath.Find(exchange.BodyText, value) ?? "",
            ("util.escapeJavaScript", _) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value).Replace("'", "\\'", StringComparison.Ordinal),
            ("util.urlEncode", _) => Uri.EscapeDataString(value),
            ("util.urlDecode", _) => Uri.UnescapeDataString(value.Replace('+', ' ')),
            ("util.base64Encode", _) => Convert.ToBase64String(Encoding.UTF8.GetBytes(value)),
            ("util.base64Decode", _) => Convert.TryFromBase64String(value, new byte[value.Length], out _) ? Encoding.UTF8.GetString(Convert.FromBase64String(value)) : "",
            _ => null,
        };
    }

    [GeneratedRegex(@"##.*?(\r?\n|$)")]
    private static partial Regex Comment();

    [GeneratedRegex(@"#\{?(set|if|elseif|else|end|foreach|macro|define|break|stop|evaluate|parse|include)\b")]
    private static partial Regex Directive();

    // One level of nesting in the argument: $util.escapeJavaScript($input.json('$.a')).
    [GeneratedRegex(@"\$!?(\{(?<expression>[^}]+)\}|(?<expression>(input|util)\.\w+\((?:[^()]|\([^()]*\))*\)|stageVariables\['[^']+'\]|(context|stageVariables)(\.\w+)+|input\.body\b))")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\A(?<function>(input|util)\.\w+)\((?<argument>.*)\)\z", RegexOptions.Singleline)]
    private static partial Regex Call();

    [GeneratedRegex(@"\AstageVariables\['(?<name>[^']+)'\]\z")]
    private static partial Regex Indexed();
}
