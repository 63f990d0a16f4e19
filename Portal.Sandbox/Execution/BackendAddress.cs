using System.Runtime.CompilerServices;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution;

/// <summary>The URL that a call goes to: stage variables and path mappings written into the integration's URI, query strings added.</summary>
internal static class BackendAddress
{
    private const string PathPrefix = "integration.request.path.";
    private const string QueryPrefix = "integration.request.querystring.";

    private static readonly ConditionalWeakTable<Integration, Fixed> Known = [];

    /// <summary>Null if what comes out is no HTTP URL.</summary>
    public static Uri? Of(Exchange exchange, Integration integration)
    {
        if (exchange.Overrides is null && (integration.Type is not "HTTP_PROXY" || !exchange.Http.Request.QueryString.HasValue))
        {
            var known = Known.TryGetValue(integration, out var found) ? found : Known.GetValue(integration, static key => Fixed.Of(key));
            if (known.Address is { } always)
            {
                return always;
            }
        }

        return Written(exchange, integration);
    }

    private static Uri? Written(Exchange exchange, Integration integration)
    {
        var uri = StageVariables.Into(integration.Uri, exchange.StageVariable);
        foreach (var (name, value) in exchange.OverridesOf("requestOverride.path"))
        {
            uri = uri.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        var mappings = integration.RequestParameters ?? Map<string>.Empty;
        foreach (var (name, source) in mappings.Where(mapping => mapping.Key.StartsWith(PathPrefix, StringComparison.Ordinal)))
        {
            uri = uri.Replace($"{{{name[PathPrefix.Length..]}}}", PathValue(exchange, source), StringComparison.Ordinal);
        }

        if (!Uri.TryCreate(uri, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        List<string> query = [];
        if (integration.Type is "HTTP_PROXY" && exchange.Http.Request.QueryString.Value is { Length: > 1 } sent)
        {
            query.Add(sent[1..]);
        }

        query.AddRange(
            from mapping in mappings
            where mapping.Key.StartsWith(QueryPrefix, StringComparison.Ordinal)
            let name = mapping.Key[QueryPrefix.Length..]
            where exchange.Overrides?.ContainsKey($"requestOverride.querystring.{name}") is not true
            // A proxy passes the caller's own value on already.
            where integration.Type is not "HTTP_PROXY" || !exchange.Http.Request.Query.ContainsKey(name)
            let value = Mapping.Value(exchange, mapping.Value)
            where value is not null
            select $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        query.AddRange(exchange.OverridesOf("requestOverride.querystring").Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
        if (query is [])
        {
            return address;
        }

        var all = address.Query is { Length: > 1 } own ? $"{own[1..]}&{string.Join('&', query)}" : string.Join('&', query);
        return new UriBuilder(address) { Query = all }.Uri;
    }

    /// <summary>A path parameter goes on as it was sent, slashes of a greedy one included; any other value is escaped.</summary>
    private static string PathValue(Exchange exchange, string source) =>
        source.StartsWith("method.request.path.", StringComparison.Ordinal) && exchange.PathParameters.TryGetValue(source["method.request.path.".Length..], out var sent)
            ? sent
            : Uri.EscapeDataString(Mapping.Value(exchange, source) ?? "");

    /// <summary>The address of an integration into which nothing of a call is written; null for any other.</summary>
    private sealed record Fixed(Uri? Address)
    {
        public static Fixed Of(Integration integration) => new(
            integration.Uri is { } uri
            && !uri.Contains('{', StringComparison.Ordinal)
            && integration.RequestParameters?.Keys.Any(name => name.StartsWith(QueryPrefix, StringComparison.Ordinal)) is not true
            && Uri.TryCreate(uri, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
                ? address
                : null);
    }
}
