using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Execution;

/// <summary>
/// Calls under names of one's own: by the header <c>Host</c>, the name itself or one with a star for its first part, then by the longest mapping that the path begins with.
/// Private names have no place to be called from, and routing rules are not there: a name that goes by them alone leads nowhere.
/// </summary>
internal static class NamedAddress
{
    /// <summary>Where a call leads; null if its host is nobody's name. Without an API where the name leads nowhere.</summary>
    public static StageAddress? Of(HttpContext context, World world)
    {
        var host = context.Request.Host.Host;
        if (!host.Contains('.', StringComparison.Ordinal) || Find(world, host.ToLowerInvariant()) is not { } whole)
        {
            return null;
        }

        var raw = RawPath.Of(context);
        var segments = RawPath.Segments(raw);
        var mapping = whole.Domain.RoutingMode is "ROUTING_RULE_ONLY" ? null : Mapping(whole, segments);
        if (mapping is null)
        {
            return new("", "", []) { Called = raw };
        }

        string[] below = mapping.ApiMappingKey is "" ? segments : segments[mapping.ApiMappingKey.Split('/').Length..];
        if (mapping.Stage is not "")
        {
            return new(mapping.ApiId, mapping.Stage, Trimmed(below)) { Called = raw };
        }

        // The stage is left to the caller.
        return below is [var stage, .. var rest] ? new(mapping.ApiId, RawPath.Decoded(stage), Trimmed(rest)) { Called = raw } : new("", "", []) { Called = raw };
    }

    private static WholeDomain? Find(World world, string host) =>
        world.FindDomain(WholeDomain.Key(host)) ?? world.FindDomain(WholeDomain.Key($"*{host[host.IndexOf('.', StringComparison.Ordinal)..]}"));

    private static ApiMapping? Mapping(WholeDomain whole, string[] segments) => whole.Mappings.Values
        .Where(mapping => mapping.ApiMappingKey is "" || (mapping.ApiMappingKey.Split('/') is var key && key.Length <= segments.Length && key.Zip(segments).All(pair => pair.First == RawPath.Decoded(pair.Second))))
        .MaxBy(mapping => mapping.ApiMappingKey is "" ? 0 : mapping.ApiMappingKey.Split('/').Length);

    private static string[] Trimmed(string[] segments) => segments is [.. var path, ""] ? path : segments;
}
