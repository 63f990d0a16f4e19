using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Execution;

/// <summary>
/// Calls under names of one's own: by the header <c>Host</c>, the name itself or one with a star for its first part, then by the first routing rule that fits, if the name goes by them,
/// or by the longest mapping that the path begins with. Private names have no place to be called from.
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
        if (whole.Domain.RoutingMode is not "API_MAPPING_ONLY" && Ruled(whole, segments, context.Request.Headers) is var (rule, path))
        {
            return new(rule.Invokes.ApiId, rule.Invokes.Stage, Trimmed(path)) { Called = raw, RuleId = rule.RoutingRuleId };
        }

        var mapping = whole.Domain.RoutingMode is "ROUTING_RULE_ONLY" ? null : Mapping(whole, segments);
        if (mapping is null)
        {
            return new("", "", []) { Called = raw };
        }

        string[] below = mapping.ApiMappingKey is "" ? segments : segments[mapping.ApiMappingKey.Split('/').Length..];
        if (mapping.Stage is not "")
        {
            return new(mapping.ApiId, mapping.Stage, Trimmed(below)) { Called = raw, MappedPath = Shown(mapping) };
        }

        // The stage is left to the caller.
        return below is [var stage, .. var rest] ? new(mapping.ApiId, RawPath.Decoded(stage), Trimmed(rest)) { Called = raw, MappedPath = Shown(mapping) } : new("", "", []) { Called = raw };
    }

    private static WholeDomain? Find(World world, string host) =>
        world.FindDomain(WholeDomain.Key(host)) ?? world.FindDomain(WholeDomain.Key($"*{host[host.IndexOf('.', StringComparison.Ordinal)..]}"));

    /// <summary>The rule with the least number that fits, and what of the path goes on to its API.</summary>
    private static (RoutingRule Rule, string[] Path)? Ruled(WholeDomain whole, string[] segments, IHeaderDictionary headers)
    {
        foreach (var rule in whole.Rules.Values.OrderBy(rule => rule.Priority))
        {
            if (rule.Conditions.All(condition => condition.MatchBasePaths is { } paths ? Below(paths, segments) is not null : Fits(condition.MatchHeaders!, headers)))
            {
                var below = rule.Conditions.Select(condition => condition.MatchBasePaths is { } paths ? Below(paths, segments) : null).FirstOrDefault(path => path is not null);
                return (rule, rule.Invokes.StripBasePath ? below ?? segments : segments);
            }
        }

        return null;
    }

    /// <summary>What comes after the longest of the paths with which the called one begins; null where it begins with none.</summary>
    private static string[]? Below(MatchedPaths paths, string[] segments) => (
        from path in paths.AnyOf
        let parts = path.Trim('/').Split('/')
        where parts.Length <= segments.Length && parts.Zip(segments).All(pair => pair.First == RawPath.Decoded(pair.Second))
        orderby parts.Length descending
        select segments[parts.Length..]).FirstOrDefault();

    private static bool Fits(MatchedHeaders wanted, IHeaderDictionary headers) => wanted.AnyOf.Any(one => headers[one.Header].Any(value => Fits(one.ValueGlob, value ?? "")));

    private static bool Fits(string glob, string value) => (glob.StartsWith('*'), glob.EndsWith('*')) switch
    {
        _ when glob is "*" => true,
        (true, true) => value.Contains(glob[1..^1], StringComparison.Ordinal),
        (true, false) => value.EndsWith(glob[1..], StringComparison.Ordinal),
        (false, true) => value.StartsWith(glob[..^1], StringComparison.Ordinal),
        _ => value == glob,
    };

    private static ApiMapping? Mapping(WholeDomain whole, string[] segments) => whole.Mappings.Values
        .Where(mapping => mapping.ApiMappingKey is "" || (mapping.ApiMappingKey.Split('/') is var key && key.Length <= segments.Length && key.Zip(segments).All(pair => pair.First == RawPath.Decoded(pair.Second))))
        .MaxBy(mapping => mapping.ApiMappingKey is "" ? 0 : mapping.ApiMappingKey.Split('/').Length);

    private static string Shown(ApiMapping mapping) => mapping.ApiMappingKey is "" ? "(none)" : mapping.ApiMappingKey;

    private static string[] Trimmed(string[] segments) => segments is [.. var path, ""] ? path : segments;
}
