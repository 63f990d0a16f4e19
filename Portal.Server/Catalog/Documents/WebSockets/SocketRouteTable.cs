using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.WebSockets;

/// <summary>What the editor shows of a document of a WebSocket API: everything that it can change can be read back from here.</summary>
internal static class SocketRouteTable
{
    public static SocketRoutesView Of(SourceDocument document, int revision)
    {
        var guards = new Guards(document.Root, document.Version);
        var operations = Operation.AllOf(document.Root).ToLookup(IsRoute);

        return new SocketRoutesView
        {
            Revision = revision,
            Selection = document.Root.Text(WebSocketDocument.Selection),
            Authorizers = [.. guards.All(SchemeKind.Authorizer)],
            ApiKeySource = ApiKeySources.Of(document.Root),
            Models = [.. Models.Of(document.Root, document.Version).Members.Select(model => model.Key)],
            Routes = [.. operations[true].Select(operation => RouteOf(document, operation, guards))],
            Others = [.. operations[false].Select(operation => operation.Name.ToString())],
        };
    }

    private static bool IsRoute(Operation operation) => operation.Name is { Method: "ANY", Path: ['/', _, ..] path } && !path.AsSpan(1).ContainsAny("/ {}");

    private static SocketRouteView RouteOf(SourceDocument document, Operation operation, Guards guards)
    {
        var integration = operation.Json.Member(IntegrationJson.Member);
        var known = SocketIntegrationJson.Read(integration);

        return new SocketRouteView
        {
            Key = operation.Name.Path[1..],
            OperationId = operation.Json.Text("operationId"),
            Guard = operation.Name.Path is "/" + SocketSecurity.Connect ? guards.Of(operation.Json) : new Guard.Open(),
            ApiKeyRequired = Security.Of(operation.Json, document.Root).Any(guards.IsKey) && operation.Name.Path is "/" + SocketSecurity.Connect,
            Parameters = [.. RouteParameter.AllOf(operation.Json, document.Root).Where(parameter => parameter.In is "header" or "query").Select(parameter => new ParameterView { Name = parameter.Name, In = parameter.In, Required = parameter.Required, Type = parameter.Type })],
            Messages = SocketSide.Request.Read(document.Root, document.Version, operation.Json),
            Answers = operation.Json.Flag(WebSocketDocument.Answers),
            Replies = SocketSide.Answer.Read(document.Root, document.Version, operation.Json),
            Integration = known,
            OtherIntegration = integration is not null && known is null ? integration.Text("type") ?? "" : null,
            IsLeftOut = operation.Json.Flag(Route.LeaveOutMember),
            Line = document.LineOf(operation.Pointer),
        };
    }
}
