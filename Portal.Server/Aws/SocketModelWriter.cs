using System.Text.Json.Nodes;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>
/// Writes the models of a WebSocket API, those that others name first. AWS names a model within a model by a URL with the API's id; that it does so here as it does for REST APIs is not recorded.
/// </summary>
internal sealed class SocketModelWriter(AwsClients aws, string apiId)
{
    /// <summary>Before the routes that name them.</summary>
    public async Task MakeAsync(LiveWebSocketApi live, WebSocketApiSpec after, CancellationToken cancellationToken)
    {
        foreach (var (name, wanted) in InOrder(after.Models))
        {
            if (live.Models.FirstOrDefault(model => model.Name == name) is not { } there)
            {
                await Calls.AskAsync(aws.WritingV2.CreateModelAsync, new CreateModelRequest { ApiId = apiId, Name = name, ContentType = wanted.ContentType, Description = wanted.Description, Schema = Schema(wanted) }, cancellationToken);
            }
            else if (live.Spec.Models?.GetValueOrDefault(name) != wanted)
            {
                await Calls.AskAsync(aws.WritingV2.UpdateModelAsync, new UpdateModelRequest { ApiId = apiId, ModelId = there.ModelId, ContentType = wanted.ContentType, Description = wanted.Description ?? "", Schema = Schema(wanted) }, cancellationToken);
            }
        }
    }

    /// <summary>After the routes that named them, and those that name others first.</summary>
    public async Task DropAsync(LiveWebSocketApi live, WebSocketApiSpec after, CancellationToken cancellationToken)
    {
        foreach (var (name, _) in InOrder(live.Spec.Models).Where(model => after.Models?.ContainsKey(model.Key) is not true).Reverse())
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteModelAsync, new DeleteModelRequest { ApiId = apiId, ModelId = live.Models.First(model => model.Name == name).ModelId }, cancellationToken);
        }
    }

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

            foreach (var other in ModelReferences.In(JsonNode.Parse(model.Schema)).ToList())
            {
                Visit(ModelReferences.NameOf(other));
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
