using System.Text;
using Portal.Shared.Stages;

namespace Portal.Client.Stages;

/// <summary>A call as a person types it: a path with its query, and a header a line.</summary>
internal sealed class Call
{
    public static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    public string Method { get; set; } = "GET";

    /// <summary>Below the stage, with its query: /pets?limit=3.</summary>
    public string Path { get; set; } = "/";

    /// <summary>A line each: Name: value.</summary>
    public string Headers { get; set; } = "";

    public string Body { get; set; } = "";

    public bool HasBody => Method is "POST" or "PUT" or "PATCH" or "DELETE";

    public TryStage ToRequest(Guid stage) => new()
    {
        StageId = stage,
        Method = Method,
        Path = Path.Trim().Split('?', 2)[0],
        Query = Path.Trim().Split('?', 2) is [_, var query] ? [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Parameter)] : [],
        Headers = [.. Lines().Select(Header)],
        Body = HasBody && Body is not "" ? Body : null,
    };

    /// <summary>The same call for a shell.</summary>
    public string ToCurl(string invokeUrl)
    {
        var curl = new StringBuilder("curl -i ");
        curl.Append(Method is "HEAD" ? "--head " : Method is "GET" ? "" : $"-X {Method} ").Append(Quoted(invokeUrl.TrimEnd('/') + Path.Trim()));
        foreach (var header in Lines())
        {
            curl.Append(" -H ").Append(Quoted(header));
        }

        if (HasBody && Body is not "")
        {
            curl.Append(" --data-raw ").Append(Quoted(Body));
        }

        return curl.ToString();
    }

    private string[] Lines() => Headers.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static NamedValue Header(string line) => line.Split(':', 2) is [var name, var value] ? new(name.Trim(), value.Trim()) : new(line, "");

    private static NamedValue Parameter(string pair) => pair.Split('=', 2) is [var name, var value] ? new(Decoded(name), Decoded(value)) : new(Decoded(pair), "");

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    // For a POSIX shell: a quote ends the quoting, stands escaped, and begins it again.
    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
