using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>Changes requests before they go on and answers before they go out: <c>append:header.x</c>, <c>overwrite:querystring.x</c>, <c>remove:header.x</c>, <c>overwrite:path</c>, <c>overwrite:statuscode</c>.</summary>
internal static partial class ParameterMapping
{
    /// <summary>What is changed: nothing yet.</summary>
    internal sealed record Changes(Dictionary<string, StringValues> Query, string? Path, IReadOnlyList<(string Verb, string Name, string Value)> Headers);

    public static bool NeedsBody(Map<string>? mappings) => mappings?.Values.Any(value => value.Contains("request.body", StringComparison.Ordinal)) is true;

    public static Changes OfRequest(Visit visit, Map<string>? mappings)
    {
        var query = QueryHelpers.ParseQuery(visit.Http.Request.QueryString.Value);
        List<(string, string, string)> headers = [];
        string? path = null;
        foreach (var (key, source) in mappings ?? Map<string>.Empty)
        {
            var value = Filled(source, name => Of(visit, name));
            switch (Read(key))
            {
                case ("overwrite", "path", _):
                    path = value;
                    break;
                case ("remove", "querystring", var name):
                    query.Remove(name);
                    break;
                case ("overwrite", "querystring", var name):
                    query[name] = value;
                    break;
                case ("append", "querystring", var name):
                    query[name] = StringValues.Concat(query.GetValueOrDefault(name), value);
                    break;
                case (var verb, "header", var name) when SafeHeaders.IsName(name):
                    headers.Add((verb, name, SafeHeaders.Value(value)));
                    break;
            }
        }

        return new(query, path, headers);
    }

    /// <summary>Those of the status that the backend answered with.</summary>
    public static void ToAnswer(Visit visit, Map<Map<string>>? mappings, int status, Func<string, string?> header)
    {
        var response = visit.Http.Response;
        foreach (var (key, source) in mappings.Find($"{status}") ?? Map<string>.Empty)
        {
            var value = Filled(source, name => name.StartsWith("response.header.", StringComparison.Ordinal) ? header(name["response.header.".Length..]) : Of(visit, name));
            switch (Read(key))
            {
                case ("overwrite", "statuscode", _) when int.TryParse(value, out var other) && other is >= 200 and <= 599:
                    response.StatusCode = other;
                    break;
                case ("remove", "header", var name):
                    response.Headers.Remove(name);
                    break;
                case ("overwrite", "header", var name):
                    SafeHeaders.Put(response, name, value);
                    break;
                case ("append", "header", var name) when SafeHeaders.IsName(name):
                    response.Headers.Append(name, SafeHeaders.Value(value));
                    break;
            }
        }
    }

    /// <summary>A value of <c>$request</c>, <c>$context</c> or <c>$stageVariables</c>, without the dollar sign.</summary>
    public static string? Of(Visit visit, string name) => name.Split('.', 3) switch
    {
        ["request", "header", var header] => visit.Http.Request.Headers.TryGetValue(header, out var values) ? values.ToString() : null,
        ["request", "querystring", var parameter] => visit.Http.Request.Query.TryGetValue(parameter, out var values) ? values.ToString() : null,
        ["request", "path", var variable] => visit.PathParameters.TryGetValue(variable, out var value) ? Uri.UnescapeDataString(value) : null,
        ["request", "path"] => visit.Path,
        ["request", "body"] => visit.BodyText,
        ["request", "body", var path] => JsonPath.Find(visit.BodyText, $"$.{path}"),
        ["context", ..] => visit.Context(name["context.".Length..]),
        ["stageVariables", ..] => visit.Stage.StageVariables.Find(name["stageVariables.".Length..]),
        _ => null,
    };

    /// <summary>A reference alone (<c>$request.header.x</c>), or a text with references in braces.</summary>
    public static string Filled(string source, Func<string, string?> value) =>
        Whole().Match(source) is { Success: true } whole ? value(whole.Groups["name"].Value) ?? "" : Inside().Replace(source, match => value(match.Groups["name"].Value) ?? "");

    private static (string Verb, string Place, string Name) Read(string key)
    {
        var parts = key.Split(':', 2);
        var target = parts.ElementAtOrDefault(1)?.Split('.', 2) ?? [""];
        return (parts[0].ToLowerInvariant(), target[0].ToLowerInvariant(), target.ElementAtOrDefault(1) ?? "");
    }

    [GeneratedRegex(@"\A\$(?<name>(request|response|context|stageVariables)\.[\w.\-\[\]]+)\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\$\{(?<name>[\w.\-\[\]]+)\}")]
    private static partial Regex Inside();
}
