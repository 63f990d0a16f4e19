using System.Text.RegularExpressions;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>What API Gateway takes for a route: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html</summary>
internal static partial class RoutePath
{
    public static readonly IReadOnlyList<string> Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "ANY"];

    public static void Check(RouteName route)
    {
        if (!Methods.Contains(route.Method))
        {
            throw new EditRefusedException($"{route.Method} is no method of API Gateway; it knows {string.Join(", ", Methods)}.");
        }

        if (Fault(route.Path) is { } fault)
        {
            throw new EditRefusedException(fault);
        }
    }

    /// <summary>Why a path cannot be one of API Gateway's, or null if it can.</summary>
    public static string? Fault(string path)
    {
        if (path is not ['/', ..])
        {
            return "A path begins with a slash: /pets.";
        }

        if (path is "/")
        {
            return null;
        }

        var segments = path[1..].Split('/');

        if (Array.IndexOf(segments, "") >= 0)
        {
            return "A path has no empty parts: neither // nor a slash at its end.";
        }

        foreach (var segment in segments)
        {
            if (segment.Contains('{', StringComparison.Ordinal) ? !Variable().IsMatch(segment) : !Plain().IsMatch(segment))
            {
                return segment.Contains('{', StringComparison.Ordinal) || segment.Contains('}', StringComparison.Ordinal)
                    ? $"A variable is a whole part of a path, like /pets/{{petId}}; '{segment}' is not."
                    : $"A path is made of letters, digits and - _ . , : only; '{segment}' is not.";
            }
        }

        if (Array.FindIndex(segments, segment => segment.EndsWith("+}", StringComparison.Ordinal)) is >= 0 and var greedy && greedy < segments.Length - 1)
        {
            return $"The greedy variable {segments[greedy]} must be the last part of the path.";
        }

        var variables = Variables(path);

        return variables.Distinct().Count() < variables.Count ? "A path names each of its variables once." : null;
    }

    /// <summary>The names of a path's variables, without the plus of a greedy one.</summary>
    public static IReadOnlyList<string> Variables(string path) => [.. Braces().Matches(path).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"\{(?<name>[^{}/]+?)\+?\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\A\{[A-Za-z0-9_.-]+\+?\}\z")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\A[A-Za-z0-9_.,:-]+\z")]
    private static partial Regex Plain();
}
