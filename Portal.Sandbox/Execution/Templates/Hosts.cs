using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.Sandbox.Execution.Templates;

/// <summary>A thing with members that API Gateway itself puts into templates.</summary>
internal interface IHost
{
    object? Property(string name);

    object? Call(string name, IReadOnlyList<object?> arguments);
}

/// <summary><c>$context</c> and what is below it; whether there is a value shows only where it ends.</summary>
internal sealed class ContextHost(ITemplateSource source, string path) : IHost
{
    public string Path => path;

    public string? Text => source.Context(path);

    public object? Property(string name) => new ContextHost(source, path is "" ? name : $"{path}.{name}");

    public object? Call(string name, IReadOnlyList<object?> arguments) => (name, arguments) switch
    {
        ("get", [string member]) => Property(member),
        _ => Text is { } text ? Members.Call(text, name, arguments) : null,
    };
}

/// <summary><c>$input</c>.</summary>
internal sealed class InputHost(ITemplateSource source) : IHost
{
    private static readonly string[] Places = ["path", "querystring", "header"];

    public object? Property(string name) => name is "body" ? source.BodyText : null;

    public object? Call(string name, IReadOnlyList<object?> arguments) => (name, arguments) switch
    {
        ("params", []) => new OrderedDictionary<string, object?>(Places.Select(place => KeyValuePair.Create(place, (object?)Map(place)))),
        ("params", ["path" or "querystring" or "header"]) => Single((string)arguments[0]!) ?? (object)Map((string)arguments[0]!),
        ("params", [string one]) => Single(one) ?? "",
        ("json", [string path]) => JsonPath.FindRaw(source.BodyText is "" ? "{}" : source.BodyText, path) ?? "\"\"",
        ("path", [string path]) => JsonPath.Element(source.BodyText, path) is { } element ? Values.Of(element) : null,
        _ => null,
    };

    private string? Single(string name) => Places.Select(place => source.Parameter(place, name)).FirstOrDefault(value => value is not null);

    private OrderedDictionary<string, object?> Map(string place) => new(source.Parameters(place).Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)));
}

/// <summary><c>$util</c>.</summary>
internal sealed class UtilHost : IHost
{
    public object? Property(string name) => null;

    public object? Call(string name, IReadOnlyList<object?> arguments)
    {
        var text = arguments is [var only] ? Values.Text(only) : "";
        return name switch
        {
            _ when arguments.Count is not 1 => null,
            "escapeJavaScript" => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text).Replace("'", "\\'", StringComparison.Ordinal),
            "urlEncode" => Uri.EscapeDataString(text),
            "urlDecode" => Uri.UnescapeDataString(text.Replace('+', ' ')),
            "base64Encode" => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
            "base64Decode" => Decoded(text),
            "parseJson" => Parsed(text),
            _ => null,
        };
    }

    private static string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
    }

    private static object? Parsed(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Values.Of(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
