using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2;

/// <summary>Members out of a closed set. Only the text for a protocol is recorded from the service; the others are worded after it.</summary>
internal static class Choice
{
    public static string? Of(RequestBody body, string member, string word, params ReadOnlySpan<string> choices) => body.Text(member) switch
    {
        null => null,
        var value when choices.Contains(value) => Words.Pooled(value),
        _ => throw AwsError.BadRequest($"Invalid {word} specified. Must be one of [{string.Join(", ", choices)}]"),
    };

    /// <summary>Changes some entries of a map; an empty text takes an entry away.</summary>
    public static Map<string>? Merged(Map<string>? map, Map<string>? changes) => changes is null
        ? map
        : Map<string>.Of([.. (map ?? Map<string>.Empty).Where(pair => !changes.ContainsKey(pair.Key)), .. changes.Where(pair => pair.Value is not "")]);
}
