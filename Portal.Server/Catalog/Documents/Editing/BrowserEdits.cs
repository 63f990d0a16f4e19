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
                        Write(Draft.Child(answer, "responseParameters"), Mapped, edit.Cors.HasSeveral ? null : edit.Cors.AllowOrigins[0], edit.Cors.AllowCredentials);
                        Declare(draft, operation, answer, edit.Cors);
                    }
                    else
                    {
                        Take(answer, "responseParameters", Mapped);
                        TakeDeclared(operation, answer);
                    }

                    DropEmpty(answer, "responseParameters");
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
            Write(Draft.Child(Draft.Child(Draft.Child(draft.Root, GatewayResponses.Member), type), "responseParameters"), GatewayResponses.Header, edit.Cors.HasSeveral ? "*" : edit.Cors.AllowOrigins[0], edit.Cors.AllowCredentials);
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
                    Take(answer, "responseParameters", Mapped);
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
            if (Take(responses.Member(type)!, "responseParameters", GatewayResponses.Header) && responses.Member(type) is { Count: 0 })
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

    /// <param name="parameters">The headers.</param>
    /// <param name="prefix">Of their names.</param>
    /// <param name="origin">Null where a template names it.</param>
    /// <param name="credentials">Whether browsers may send cookies and passwords.</param>
    private static void Write(JsonObject parameters, string prefix, string? origin, bool credentials)
    {
        if (origin is null)
        {
            Remove(parameters, prefix + Browsers.Origin);
        }
        else
        {
            Put(parameters, prefix + Browsers.Origin, $"'{origin}'");
        }

        if (credentials)
        {
            Put(parameters, prefix + Browsers.Credentials, "'true'");
        }
        else
        {
            Remove(parameters, prefix + Browsers.Credentials);
        }
    }

    /// <summary>Under the name that stands there already, whose case may be another.</summary>
    private static void Put(JsonObject parameters, string name, string value)
    {
        var known = Names(parameters, name).FirstOrDefault() ?? name;

        if (parameters.Text(known) != value)
        {
            parameters[known] = value;
        }
    }

    private static void Remove(JsonObject parameters, string name)
    {
        foreach (var known in Names(parameters, name).ToList())
        {
            parameters.Remove(known);
        }
    }

    private static IEnumerable<string> Names(JsonObject owner, string name) => owner.Select(member => member.Key).Where(key => key.Equals(name, StringComparison.OrdinalIgnoreCase));

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
            if (!Names(headers, name).Any())
            {
                headers[name] = draft.Version.IsSwagger ? new JsonObject { ["type"] = "string" } : new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
            }
        }

        if (!cors.AllowCredentials)
        {
            Remove(headers, Browsers.Credentials);
        }
    }

    private static void TakeDeclared(JsonObject operation, JsonObject answer)
    {
        if (DeclaredAnswer(operation, answer) is { } declared)
        {
            Take(declared, "headers", "");
        }
    }

    /// <summary>False where there was nothing to take.</summary>
    private static bool Take(JsonObject owner, string name, string prefix)
    {
        if (owner.Member(name) is not { } members || !Names(members, prefix + Browsers.Origin).Concat(Names(members, prefix + Browsers.Credentials)).Any())
        {
            return false;
        }

        Remove(members, prefix + Browsers.Origin);
        Remove(members, prefix + Browsers.Credentials);
        DropEmpty(owner, name);

        return true;
    }

    private static void DropEmpty(JsonObject owner, string name)
    {
        if (owner.Member(name) is { Count: 0 })
        {
            owner.Remove(name);
        }
    }

    private static JsonObject? DeclaredAnswer(JsonObject operation, JsonObject answer) =>
        answer.Node("statusCode")?.ToString() is { } status && operation.Member("responses").Member(status) is { } declared && !declared.ContainsKey("$ref") ? declared : null;
}
