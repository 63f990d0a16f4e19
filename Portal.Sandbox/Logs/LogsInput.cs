using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Logs;

/// <summary>Reads names, limits and tokens out of a call, with the checks of CloudWatch Logs.</summary>
internal static partial class LogsInput
{
    private const int LongestName = 512;
    private const int DefaultPage = 50;

    public static string GroupName(Call call) => call.Body.Text("logGroupName") switch
    {
        null or "" => throw LogsErrors.Failed(call.Body.Text("logGroupName") ?? "null", "logGroupName", "Member must not be null"),
        { Length: > LongestName } => throw LogsErrors.Invalid("Invalid LogGroup or LogStream, both must have length less than or equal to 512."),
        var name when !Group().IsMatch(name) => throw LogsErrors.Failed(name, "logGroupName", "Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+"),
        var name => name,
    };

    /// <summary>The group that a call names by its name or its ARN.</summary>
    public static string GroupNameOrArn(Call call)
    {
        if (call.Body.Text("logGroupIdentifier") is not { } identifier)
        {
            return GroupName(call);
        }

        return call.Body.Has("logGroupName")
            ? throw new AwsError(400, "ValidationException", "LogGroup name and LogGroup ARN are mutually exclusive parameters.")
            : GroupOf(identifier) ?? identifier;
    }

    /// <summary>The name in a group's ARN; null for what is none.</summary>
    public static string? GroupOf(string arn) => Arn().Match(arn) is { Success: true } match ? match.Groups["name"].Value : null;

    public static string StreamName(Call call) => call.Body.Text("logStreamName") switch
    {
        null or "" => throw LogsErrors.Failed(call.Body.Text("logStreamName") ?? "null", "logStreamName", "Member must not be null"),
        { Length: > LongestName } => throw LogsErrors.Invalid("Invalid LogGroup or LogStream, both must have length less than or equal to 512."),
        var name when !Stream().IsMatch(name) => throw LogsErrors.Failed(name, "logStreamName", "Member must satisfy regular expression pattern: [^:*]*"),
        var name => name,
    };

    public static int Limit(Call call, int most, int? usual = null) => call.Body.Long("limit") switch
    {
        null => usual ?? most,
        < 1 and var limit => throw LogsErrors.Failed(limit, "limit", "Member must have value greater than or equal to 1"),
        var limit when limit > most => throw LogsErrors.Failed(limit, "limit", $"Member must have value less than or equal to {most}"),
        var limit => (int)limit,
    };

    /// <summary>One page of a list, and the token for the next.</summary>
    public static (IReadOnlyList<T> Page, string? Next) Page<T>(Call call, IEnumerable<T> all)
    {
        var limit = Limit(call, DefaultPage);
        var start = call.Body.Text("nextToken") switch
        {
            null => 0,
            var token when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var place) => place,
            _ => throw LogsErrors.Token,
        };
        T[] found = [.. all.Skip(start).Take(limit + 1)];
        return found.Length > limit ? (found[..limit], $"{start + limit}") : (found, null);
    }

    [GeneratedRegex(@"\A[.\-_/#A-Za-z0-9]+\z")]
    private static partial Regex Group();

    [GeneratedRegex(@"\A[^:*\p{Cc}]*\z")]
    private static partial Regex Stream();

    [GeneratedRegex(@"\Aarn:aws[\w-]*:logs:[\w-]+:\d{12}:log-group:(?<name>[^:]+)(:\*)?\z")]
    private static partial Regex Arn();
}
