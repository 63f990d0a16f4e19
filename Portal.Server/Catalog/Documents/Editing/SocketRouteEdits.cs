using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.WebSockets;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Routes of a WebSocket API: named by messages, one operation each.</summary>
internal static class SocketRouteEdits
{
    public static void Add(Draft draft, DocumentEdit.AddSocketRoute edit)
    {
        var route = edit.Route;
        CheckFree(draft, route.Key);

        var operation = new JsonObject();
        Draft.Child(draft.Paths, "/" + route.Key)[DocumentShape.AnyMethod] = operation;
        operation.SetText("operationId", route.OperationId);
        operation["responses"] = new JsonObject { ["default"] = new JsonObject { ["description"] = $"What {route.Key} answers." } };
        Write(draft, operation, route);
    }

    public static void Change(Draft draft, DocumentEdit.ChangeSocketRoute edit)
    {
        var operation = draft.Operation(Name(edit.Key));

        if (edit.OperationId is { } operationId)
        {
            operation.SetText("operationId", operationId);
        }

        Write(draft, operation, edit);

        if (edit.NewKey is { } key && key != edit.Key)
        {
            CheckFree(draft, key);

            if (edit.Key is SocketSecurity.Connect && (operation.ContainsKey("security") || operation.ContainsKey(ProjectionSecurity.Auth)))
            {
                throw new EditRefusedException("Only $connect can be guarded: open it first, then give it another name.");
            }

            draft.Rename(draft.Paths, "/" + edit.Key, "/" + key);
        }
    }

    public static void SetSelection(Draft draft, string expression) => draft.Root.SetText(WebSocketDocument.Selection, expression);

    private static void Write(Draft draft, JsonObject operation, DocumentEdit.ChangeSocketRoute edit)
    {
        if (edit.Parameters is { } parameters && !(parameters is [] && !operation.ContainsKey("parameters")))
        {
            ParameterEdits.Write(draft, Name(edit.Key), parameters);
        }

        if (edit.ApiKeyRequired is { } required && edit.Key is SocketSecurity.Connect)
        {
            ApiKeyEdits.Write(draft, operation, required);
        }

        if (edit.Messages is { } messages)
        {
            SocketModelEdits.Write(draft, operation, SocketSide.Request, messages);
        }

        if (edit.Answers is { } answers)
        {
            SetAnswers(operation, answers);
        }

        if (edit.Replies is { } replies)
        {
            SocketModelEdits.Write(draft, operation, SocketSide.Answer, replies);
        }

        if (edit.Integration is { } integration)
        {
            SocketIntegrationEdits.Write(operation, integration);
        }
    }

    private static RouteName Name(string key) => new("ANY", "/" + key);

    private static void CheckFree(Draft draft, string key)
    {
        if (draft.Paths.ContainsKey("/" + key))
        {
            throw new EditRefusedException($"There is a route {key} already.");
        }
    }

    private static void SetAnswers(JsonObject operation, bool answers)
    {
        if (!answers)
        {
            operation.Remove(WebSocketDocument.Answers);
        }
        else if (!operation.Flag(WebSocketDocument.Answers))
        {
            operation[WebSocketDocument.Answers] = true;
        }
    }
}
