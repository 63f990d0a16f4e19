using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>Reads one operation for its callers.</summary>
internal sealed class OperationReader(JsonObject root, OpenApiVersion version, SchemaReader schemas)
{
    private readonly ParameterReader _parameters = new(root, schemas);
    private readonly BodyReader _bodies = version.IsSwagger ? new SwaggerBodyReader(root, schemas) : new BodyReader(root, schemas);

    public OperationView Read(PublishedOperation published, string? baseUrl)
    {
        var operation = published.Operation;
        var parameters = _parameters.AllOf(operation).ToList();
        var view = new OperationView
        {
            Link = OperationGroups.Link(published),
            Description = operation.Json.Text("description") ?? "",
            Needs = published.SocketKey is null or SocketSecurity.Connect ? SecurityWords.Of(operation.Json, root, version) : ["an open connection"],
            Parameters = [.. parameters.Where(parameter => parameter.In is not ("body" or "formData")).Select(parameter => parameter.View)],
            Body = _bodies.RequestOrNull(operation.Json, parameters),
            Responses = [.. operation.Json.Member("responses").Members.Where(response => !response.Key.StartsWith("x-", StringComparison.Ordinal)).Select(response => _bodies.Response(operation.Json, response.Key, response.Value))],
            Samples = [],
        };

        return view with
        {
            Samples = published.SocketKey is { } key
                ? SocketSamples.Of(key, root.Text(WebSocketDocument.Selection) ?? RouteMessage.DefaultSelection, SampleCall.Of(view with { Link = view.Link with { Path = "" } }, published.KeyRequired, _parameters.ExampleOf(parameters), baseUrl ?? "wss://address-of-the-api"))
                : CodeSamples.Of(SampleCall.Of(view, published.KeyRequired, _parameters.ExampleOf(parameters), baseUrl)),
        };
    }
}
