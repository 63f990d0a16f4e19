using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>
/// What browsers need to call an API from another site: an answer to their preflight, and a header on each answer, errors too.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
/// </summary>
internal static class BrowserEdits
{
    private const string Mapped = "method.response.header.";

    public static void Allow(Draft draft, DocumentEdit.AllowBrowsers edit)
    {
        foreach (var path in edit.Paths)
        {
            Known(draft, path);
            Preflights.Write(draft, path, edit.Cors);

            foreach (var operation in OperationsOf(draft, path))
            {
                var names = !edit.Cors.HasSeveral || Browsers.NamesSeveral(operation);

                foreach (var (_, answer) in Browsers.AnswersOf(operation))
                {
                    OriginTemplates.Write(answer, names && edit.Cors.HasSeveral ? edit.Cors.AllowOrigins : [], Browsers.IsMock(operation.Member(IntegrationJson.Member)!));

                    if (names)
                    {
                        OriginHeaders.Write(Draft.Child(answer, "responseParameters"), Mapped, edit.Cors.HasSeveral ? null : edit.Cors.AllowOrigins[0], edit.Cors.AllowCredentials);
                        Declare(draft, operation, answer, edit.Cors);
                    }
                    else
                    {
                        OriginHeaders.Take(answer, "responseParameters", Mapped);
                        TakeDeclared(operation, answer);
                    }

                    OriginHeaders.DropEmpty(answer, "responseParameters");
                }
            }
        }

        if (!edit.OnErrors)
        {
            return;
        }

        // They take no template that could choose: of several origins they name all, or with credentials none.
        if (edit.Cors is { HasSeveral: true, AllowCredentials: true })
        {
            ForbidErrors(draft);
            return;
        }

        foreach (var type in Browsers.ErrorsOf(draft.Root))
        {
            OriginHeaders.Write(Draft.Child(Draft.Child(Draft.Child(draft.Root, GatewayResponses.Member), type), "responseParameters"), GatewayResponses.Header, edit.Cors.HasSeveral ? "*" : edit.Cors.AllowOrigins[0], edit.Cors.AllowCredentials);
        }
    }

    public static void Forbid(Draft draft, DocumentEdit.ForbidBrowsers edit)
    {
        foreach (var path in edit.Paths)
        {
            Known(draft, path);
            Preflights.Set(draft, path, null);

            foreach (var operation in OperationsOf(draft, path))
            {
                foreach (var (_, answer) in Browsers.AnswersOf(operation))
                {
                    OriginTemplates.Write(answer, [], isMock: false);
                    OriginHeaders.Take(answer, "responseParameters", Mapped);
                    TakeDeclared(operation, answer);
                }
            }
        }

        if (edit.OnErrors)
        {
            ForbidErrors(draft);
        }
    }

    private static void ForbidErrors(Draft draft)
    {
        if (draft.Root.Member(GatewayResponses.Member) is not { } responses)
        {
            return;
        }

        foreach (var type in Browsers.ErrorsOf(draft.Root).Where(type => responses.Member(type) is not null))
        {
            if (OriginHeaders.Take(responses.Member(type)!, "responseParameters", GatewayResponses.Header) && responses.Member(type) is { Count: 0 })
            {
                responses.Remove(type);
            }
        }

        if (responses.Count is 0)
        {
            draft.Root.Remove(GatewayResponses.Member);
        }
    }

    private static void Known(Draft draft, string path)
    {
        if (Preflights.MethodsOf(draft, path) is [])
        {
            throw new EditRefusedException($"There is no route that is written at {path}.");
        }
    }

    private static IEnumerable<JsonObject> OperationsOf(Draft draft, string path) => Preflights.MethodsOf(draft, path)
        .Where(method => method is not "OPTIONS")
        .Select(method => draft.Operation(new RouteName(method, path)));

    /// <summary>API Gateway refuses a header that the method's answer does not declare. One that is written elsewhere is declared when it is sent.</summary>
    private static void Declare(Draft draft, JsonObject operation, JsonObject answer, CorsPreflight cors)
    {
        if (DeclaredAnswer(operation, answer) is not { } declared)
        {
            return;
        }

        var headers = Draft.Child(declared, "headers");

        foreach (var name in cors.AllowCredentials ? new[] { Browsers.Origin, Browsers.Credentials } : [Browsers.Origin])
        {
            if (!OriginHeaders.Names(headers, name).Any())
            {
                headers[name] = draft.Version.IsSwagger ? new JsonObject { ["type"] = "string" } : new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
            }
        }

        if (!cors.AllowCredentials)
        {
            OriginHeaders.Remove(headers, Browsers.Credentials);
        }
    }

    private static void TakeDeclared(JsonObject operation, JsonObject answer)
    {
        if (DeclaredAnswer(operation, answer) is { } declared)
        {
            OriginHeaders.Take(declared, "headers", "");
        }
    }

    private static JsonObject? DeclaredAnswer(JsonObject operation, JsonObject answer) =>
        answer.Node("statusCode")?.ToString() is { } status && operation.Member("responses").Member(status) is { } declared && !declared.ContainsKey("$ref") ? declared : null;
}
