using System.Diagnostics;
using System.Globalization;
using Portal.Shared.Catalog;

namespace Portal.Client.Catalog.Admin;

/// <summary>Routes in few words, for a table.</summary>
internal static class RouteWords
{
    /// <summary>As findings name it: "GET /pets".</summary>
    public static string Name(this RouteView route) => $"{route.Method} {route.Path}";

    public static string Words(this IntegrationView integration) => integration switch
    {
        IntegrationView.Default => "Default",
        IntegrationView.Mock mock => string.Create(CultureInfo.InvariantCulture, $"Mock {mock.Status}"),
        IntegrationView.Http http => $"HTTP {http.Method} {http.Url}",
        IntegrationView.HttpProxy proxy => $"HTTP proxy {proxy.Method} {proxy.Url}",
        IntegrationView.Lambda lambda => $"Lambda {lambda.FunctionArn}",
        IntegrationView.Other other => $"{other.Kind} {other.Method} {other.Uri}",
        _ => throw new UnreachableException(),
    };

    public static string Words(this DefaultIntegrationView? integration) => integration switch
    {
        null => "none",
        DefaultIntegrationView.Mock mock => string.Create(CultureInfo.InvariantCulture, $"Mock {mock.Status}"),
        DefaultIntegrationView.HttpProxy proxy => $"HTTP proxy to {proxy.BaseUrl}",
        DefaultIntegrationView.Lambda lambda => $"Lambda {lambda.FunctionArn}",
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether somebody who typed this looks for the route.</summary>
    public static bool Fits(this RouteView route, string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            Has(route.Path, word) || Has(route.Method, word) || Has(route.OperationId, word) || Has(route.Summary, word) || route.Tags.Any(tag => Has(tag, word)));

    private static bool Has(string? text, string word) => text is not null && text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
