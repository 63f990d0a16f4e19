using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Execution;

/// <summary>
/// The API, stage and path that a call means: <c>/restapis/{apiId}/{stage}/_user_request_/{path}</c> on any host, or <c>/{stage}/{path}</c> on
/// <c>{apiId}.execute-api.localhost</c> (any name that starts so will do).
/// </summary>
internal sealed record StageAddress(string ApiId, string Stage, IReadOnlyList<string> Segments)
{
    private const string HostMark = ".execute-api.";

    /// <summary>The path below the stage as it was sent, without a trailing slash.</summary>
    public string Path => $"/{string.Join('/', Segments)}";

    public static StageAddress? Of(HttpContext context)
    {
        var segments = RawPath.Segments(RawPath.Of(context));
        if (context.Request.Host.Host.IndexOf(HostMark, StringComparison.OrdinalIgnoreCase) is > 0 and var mark)
        {
            var id = context.Request.Host.Host[..mark].ToLowerInvariant();
            return segments is [var stage, .. var path] ? new(id, RawPath.Decoded(stage), Trimmed(path)) : new(id, "", []);
        }

        return segments is ["restapis", var api, var name, "_user_request_", .. var rest]
            ? new(api, RawPath.Decoded(name), Trimmed(rest))
            : null;
    }

    private static string[] Trimmed(string[] segments) => segments is [.. var path, ""] ? path : segments;
}
