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
                foreach (var (_, answer) in Browsers.AnswersOf(operation))
                {
                    Write(Draft.Child(answer, "responseParameters"), Mapped, edit.Cors);
                    Declare(draft, operation, answer, edit.Cors);
                }
            }
        }

        if (edit.OnErrors)
        {
            foreach (var type in Browsers.ErrorsOf(draft.Root))
            {
                Write(Draft.Child(Draft.Child(Draft.Child(draft.Root, GatewayResponses.Member), type), "responseParameters"), GatewayResponses.Header, edit.Cors);
            }
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
                    Take(answer, "responseParameters", Mapped);
                    TakeDeclared(operation, answer);
                }
            }
        }

        if (!edit.OnErrors || draft.Root.Member(GatewayResponses.Member) is not { } responses)
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

    private static void Write(JsonObject parameters, string prefix, CorsPreflight cors)
    {
        Put(parameters, prefix + Browsers.Origin, $"'{cors.AllowOrigin}'");

        if (cors.AllowCredentials)
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
        if (owner.Member(name) is not { } members || !Names(members, prefix + Browsers.Origin).Any())
        {
            return false;
        }

        Remove(members, prefix + Browsers.Origin);
        Remove(members, prefix + Browsers.Credentials);

        if (members.Count is 0)
        {
            owner.Remove(name);
        }

        return true;
    }

    private static JsonObject? DeclaredAnswer(JsonObject operation, JsonObject answer) =>
        answer.Node("statusCode")?.ToString() is { } status && operation.Member("responses").Member(status) is { } declared && !declared.ContainsKey("$ref") ? declared : null;
}
