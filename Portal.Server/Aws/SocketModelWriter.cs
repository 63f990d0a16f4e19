using System.Text.Json.Nodes;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>
/// Writes the models of a WebSocket API, those that others name first, because AWS refuses one that names another which is not there. AWS names a model within a model by a URL with the API's id;
/// that it does so here as it does for REST APIs is not recorded.
/// </summary>
internal sealed class SocketModelWriter(AwsClients aws, string apiId)
{
    /// <summary>Of models that name each other in a circle, or themselves, one is made without content first. Until it has its own it says so, and counts for none.</summary>
    private const string Unfinished = "portal.unfinished";

    private const string Nothing = """{"type":"object"}""";

    public static bool IsUnfinished(Model model) => model.Description is Unfinished;

    /// <summary>Before the routes that name them.</summary>
    public async Task MakeAsync(LiveWebSocketApi live, WebSocketApiSpec after, CancellationToken cancellationToken)
    {
        var ids = live.Models.ToDictionary(model => model.Name, model => model.ModelId);

        foreach (var (name, wanted) in InOrder(after.Models))
        {
            foreach (var other in Named(wanted).Where(other => !ids.ContainsKey(other) && after.Models!.ContainsKey(other)))
            {
                ids[other] = await CreateAsync(other, after.Models![other].ContentType, Unfinished, Nothing, cancellationToken);
            }

            if (!ids.TryGetValue(name, out var id))
            {
                ids[name] = await CreateAsync(name, wanted.ContentType, wanted.Description, Schema(wanted), cancellationToken);
            }
            else if (live.Spec.Models?.GetValueOrDefault(name) != wanted)
            {
                await Calls.AskAsync(aws.WritingV2.UpdateModelAsync, new UpdateModelRequest { ApiId = apiId, ModelId = id, ContentType = wanted.ContentType, Description = wanted.Description ?? "", Schema = Schema(wanted) }, cancellationToken);
            }
        }
    }

    /// <summary>After the routes that named them, and those that name others first.</summary>
    public async Task DropAsync(LiveWebSocketApi live, WebSocketApiSpec after, CancellationToken cancellationToken)
    {
        var names = InOrder(live.Spec.Models).Select(model => model.Key).Reverse().Concat(live.Models.Where(IsUnfinished).Select(model => model.Name));

        foreach (var name in names.Where(name => after.Models?.ContainsKey(name) is not true))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteModelAsync, new DeleteModelRequest { ApiId = apiId, ModelId = live.Models.First(model => model.Name == name).ModelId }, cancellationToken);
        }
    }

    private async Task<string> CreateAsync(string name, string contentType, string? description, string schema, CancellationToken cancellationToken) =>
        (await Calls.AskAsync(aws.WritingV2.CreateModelAsync, new CreateModelRequest { ApiId = apiId, Name = name, ContentType = contentType, Description = description, Schema = schema }, cancellationToken)).ModelId;

    private static List<string> Named(ModelSpec model) => [.. ModelReferences.In(JsonNode.Parse(model.Schema)).Select(ModelReferences.NameOf).Distinct()];

    /// <summary>Of those that name each other in a circle, the first by name comes first.</summary>
    private static List<KeyValuePair<string, ModelSpec>> InOrder(SortedMap<ModelSpec>? models)
    {
        var (ordered, seen) = (new List<KeyValuePair<string, ModelSpec>>(), new HashSet<string>());

        foreach (var (name, _) in models ?? SortedMap<ModelSpec>.Empty)
        {
            Visit(name);
        }

        return ordered;

        void Visit(string name)
        {
            if (!models!.TryGetValue(name, out var model) || !seen.Add(name))
            {
                return;
            }

            foreach (var other in Named(model))
            {
                Visit(other);
            }

            ordered.Add(KeyValuePair.Create(name, model));
        }
    }

    private string Schema(ModelSpec model)
    {
        var schema = JsonNode.Parse(model.Schema)!;

        // What is no JSON is kept in quotes.
        if (schema is JsonValue text)
        {
            return text.ToString();
        }

        foreach (var reference in ModelReferences.In(schema).ToList())
        {
            reference.ReplaceWith(ModelReferences.Url(apiId, ModelReferences.NameOf(reference)));
        }

        return schema.ToJsonString();
    }
}
