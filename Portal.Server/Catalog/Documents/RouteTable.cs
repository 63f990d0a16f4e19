using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What the route editor shows of a document: everything that it can change can be read back from here.</summary>
internal sealed record RouteTable
{
    public required string Title { get; init; }

    /// <summary>The API's own version, info.version.</summary>
    public required string Version { get; init; }

    public required DefaultIntegration? DefaultIntegration { get; init; }

    public required Guard DefaultGuard { get; init; }

    public required IReadOnlyList<string> Authorizers { get; init; }

    /// <summary>In the order of the document.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    public static RouteTable Of(SourceDocument document)
    {
        var info = document.Root.Member("info");
        var guards = new Guards(document.Root, document.Version);

        return new RouteTable
        {
            Title = info.Text("title") ?? "",
            Version = info.Text("version") ?? "",
            DefaultIntegration = DefaultIntegration.Of(document.Root),
            DefaultGuard = guards.OfDocument(),
            Authorizers = [.. guards.All(SchemeKind.Authorizer)],
            Routes = [.. Operation.AllOf(document.Root).Select(operation => RouteOf(document, operation, guards))],
        };
    }

    private static Route RouteOf(SourceDocument document, Operation operation, Guards guards)
    {
        var security = Security.Of(operation.Json, document.Root);
        var json = operation.Json;

        return new Route
        {
            Name = operation.Name,
            OperationId = json.Text("operationId"),
            Summary = json.Text("summary"),
            Tags = [.. json.Items("tags").Select(tag => tag.AsText).OfType<string>()],
            Deprecated = json.Flag("deprecated"),
            Parameters = ParametersOf(document.Root, operation),
            ApiKeyRequired = security.Any(guards.IsKey),
            SecurityNames = [.. security.Distinct()],
            Guard = guards.Of(json),
            FollowsDefault = Guards.FollowsDefault(json),
            Integration = IntegrationJson.Read(json),
            Options = IntegrationOptions.Of(json.Member(IntegrationJson.Member)),
            IsLeftOut = json.Flag(Route.LeaveOutMember),
            IsPreflight = operation.Name.Method is "OPTIONS" && CorsPreflight.Read(json) is not null,
            Cors = operation.Item.Member("options") is { } options ? CorsPreflight.Read(options) : null,
            Pointer = operation.Pointer,
            Line = document.LineOf(operation.Pointer),
        };
    }

    /// <summary>An operation's own parameters, then those of its path that it does not declare anew.</summary>
    private static List<RouteParameter> ParametersOf(JsonObject root, Operation operation)
    {
        var own = RouteParameter.AllOf(operation.Json, root).ToList();
        var ofPath = RouteParameter.AllOf(operation.Item, root).Where(shared => !own.Exists(parameter => parameter.IsSameAs(shared)));

        return [.. own, .. ofPath.Select(parameter => parameter with { IsOfPath = true })];
    }
}
