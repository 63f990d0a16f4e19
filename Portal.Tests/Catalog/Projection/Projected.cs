using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents;
using Portal.Server.Gateway;
using Portal.Shared.Catalog;
using Portal.Tests.Catalog.Documents;

namespace Portal.Tests.Catalog.Projection;

/// <summary>Projects texts; a test says only what it is about.</summary>
internal static class Projected
{
    public static readonly ProjectionSettings Settings = new() { ApiId = "shop", AwsName = "shop-1", EndpointType = "REGIONAL" };

    public static Portal.Server.Catalog.Documents.Projection Of(string text, string endpointType = "REGIONAL") => GatewayDocument.Project(Samples.Read(text), Settings with { EndpointType = endpointType });

    /// <summary>The spec of a document of which no error is found.</summary>
    public static RestApiSpec Spec(string text)
    {
        var projection = Of(text);

        Assert.Empty(projection.Findings.Where(finding => finding.Level is FindingLevel.Error).Select(finding => $"{finding.Rule} {finding.Pointer}: {finding.Message} {string.Join(", ", finding.Operations)}"));
        Assert.True(projection.MayBeDeployed);

        return (RestApiSpec)projection.Spec!;
    }

    /// <summary>The document as JSON, changed.</summary>
    public static string Changed(string text, params ReadOnlySpan<Action<JsonObject>> changes)
    {
        var root = (JsonObject)Samples.Read(text).Root.DeepClone();

        foreach (var change in changes)
        {
            change(root);
        }

        return root.ToJsonString();
    }

    public static void DefaultToMock(JsonObject root) => root[DefaultIntegration.Member] = new DefaultIntegration.Mock(200, "application/json", "{}").ToJson();

    /// <summary>Settles all security schemes that API Gateway does not know.</summary>
    public static Action<JsonObject> Schemes(string atGateway) => root =>
    {
        foreach (var (_, scheme) in (root["components"]?["securitySchemes"] ?? root["securityDefinitions"]) as JsonObject ?? [])
        {
            scheme![ProjectionSchemes.AtGateway] = atGateway;
        }
    };

    public static Action<JsonObject> WithoutOperations(IEnumerable<string> operations) => root =>
    {
        foreach (var route in operations.Select(name => RouteName.Parse(name)!.Value))
        {
            root["paths"]![route.Path]![route.Member]![ProjectionPaths.LeaveOut] = true;
        }
    };
}
