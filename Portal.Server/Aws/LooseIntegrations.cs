using System.Globalization;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Integrations of an HTTP or WebSocket API that no route names: somebody made them by hand, and the next write of the API deletes them.</summary>
internal static class LooseIntegrations
{
    private const int Most = 10;

    /// <summary>As in "HTTP_PROXY GET https://backend.example.com (For later)".</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Integration> loose) =>
    [
        .. loose.Select(integration => string.Join(' ', new[]
        {
            integration.IntegrationType?.Value, integration.IntegrationSubtype, integration.IntegrationMethod, integration.IntegrationUri,
            string.IsNullOrEmpty(integration.Description) ? null : $"({integration.Description})",
        }.Where(word => !string.IsNullOrEmpty(word)))).Order(StringComparer.Ordinal),
    ];

    public static string Said(IReadOnlyList<string> loose) => $"{string.Join("; ", loose.Take(Most))}{(loose.Count > Most ? "; ..." : "")}";

    public static IEnumerable<BesideFact> Beside(DefinitionSpec api) => api.Loose is []
        ? []
        :
        [
            new BesideFact(api.Address, BesideFact.Loose, api.Loose.Count.ToString(CultureInfo.InvariantCulture))
            {
                Says = $"{(api.Loose.Count is 1 ? "One integration that no route names" : $"{api.Loose.Count:N0} integrations that no route names")}: {Said(api.Loose)}. The next change of the API by the portal deletes {(api.Loose.Count is 1 ? "it" : "them")}: name {(api.Loose.Count is 1 ? "it" : "them")} in a route, or ignore it.",
            },
        ];
}
