using Portal.Server.Gateway;
using static Portal.Server.Sync.Snippets.SnippetValue;

namespace Portal.Server.Sync.Snippets;

/// <summary>What differs between two forms of a WebSocket API, each part as a resource of its own: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_ApiGatewayV2.html.</summary>
internal static class SocketResources
{
    private static readonly SnippetMember Api = new("ApiId", new Id(SnippetReference.Api));

    public static IEnumerable<SnippetResource> Of(WebSocketApiSpec? before, WebSocketApiSpec after) =>
    [
        .. before is null || Head(before) != Head(after) ? [HeadOf(after)] : Array.Empty<SnippetResource>(),
        .. after.Models.Since(before?.Models).Select(model => ModelOf(model.Key, model.Value)),
        .. after.Authorizers.Since(before?.Authorizers).Select(authorizer => AuthorizerOf(authorizer.Key, authorizer.Value)),
        .. after.MessageRoutes.Since(before?.MessageRoutes).SelectMany(route => RouteOf(route.Key, before?.MessageRoutes.GetValueOrDefault(route.Key), route.Value)),
    ];

    /// <summary>What goes, in words.</summary>
    public static IEnumerable<string> Gone(WebSocketApiSpec? before, WebSocketApiSpec after) =>
    [
        .. after.MessageRoutes.GoneSince(before?.MessageRoutes).Select(key => $"the route {key} with its integration"),
        .. after.Authorizers.GoneSince(before?.Authorizers).Select(name => $"the authorizer {name}"),
        .. after.Models.GoneSince(before?.Models).Select(name => $"the model {name}"),
    ];

    private static string Head(WebSocketApiSpec api) =>
        (api with { Models = null, MessageRoutes = SortedMap<MessageRouteSpec>.Empty, Authorizers = SortedMap<SocketAuthorizerSpec>.Empty }).Text;

    private static SnippetResource HeadOf(WebSocketApiSpec api) => new("Api", "",
    [
        new("Name", SnippetValue.Of(api.Name)),
        new("Description", SnippetValue.Of(api.Description)),
        new("Version", SnippetValue.Of(api.Version)),
        new("ProtocolType", SnippetValue.Of("WEBSOCKET")),
        new("RouteSelectionExpression", SnippetValue.Of(api.RouteSelectionExpression)),
        new("ApiKeySelectionExpression", SnippetValue.Of(api.ApiKeySelectionExpression)),
        new("DisableExecuteApiEndpoint", api.DisableExecuteApiEndpoint ? SnippetValue.Of(true) : null),
        new("Tags", SnippetValue.Of(api.Tags.Set()?.ToDictionary(tag => tag.Key, tag => tag.Value!))),
    ]);

    private static SnippetResource ModelOf(string name, ModelSpec model) => new("Model", name,
    [
        Api,
        new("Name", SnippetValue.Of(name)),
        new("ContentType", SnippetValue.Of(model.ContentType)),
        new("Description", SnippetValue.Of(model.Description)),
        new("Schema", new Schema(model.Schema)),
    ]);

    private static SnippetResource AuthorizerOf(string name, SocketAuthorizerSpec authorizer) => new("Authorizer", name,
    [
        Api,
        new("Name", SnippetValue.Of(name)),
        new("AuthorizerType", SnippetValue.Of("REQUEST")),
        new("AuthorizerUri", SnippetValue.Of(authorizer.Uri)),
        new("AuthorizerCredentialsArn", SnippetValue.Of(authorizer.Credentials)),
        new("IdentitySource", SnippetValue.Of(authorizer.IdentitySource), "identity_sources"),
    ]);

    private static IEnumerable<SnippetResource> RouteOf(string key, MessageRouteSpec? before, MessageRouteSpec after)
    {
        if (after.Integration is { } integration && !ChangedParts.Same(before?.Integration, integration))
        {
            yield return IntegrationOf(key, integration);

            foreach (var (answer, said) in integration.Responses)
            {
                yield return AnswerOf(key, answer, said);
            }
        }

        if (before is null || before.Integration is null != after.Integration is null || !ChangedParts.Same(Itself(before), Itself(after)))
        {
            yield return RouteOf(key, after);
        }

        if (after.Answers && (before is not { Answers: true } || before.ResponseModelSelectionExpression != after.ResponseModelSelectionExpression || !ChangedParts.Same(before.ResponseModels, after.ResponseModels)))
        {
            yield return BackOf(key, after);
        }
    }

