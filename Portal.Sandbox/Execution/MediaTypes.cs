using Microsoft.Extensions.Primitives;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution;

/// <summary>Which of several templates a call gets, and which types are binary.</summary>
internal static class MediaTypes
{
    private const string Json = "application/json";

    /// <summary>The type without its parameters; JSON where none is given.</summary>
    public static string Plain(string? contentType) => contentType?.Split(';')[0].Trim() is { Length: > 0 } type ? type.ToLowerInvariant() : Json;

    /// <summary>The template of the first type accepted, else of JSON, else the first.</summary>
    public static (string Type, string Template)? Pick(Map<string>? templates, StringValues accept)
    {
        if (templates is not { Count: > 0 })
        {
            return null;
        }

        foreach (var wanted in accept.SelectMany(value => value?.Split(',') ?? []).Select(Plain))
        {
            if (templates.TryGetValue(wanted, out var exact))
            {
                return (wanted, exact);
            }
        }

        return templates.TryGetValue(Json, out var json) ? (Json, json) : (templates.Keys.First(), templates.Values.First());
    }

    /// <summary>Whether an API says that a type is binary: <c>image/png</c>, <c>image/*</c> or <c>*/*</c>.</summary>
    public static bool IsBinary(IReadOnlyList<string>? binary, string? contentType) =>
        binary is { Count: > 0 } && contentType is { Length: > 0 } && Plain(contentType) is var plain
        && binary.Any(one => one is "*/*" || one.Equals(plain, StringComparison.OrdinalIgnoreCase) || (one.EndsWith("/*", StringComparison.Ordinal) && plain.StartsWith(one[..^1], StringComparison.OrdinalIgnoreCase)));

    /// <summary>What the caller wants first of all; that alone decides whether a binary answer is sent as one.</summary>
    public static string? Wanted(HttpRequest request) => request.Headers.Accept.ToString().Split(',')[0].Trim() is { Length: > 0 } first ? first : null;
}
