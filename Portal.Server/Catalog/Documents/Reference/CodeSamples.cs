using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>Writes a call in the languages that most callers speak, without a package of ours.</summary>
internal static class CodeSamples
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<CodeSample> Of(SampleCall call) => [new("curl", Curl(call)), new("C#", CSharp(call)), new("JavaScript", JavaScript(call)), new("Python", Python(call))];

    private static string Curl(SampleCall call)
    {
        var lines = new List<string> { $"curl {(call.Method is "GET" ? "" : $"-X {call.Method} ")}{Quoted(call.Url)}" };
        lines.AddRange(call.Headers.Select(header => $"  -H {Quoted($"{header.Name}: {header.Value}")}"));

        if (call.Json is { } json)
        {
            lines.Add($"  -d {Quoted(json)}");
        }

        return string.Join(" \\\n", lines);
    }

    private static string CSharp(SampleCall call)
    {
        var lines = new List<string>
        {
            "using var http = new HttpClient();",
            $"using var request = new HttpRequestMessage(new HttpMethod({Literal(call.Method)}), {Literal(call.Url)});",
        };
        lines.AddRange(call.Headers.Where(header => header.Name is not "content-type").Select(header => $"request.Headers.TryAddWithoutValidation({Literal(header.Name)}, {Literal(header.Value)});"));

        if (call.Json is { } json)
        {
            var type = call.Headers.First(header => header.Name is "content-type").Value;
            lines.Add($"request.Content = new StringContent(\"\"\"\n{Indented(json, "    ")}\n    \"\"\", System.Text.Encoding.UTF8, {Literal(type)});");
        }

        lines.Add("using var response = await http.SendAsync(request);");
        lines.Add("Console.WriteLine($\"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}\");");

        return string.Join('\n', lines);
    }

    private static string JavaScript(SampleCall call)
    {
        var lines = new List<string> { $"const response = await fetch({Literal(call.Url)}, {{", $"  method: {Literal(call.Method)}," };

        if (call.Headers is not [])
        {
            lines.Add("  headers: {");
            lines.AddRange(call.Headers.Select(header => $"    {Literal(header.Name)}: {Literal(header.Value)},"));
            lines.Add("  },");
        }

        if (call.Json is { } json)
        {
            lines.Add($"  body: JSON.stringify({Indented(json, "  ").TrimStart()}),");
        }

        lines.Add("});");
        lines.Add("console.log(response.status, await response.text());");

        return string.Join('\n', lines);
    }

    private static string Python(SampleCall call)
    {
        var lines = new List<string> { "import requests", "", "response = requests.request(", $"    {Literal(call.Method)},", $"    {Literal(call.Url)}," };

        if (call.Headers is not [])
        {
            lines.Add("    headers={");
            lines.AddRange(call.Headers.Select(header => $"        {Literal(header.Name)}: {Literal(header.Value)},"));
            lines.Add("    },");
        }

        if (call.Json is { } json)
        {
            // JSON never holds three quotes in a row, and a raw text keeps its backslashes.
            lines.Add($"    data=r\"\"\"{json}\"\"\".encode(),");
        }

        lines.Add(")");
        lines.Add("print(response.status_code, response.text)");

        return string.Join('\n', lines);
    }

    /// <summary>For a shell, in which nothing within single quotes means anything.</summary>
    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A string of JSON is one of C#, JavaScript and Python too.</summary>
    private static string Literal(string text) => JsonSerializer.Serialize(text, Relaxed);

    private static string Indented(string text, string indent) => string.Join('\n', text.Split('\n').Select(line => indent + line));
}
