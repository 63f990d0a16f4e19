using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.Logs;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution;

/// <summary>
/// The access log of a stage: one line a call, in the stage's own format, into its log group. What a call does not have is a hyphen. In JSON and XML what callers sent
/// is escaped, and nowhere can it begin a line of its own.
/// </summary>
internal sealed partial class AccessLog
{
    private const string Missing = "-";
    private const int LongestKept = 16 * 1024;

    private static readonly SearchValues<char> Control = SearchValues.Create([.. Enumerable.Range(char.MinValue, char.MaxValue).Select(code => (char)code).Where(char.IsControl)]);

    [ThreadStatic]
    private static StringBuilder? builder;

    private static readonly ConditionalWeakTable<object, AccessLog> Known = [];
    private static readonly ConditionalWeakTable<object, string> Names = [];

    private readonly string? _group;
    private readonly Func<string, string> _escaped;
    private readonly IReadOnlyList<(string Literal, string? Variable)> _parts;

    private AccessLog(Region region, string arn, string format)
    {
        _group = arn.StartsWith($"arn:aws:logs:{region.Name}:{region.Account}:", StringComparison.Ordinal) ? LogsInput.GroupOf(arn) : null;
        _escaped = format.TrimStart() switch
        {
            ['{', ..] => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode,
            ['<', ..] => value => SecurityElement.Escape(OneLine(value)),
            _ => OneLine,
        };
        List<(string, string?)> parts = [];
        var last = 0;
        foreach (Match match in Variable().Matches(format))
        {
            parts.Add((format[last..match.Index], match.Groups["name"].Value));
            last = match.Index + match.Length;
        }

        parts.Add((format[last..], null));
        _parts = parts;
        WantsLength = parts.Any(part => part.Item2 is "responseLength");
    }

    /// <summary>Whether somebody wants to know the length of answers, which is counted only then.</summary>
    public bool WantsLength { get; }

    /// <summary>Where its lines go.</summary>
    public string Group => _group!;

    public static AccessLog? Of(Exchange exchange) => Of(exchange.Region, exchange.Stage);

    public static AccessLog? Of(Region region, Stage stage) => Of(region, stage.AccessLogSettings, stage.AccessLogSettings?.DestinationArn, stage.AccessLogSettings?.Format);

    /// <summary>Null if the stage has none, or one that goes elsewhere than into a log group of its own account and Region. <paramref name="settings"/> is what it is remembered by.</summary>
    public static AccessLog? Of(Region region, object? settings, string? arn, string? format) =>
        settings is not null && arn is not null && format is not null && Find(region, settings, arn, format) is { _group: not null } log ? log : null;

    public static string StreamName(string apiId, Stage stage) => StreamName(stage, apiId, stage.StageName);

    public void Write(Exchange exchange, int status, DateTimeOffset now)
    {
        var line = Line(variable => AccessLogValues.Of(exchange, status, variable));
        var stream = StreamName(exchange.Address.ApiId, exchange.Stage);
        exchange.Region.Logs.Add(_group!, stream, now, line);
        if (exchange.IsCanary)
        {
            exchange.Region.Logs.Add($"{_group}/Canary", stream, now, line);
        }
    }

    /// <param name="region">Where its group is.</param>
    /// <param name="stage">The stage as it is, its API's id and its name.</param>
    /// <param name="now">When the call ended.</param>
    /// <param name="value">A value of <c>$context</c>.</param>
    public void Write(Region region, (object Stage, string ApiId, string Name) stage, DateTimeOffset now, Func<string, string?> value) =>
        region.Logs.Add(_group!, StreamName(stage.Stage, stage.ApiId, stage.Name), now, Line(value));

    /// <summary>The line of a call of which these are the values of <c>$context</c>.</summary>
    public string Line(Func<string, string?> value)
    {
        var line = builder ??= new();
        line.Clear();
        foreach (var (literal, variable) in _parts)
        {
            line.Append(literal);
            if (variable is not null)
            {
                line.Append(value(variable) switch
                {
                    null or "" => Missing,
                    // Quoted already.
                    var text when variable is "error.messageString" => text,
                    var text => _escaped(text),
                });
            }
        }

        var whole = line.ToString();
        if (line.Capacity > LongestKept)
        {
            builder = null;
        }

        return whole;
    }

    private static AccessLog Find(Region region, object settings, string arn, string format) =>
        Known.TryGetValue(settings, out var known) ? known : Known.GetOrAdd(settings, new AccessLog(region, arn, format));

    // A digest, as the service has; one stream for each stage.
    public static string StreamName(object stage, string apiId, string name) =>
        Names.TryGetValue(stage, out var known) ? known : Names.GetOrAdd(stage, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{apiId}/{name}")))[..32]);

    private static string OneLine(string value) => value.AsSpan().ContainsAny(Control) ? string.Concat(value.Where(c => !char.IsControl(c))) : value;

    [GeneratedRegex(@"\$context\.(?<name>\w+(?:\.\w+)*)")]
    private static partial Regex Variable();
}
