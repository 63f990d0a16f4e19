using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Which models the bodies of a route have. What else is said of a body stays.</summary>
internal static class BodyEdits
{
    public static void Set(Draft draft, DocumentEdit.SetModels edit)
    {
        var operation = draft.Operation(edit.Route);

        if (edit.Request is { } request)
        {
            Action<Draft, JsonObject, IReadOnlyList<BodyModel>> set = draft.Version.IsSwagger ? SwaggerBodyEdits.SetRequest : SetRequest;
            set(draft, operation, request);
        }

        if (edit.Answers is { } answers)
        {
            Action<Draft, JsonObject, IReadOnlyList<AnswerModel>> set = draft.Version.IsSwagger ? SwaggerBodyEdits.SetAnswers : SetAnswers;
            set(draft, operation, answers);
        }
    }

    private static void SetRequest(Draft draft, JsonObject operation, IReadOnlyList<BodyModel> bodies)
    {
        var known = operation.Member("requestBody");

        if (bodies.Count is 0 && known is null)
        {
            return;
        }

        Own(known, "The request's body");
        var body = Draft.Child(operation, "requestBody");
        SetContent(draft, body, bodies);

        // A body without any content is none.
        if (body.Member("content") is null or { Count: 0 })
        {
            operation.Remove("requestBody");
        }
    }

    private static void SetAnswers(Draft draft, JsonObject operation, IReadOnlyList<AnswerModel> bodies)
    {
        var responses = Draft.Child(operation, "responses");

        foreach (var status in responses.Select(response => response.Key).Concat(bodies.Select(body => body.Status)).Distinct().ToList())
        {
            List<BodyModel> wanted = [.. bodies.Where(body => body.Status == status).Select(body => new BodyModel { ContentType = body.ContentType, Model = body.Model })];
            var known = responses.Member(status);

            if (known is null ? wanted.Count is 0 : Matches(draft, known, wanted))
            {
                continue;
            }

            Own(known, $"The answer {status}");

            if (known is null)
            {
                responses[status] = known = new JsonObject { ["description"] = StatusWords.Of(status) };
            }

            SetContent(draft, known, wanted);
        }
    }

    private static void SetContent(Draft draft, JsonObject owner, IReadOnlyList<BodyModel> bodies)
    {
        var content = Draft.Child(owner, "content");

        foreach (var type in content.Select(media => media.Key).Where(type => !bodies.Any(body => body.ContentType == type)).ToList())
        {
            content.Remove(type);
        }

        foreach (var body in bodies)
        {
            if (body.Model is not { } model)
            {
                // Whatever it was, it is still there; a new one without a model says nothing of what is in it.
                content.TryAdd(body.ContentType, new JsonObject());
                continue;
            }

            Demand(draft, model);
            var media = Draft.Child(content, body.ContentType);

            if (Models.NameOf(draft.Version, media.Node("schema")) != model)
            {
                media["schema"] = new JsonObject { ["$ref"] = Models.Reference(draft.Version, model) };
            }
        }

        if (content.Count is 0)
        {
            owner.Remove("content");
        }
    }

    private static bool Matches(Draft draft, JsonObject known, List<BodyModel> wanted) =>
        Bodies.Of(References.Follow(draft.Root, known), draft.Version).SequenceEqual(wanted);

    public static void Demand(Draft draft, string model)
    {
        if (Models.Of(draft.Root, draft.Version)?.ContainsKey(model) is not true)
        {
            throw new EditRefusedException($"There is no model '{model}'.");
        }
    }

    public static void Own(JsonObject? known, string what)
    {
        if (known?.ContainsKey("$ref") is true)
        {
            throw new EditRefusedException($"{what} is written elsewhere in the document; edit the document's text.");
        }
    }
}