    /// <summary>Without what is a resource beside it.</summary>
    private static MessageRouteSpec Itself(MessageRouteSpec route) => route with { Integration = null, ResponseModels = null, ResponseModelSelectionExpression = null };

    private static SnippetResource BackOf(string key, MessageRouteSpec route) => new("RouteResponse", key,
    [
        Api,
        new("RouteId", new Id(new SnippetReference("Route", key))),
        new("RouteResponseKey", SnippetValue.Of("$default")),
        new("ModelSelectionExpression", SnippetValue.Of(route.ResponseModelSelectionExpression)),
        new("ResponseModels", SnippetValue.Of(route.ResponseModels?.ToDictionary())),
    ]);

    private static SnippetResource RouteOf(string key, MessageRouteSpec route) => new("Route", key,
    [
        Api,
        new("RouteKey", SnippetValue.Of(key)),
        new("OperationName", SnippetValue.Of(route.OperationName)),
        new("Target", route.Integration is null ? null : new Id(new SnippetReference("Integration", key), "integrations/")),
        new("AuthorizationType", SnippetValue.Of(route.AuthorizationType)),
        new("AuthorizerId", route.Authorizer is { } authorizer ? new Id(new SnippetReference("Authorizer", authorizer)) : null),
        new("ApiKeyRequired", route.ApiKeyRequired ? SnippetValue.Of(true) : null),
        new("RequestParameters", Demands(route), "request_parameter"),
        new("ModelSelectionExpression", SnippetValue.Of(route.ModelSelectionExpression)),
        new("RequestModels", SnippetValue.Of(route.RequestModels?.ToDictionary())),
        new("RouteResponseSelectionExpression", route.Answers ? SnippetValue.Of("$default") : null),
    ]);

    private static PerTool? Demands(MessageRouteSpec route) => route.RequestParameters is not { } parameters ? null : new PerTool(
        new Map([.. parameters.Select(parameter => (parameter.Key, (SnippetValue)new Block([new("Required", SnippetValue.Of(parameter.Value))])))]),
        [.. parameters.Select(parameter => new Block([new("RequestParameterKey", SnippetValue.Of(parameter.Key)), new("Required", SnippetValue.Of(parameter.Value))]))]);

    private static SnippetResource IntegrationOf(string key, MessageIntegrationSpec integration) => new("Integration", key,
    [
        Api,
        new("IntegrationType", SnippetValue.Of(integration.Type)),
        new("IntegrationMethod", SnippetValue.Of(integration.HttpMethod)),
        new("IntegrationUri", SnippetValue.Of(integration.Uri)),
        new("ConnectionType", integration.ConnectionType is "INTERNET" ? null : SnippetValue.Of(integration.ConnectionType)),
        new("ConnectionId", SnippetValue.Of(integration.ConnectionId)),
        new("CredentialsArn", SnippetValue.Of(integration.Credentials)),
        new("PassthroughBehavior", SnippetValue.Of(integration.PassthroughBehavior)),
        new("ContentHandlingStrategy", SnippetValue.Of(integration.ContentHandling)),
        new("TimeoutInMillis", SnippetValue.Of(integration.TimeoutInMillis), "timeout_milliseconds"),
        new("RequestParameters", SnippetValue.Of(integration.RequestParameters.ToDictionary())),
        new("RequestTemplates", SnippetValue.Of(integration.RequestTemplates.ToDictionary())),
        new("TemplateSelectionExpression", SnippetValue.Of(integration.TemplateSelectionExpression)),
    ]);

    /// <summary>Terraform has no words for parameters of an answer.</summary>
    private static SnippetResource AnswerOf(string key, string answer, MessageAnswerSpec said) => new("IntegrationResponse", $"{key} {answer}",
    [
        Api,
        new("IntegrationId", new Id(new SnippetReference("Integration", key))),
        new("IntegrationResponseKey", SnippetValue.Of(answer)),
        new("ResponseParameters", SnippetValue.Of(said.Parameters.ToDictionary()), ""),
        new("ResponseTemplates", SnippetValue.Of(said.Templates.ToDictionary())),
        new("TemplateSelectionExpression", SnippetValue.Of(said.TemplateSelectionExpression)),
        new("ContentHandlingStrategy", SnippetValue.Of(said.ContentHandling)),
    ]);
}
