using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Routes of a tree: added, changed, removed.</summary>
internal static class RouteEdits
{
    public static void Add(Draft draft, DocumentEdit.AddRoute edit)
    {
        RoutePath.Check(edit.Route);

        if (Operation.Find(draft.Root, edit.Route) is not null)
        {
            throw new EditRefusedException($"There is a {edit.Route} already.");
        }

        var before = Preflights.MethodsOf(draft, edit.Route.Path);
        var item = Draft.Child(draft.Paths, edit.Route.Path);
        var operation = new JsonObject();
        item[edit.Route.Member] = operation;
        operation.SetText("summary", edit.Summary);
        operation.SetText("operationId", edit.OperationId);
        ParameterEdits.Write(draft, edit.Route, edit.Parameters);
        operation["responses"] = new JsonObject { [StatusOf(edit.Integration)] = new JsonObject { ["description"] = StatusWords.Of(StatusOf(edit.Integration)) } };
        ApiKeyEdits.Write(draft, operation, edit.ApiKeyRequired);

        if (edit.Integration is { } integration)
        {
            IntegrationEdits.Write(draft, edit.Route, integration);
        }

        if (edit.Cors is { } cors)
        {
            Preflights.Write(draft, edit.Route.Path, cors);
        }

        Preflights.Refresh(draft, edit.Route.Path, before);
    }

    public static void Change(Draft draft, DocumentEdit.ChangeRoute edit)
    {
        var operation = draft.Operation(edit.Route);

        if (edit.Summary is { } summary)
        {
            operation.SetText("summary", summary.Value);
        }

        if (edit.OperationId is { } operationId)
        {
            operation.SetText("operationId", operationId.Value);
        }

        if (edit.Parameters is { } parameters)
        {
            ParameterEdits.Write(draft, edit.Route, parameters);
        }

        if (edit.ApiKeyRequired is { } required)
        {
            ApiKeyEdits.Write(draft, operation, required);
        }

        if (edit.Integration is { } integration)
        {
            IntegrationEdits.Set(draft, edit.Route, integration.Value);
        }
        else if (edit.Parameters is not null && IntegrationJson.Read(operation) is RouteIntegration.Http http)
        {
            // It passes on nothing that is not mapped, so what the route declares and what it maps change together.
            IntegrationEdits.Write(draft, edit.Route, http);
        }

        if (edit.Cors is { } cors)
        {
            Preflights.Set(draft, edit.Route.Path, cors.Value);
        }
    }

    public static void Remove(Draft draft, RouteName route)
    {
        draft.Operation(route);
        var before = Preflights.MethodsOf(draft, route.Path);
        var item = draft.Paths.Member(route.Path)!;
        item.Remove(route.Member);
        Preflights.Refresh(draft, route.Path, before);

        if (Preflights.MethodsOf(draft, route.Path) is ["OPTIONS"] && Preflights.IsPreflight(item))
        {
            item.Remove("options");
        }

        if (item.All(member => member.Key is "parameters"))
        {
            draft.Paths.Remove(route.Path);
        }

        SchemeEdits.RemoveOursIfUnused(draft);
    }

    private static string StatusOf(RouteIntegration? integration) => integration is RouteIntegration.Mock mock ? StatusWords.Text(mock.Status) : "200";
}
