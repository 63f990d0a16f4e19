using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;
using Route = Amazon.ApiGatewayV2.Model.Route;

namespace Portal.Server.Aws;

/// <summary>Reads the working definition of a WebSocket API: four lists, and one more call for each integration that is no proxy and each route that answers, because AWS shows their answers one by one.</summary>
internal sealed class WebSocketReader(AwsClients aws, PartsV2 parts)
{
    public const string Answer = "$default";

    public async Task<LiveWebSocketApi> ReadAsync(string api, Api head, CancellationToken cancellationToken)
    {
        var reading = (Routes: parts.RoutesAsync(head.ApiId, cancellationToken), Integrations: parts.IntegrationsAsync(head.ApiId, cancellationToken), Authorizers: parts.AuthorizersAsync(head.ApiId, cancellationToken), Models: parts.ModelsAsync(head.ApiId, cancellationToken));
        await Task.WhenAll(reading.Routes, reading.Integrations, reading.Authorizers, reading.Models);

        var (routes, integrations, authorizers) = (await reading.Routes, await reading.Integrations, await reading.Authorizers);
        var models = await reading.Models;
        var targets = integrations.ToDictionary(integration => $"integrations/{integration.IntegrationId}");
        var used = routes.Select(route => route.Target).OfType<string>().ToHashSet();
        var answers = new Dictionary<string, List<IntegrationResponse>>();
        var answering = new Dictionary<string, RouteResponse>();

        foreach (var (target, integration) in targets.Where(target => used.Contains(target.Key) && !target.Value.IntegrationType.Value.EndsWith("_PROXY", StringComparison.Ordinal)))
        {
            answers[target] = (await Calls.AskAsync(aws.V2.GetIntegrationResponsesAsync, new GetIntegrationResponsesRequest { ApiId = head.ApiId, IntegrationId = integration.IntegrationId, MaxResults = Calls.PageSizeV2 }, cancellationToken)).Items ?? [];
        }

        foreach (var route in routes.Where(route => !string.IsNullOrEmpty(route.RouteResponseSelectionExpression)))
        {
            var found = await Calls.AskAsync(aws.V2.GetRouteResponsesAsync, new GetRouteResponsesRequest { ApiId = head.ApiId, RouteId = route.RouteId, MaxResults = Calls.PageSizeV2 }, cancellationToken);

            // One that names an answer and has none sends nothing.
            if (found.Items?.Find(response => response.RouteResponseKey is Answer) is { } response)
            {
                answering[route.RouteId] = response;
            }
        }

        var names = authorizers.ToDictionary(authorizer => authorizer.AuthorizerId, authorizer => authorizer.Name);
        var spec = WebSocketNormal.Of(new WebSocketApiSpec(api)
        {
            Name = head.Name,
            Description = head.Description,
            Version = head.Version,
            DisableExecuteApiEndpoint = head.DisableExecuteApiEndpoint ?? false,
            RouteSelectionExpression = head.RouteSelectionExpression,
            ApiKeySelectionExpression = head.ApiKeySelectionExpression,
            Models = LiveModels.Of([.. models.Where(model => !SocketModelWriter.IsUnfinished(model))]),
            MessageRoutes = new(from route in routes
                                where !SocketRouteWriter.IsUnfinished(route.RouteKey)
                                select KeyValuePair.Create(route.RouteKey, new MessageRouteSpec
                                {
                                    OperationName = route.OperationName,
                                    AuthorizationType = route.AuthorizationType?.Value ?? "NONE",
                                    Authorizer = route.AuthorizerId is { Length: > 0 } id ? names.GetValueOrDefault(id, id) : null,
                                    ApiKeyRequired = route.ApiKeyRequired ?? false,
                                    RequestParameters = new(from parameter in route.RequestParameters ?? [] select KeyValuePair.Create(parameter.Key, parameter.Value.Required ?? false)),
                                    ModelSelectionExpression = route.ModelSelectionExpression,
                                    RequestModels = LiveParts.Texts(route.RequestModels),
                                    Answers = answering.ContainsKey(route.RouteId),
                                    ResponseModelSelectionExpression = answering.GetValueOrDefault(route.RouteId)?.ModelSelectionExpression,
                                    ResponseModels = LiveParts.Texts(answering.GetValueOrDefault(route.RouteId)?.ResponseModels),
                                    Integration = route.Target is { } target && targets.TryGetValue(target, out var integration) ? Of(integration, answers.GetValueOrDefault(target) ?? []) : null,
                                })),
            Authorizers = new(from authorizer in authorizers
                              select KeyValuePair.Create(authorizer.Name, new SocketAuthorizerSpec
                              {
                                  IdentitySource = authorizer.IdentitySource ?? [],
                                  Uri = authorizer.AuthorizerUri,
                                  Credentials = authorizer.AuthorizerCredentialsArn,
                              })),
            Tags = LiveTags.Of(head.Tags),
        });

        List<Integration> loose = [.. integrations.Where(integration => !used.Contains($"integrations/{integration.IntegrationId}"))];

        return new LiveWebSocketApi(spec with { Loose = LooseIntegrations.Of(loose) }, routes, loose, authorizers, models);
    }

    private static MessageIntegrationSpec Of(Integration integration, List<IntegrationResponse> answers) => new()
    {
        Type = integration.IntegrationType.Value,
        HttpMethod = integration.IntegrationMethod,
        Uri = integration.IntegrationUri,
        ConnectionType = integration.ConnectionType?.Value ?? "",
        ConnectionId = integration.ConnectionId,
        Credentials = integration.CredentialsArn,
        PassthroughBehavior = integration.PassthroughBehavior?.Value ?? "",
        ContentHandling = integration.ContentHandlingStrategy?.Value,
        TimeoutInMillis = integration.TimeoutInMillis ?? 0,
        RequestParameters = LiveParts.Texts(integration.RequestParameters),
        RequestTemplates = LiveParts.Texts(integration.RequestTemplates),
        TemplateSelectionExpression = integration.TemplateSelectionExpression,
        Responses = new(from answer in answers
                        select KeyValuePair.Create(answer.IntegrationResponseKey, new MessageAnswerSpec
                        {
                            Parameters = LiveParts.Texts(answer.ResponseParameters),
                            Templates = LiveParts.Texts(answer.ResponseTemplates),
                            TemplateSelectionExpression = answer.TemplateSelectionExpression,
                            ContentHandling = answer.ContentHandlingStrategy?.Value,
                        })),
    };
}

/// <param name="Spec">The API.</param>
/// <param name="Routes">As AWS has them, with their ids.</param>
/// <param name="Loose">Integrations that no route names.</param>
/// <param name="Authorizers">As AWS has them, with their ids.</param>
/// <param name="Models">As AWS has them, with their ids.</param>
internal sealed record LiveWebSocketApi(WebSocketApiSpec Spec, IReadOnlyList<Route> Routes, IReadOnlyList<Integration> Loose, IReadOnlyList<Authorizer> Authorizers, IReadOnlyList<Model> Models);
