using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway;

/// <summary>One step of a PATCH on an entry of a map (<c>/requestModels/application~1json</c>) or on a list of texts. What is not there cannot be replaced or removed.</summary>
internal static class EntryPatch
{
    public const string NoSuchParameter = "Invalid parameter name specified";
    public const string NoSuchContentType = "Content-Type specified was not found";

    public static Map<T>? Apply<T>(Map<T>? map, string key, PatchOperation patch, Func<string?, T> read, string missing)
    {
        var before = map ?? Map<T>.Empty;
        if (patch.Op is not ("add" or "replace" or "remove"))
        {
            throw PatchOperation.BadPath(patch.Path);
        }

        if (patch.Op is not "add" && !before.ContainsKey(key))
        {
            throw AwsError.NotFound(missing);
        }

        return (patch.Op is "remove" ? before.Without(key) : before.With(Words.Pooled(key), read(patch.Value))).OrNull();
    }

    /// <summary>An entry's value where there must be one.</summary>
    public static Func<string?, string> Given(string map) => value => value is { Length: > 0 }
        ? Words.Pooled(value)
        : throw AwsError.BadRequest($"Invalid null or empty value in {map}");

    /// <summary>An entry's value that may be empty, as a template may be.</summary>
    public static string Text(string? value) => Words.Pooled(value ?? "");

    public static bool Flag(string? value) => bool.TryParse(value, out var flag) && flag;

    /// <summary>Adds a text to a list, or takes it out; null when the step is another.</summary>
    public static IReadOnlyList<string>? Listed(IReadOnlyList<string>? list, string op, string? value) => op switch
    {
        "add" when value is { Length: > 0 } => [.. (list ?? []).Append(value).Distinct(StringComparer.Ordinal)],
        "remove" => [.. (list ?? []).Where(other => other != value)],
        _ => null,
    };
}
