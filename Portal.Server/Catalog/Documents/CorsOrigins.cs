using System.Text.RegularExpressions;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// How API Gateway names one of several origins: a header's value is fixed, so a template of the answer looks for the caller's origin in a list. It writes nothing of its own, and goes before whatever the answer's template writes.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html
/// </summary>
internal static partial class CorsOrigins
{
    // Over HTTP/2 a header's name is written small.
    private static readonly string Search = string.Join(
        '\n',
        "#set($origin = $input.params('Origin'))",
        "#if($origin == '')",
        "#set($origin = $input.params('origin'))",
        "#end",
        "#set($context.responseOverride.header.Vary = 'Origin')",
        "#if($origins.contains($origin))",
        "#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)",
        "#end");

    /// <param name="origins">Two or more.</param>
    /// <param name="rest">What the answer's template writes.</param>
    public static string Write(IEnumerable<string> origins, string rest = "")
    {
        var search = $"#set($origins = [{string.Join(", ", origins.Select(origin => $"'{origin}'"))}])\n{Search}";

        return rest is "" ? search : $"{search}\n{rest}";
    }

    /// <summary>The origins, and what the template writes besides; null where it looks for none.</summary>
    public static (IReadOnlyList<string> Origins, string Body)? Read(string? template)
    {
        if (template is null || List().Match(template) is not { Success: true } list || !template.AsSpan(list.Length).StartsWith(Search, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = template[(list.Length + Search.Length)..];

        return rest is "" or ['\n', ..] ? ([.. list.Groups["origin"].Captures.Select(origin => origin.Value)], rest is "" ? "" : rest[1..]) : null;
    }

    [GeneratedRegex(@"\A#set\(\$origins = \['(?<origin>[^'\r\n]+)'(, '(?<origin>[^'\r\n]+)')+\]\)\n")]
    private static partial Regex List();
}
