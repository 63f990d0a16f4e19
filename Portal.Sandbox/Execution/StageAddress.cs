using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Execution;

/// <summary>
/// The API, stage and path that a call means: <c>/restapis/{apiId}/{stage}/_user_request_/{path}</c> on any host, or <c>/{stage}/{path}</c> on
/// <c>{apiId}.execute-api.localhost</c> (any name that starts so will do). For APIs of version 2 <c>/apis/{apiId}/...</c> does as well, and by host name the stage
/// <c>$default</c> needs no name.
/// </summary>
internal sealed record StageAddress(string ApiId, string Stage, IReadOnlyList<string> Segments)
{
    private const string HostMark = ".execute-api.";

    /// <summary>By host name: all of the path. Null where the stage was named beyond doubt.</summary>
    public IReadOnlyList<string>? FromRoot { get; init; }

    /// <summary>Under a name of one's own: the whole path as it was called. Null elsewhere.</summary>
    public string? Called { get; init; }

    /// <summary>Under a name of one's own: the path of the mapping that led here, or the id of the routing rule.</summary>
    public string? MappedPath { get; init; }

    /// <inheritdoc cref="MappedPath"/>
    public string? RuleId { get; init; }

    /// <summary>Whether the stage was called by the address that API Gateway gave it, which an API may do without.</summary>
    public bool IsDefaultEndpoint => Called is null;

    /// <summary>How long the path is.</summary>
    public int Length
    {
        get
        {
            var length = Segments.Count;
            for (var i = 0; i < Segments.Count; i++)
            {
                length += Segments[i].Length;
            }

            return length;
        }
    }

    /// <summary>The path below the stage as it was sent, without a trailing slash.</summary>
    public string Path => $"/{string.Join('/', Segments)}";

    public static StageAddress? Of(HttpContext context)
    {
        var raw = RawPath.Of(context);
        if (context.Request.Host.Value?.IndexOf(HostMark, StringComparison.OrdinalIgnoreCase) is > 0 and var mark)
        {
            var id = context.Request.Host.Host[..mark].ToLowerInvariant();
            var segments = RawPath.Segments(raw);
            return segments is [var stage, .. var path] ? new(id, RawPath.Decoded(stage), Trimmed(path)) { FromRoot = segments } : new(id, "", []) { FromRoot = [] };
        }

        var rest = raw.AsSpan().TrimStart('/');
        if (Next(ref rest) is not ("restapis" or "apis"))
        {
            return null;
        }

        var api = Next(ref rest);
        var name = Next(ref rest);
        return Next(ref rest) is "_user_request_" ? new(api.ToString(), RawPath.Decoded(name.ToString()), rest is "" ? [] : Trimmed(rest.ToString().Split('/'))) : null;
    }

    /// <summary>Cuts off what stands before the next slash.</summary>
    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('/');
        var part = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return part;
    }

    private static string[] Trimmed(string[] segments) => segments is [.. var path, ""] ? path : segments;
}
