using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Which models the bodies of a route have in OpenAPI 2.0, which has one for all content types of a request, and of all answers the same content types.</summary>
internal static class SwaggerBodyEdits
{
    public static void SetRequest(Draft draft, JsonObject operation, IReadOnlyList<BodyModel> bodies)
    {
        if (SwaggerBodies.OfRequest(draft.Root, draft.Version, operation).SequenceEqual(bodies))
        {
            return;
        }

        var parameters = operation["parameters"] as JsonArray ?? [];
        var known = parameters.FirstOrDefault(parameter => SwaggerBodies.IsBody(References.Follow(draft.Root, parameter)));

        if (bodies is [])
        {
            Remove(operation, parameters, known!);
            return;
        }

        if (parameters.Any(parameter => References.Follow(draft.Root, parameter).Text("in") is "formData"))
        {
            throw new EditRefusedException("The request is a form; in OpenAPI 2.0 it cannot have a body besides. Edit the document's text.");
        }

        BodyEdits.Own(known as JsonObject, "The request's body");

        if (known is not JsonObject body)
        {
            body = new JsonObject { ["name"] = "body", ["in"] = "body" };
            parameters.Add(body);

            if (parameters.Parent is null)
            {
                operation["parameters"] = parameters;
            }
        }

        SetSchema(draft, body, bodies.Select(wanted => wanted.Model), "The request's body");
        SetTypes(draft, operation, SwaggerBodies.Consumes, [.. bodies.Select(wanted => wanted.ContentType)]);
    }

    public static void SetAnswers(Draft draft, JsonObject operation, IReadOnlyList<AnswerModel> bodies)
    {
        if (SwaggerBodies.OfAnswers(draft.Root, draft.Version, operation).SequenceEqual(bodies))
        {
            return;
        }

        var wanted = bodies.GroupBy(body => body.Status).ToDictionary(group => group.Key, group => group.ToList());

        if (wanted.Values.Select(answer => string.Join('\n', answer.Select(body => body.ContentType))).Distinct().Count() > 1)
        {
            throw new EditRefusedException("In OpenAPI 2.0 all answers of a route have the same content types: give each of them the same ones.");
        }

        var responses = Draft.Child(operation, "responses");

        foreach (var status in responses.Select(response => response.Key).Concat(wanted.Keys).Distinct().ToList())
        {
            SetAnswer(draft, responses, status, wanted.GetValueOrDefault(status) ?? []);
        }

        if (wanted.Values.FirstOrDefault() is { } any)
        {
            SetTypes(draft, operation, SwaggerBodies.Produces, [.. any.Select(body => body.ContentType)]);
        }
    }

    private static void SetAnswer(Draft draft, JsonObject responses, string status, List<AnswerModel> wanted)
    {
        var known = responses.Member(status);
        var schema = References.Follow(draft.Root, known).Node("schema");

        if (wanted is [] ? schema is null : schema is not null && wanted.TrueForAll(body => body.Model == Models.NameOf(draft.Version, schema)))
        {
            return;
        }

        BodyEdits.Own(known, $"The answer {status}");

        if (wanted is [])
        {
            known!.Remove("schema");
            return;
        }

        if (known is null)
        {
            responses[status] = known = new JsonObject { ["description"] = StatusWords.Of(status) };
        }

        SetSchema(draft, known, wanted.Select(body => body.Model), $"The answer {status}");
    }

    private static void Remove(JsonObject operation, JsonArray parameters, JsonNode known)
    {
        parameters.Remove(known);

        if (parameters.Count is 0)
        {
            operation.Remove("parameters");
        }
    }

    private static void SetSchema(Draft draft, JsonObject owner, IEnumerable<string?> models, string what)
    {
        if (models.Distinct().ToList() is not [var model])
        {
            throw new EditRefusedException($"{what} has one model in OpenAPI 2.0, whatever its content type.");
        }

        if (model is null)
        {
            // Whatever it was, it is still there; a new one says nothing of what is in it.
            owner.TryAdd("schema", new JsonObject());
            return;
        }

        BodyEdits.Demand(draft, model);

        if (Models.NameOf(draft.Version, owner.Node("schema")) != model)
        {
            owner["schema"] = new JsonObject { ["$ref"] = Models.Reference(draft.Version, model) };
        }
    }

    private static void SetTypes(Draft draft, JsonObject operation, string member, IReadOnlyList<string> types)
    {
        if (!SwaggerBodies.Types(draft.Root, operation, member).SequenceEqual(types))
        {
            operation[member] = new JsonArray([.. types.Select(type => (JsonNode)type)]);
        }
    }
}
