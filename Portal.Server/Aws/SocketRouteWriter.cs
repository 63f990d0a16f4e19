using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;
using Route = Amazon.ApiGatewayV2.Model.Route;

namespace Portal.Server.Aws;

/// <summary>Writes one route of a WebSocket API with what it calls and answers.</summary>
internal sealed class SocketRouteWriter(AwsClients aws, string apiId)
{
    /// <summary>A route that answers is made by several calls: until it is whole, it has a key of its own, by which no message finds it.</summary>
    private const string Unfinished = "portal.unfinished.";

    public static bool IsUnfinished(string key) => key.StartsWith(Unfinished, StringComparison.Ordinal);

    /// <summary>First what it calls, then the route itself in one call. Whether it answers is said by an expression of the route and by a thing of its own, which is made before the expression names it.</summary>
    public async Task WriteAsync(Route? there, string key, MessageRouteSpec? was, MessageRouteSpec wanted, Dictionary<string, string> authorizers, CancellationToken cancellationToken)
    {
        var target = wanted.Integration is null ? ""
            : was?.Integration is { } same && GatewayJson.Of(same) == GatewayJson.Of(wanted.Integration) ? there!.Target
            : $"integrations/{await IntegrationAsync(wanted.Integration, cancellationToken)}";
        var authorizer = wanted.Authorizer is { } name ? authorizers[name] : null;

        if (there is null && !wanted.Answers)
        {
            await Calls.AskAsync(
                aws.WritingV2.CreateRouteAsync,
                new CreateRouteRequest
                {
                    ApiId = apiId,
                    RouteKey = key,
                    Target = target is "" ? null : target,
                    OperationName = wanted.OperationName,
                    AuthorizationType = wanted.AuthorizationType,
                    AuthorizerId = authorizer,
                    ApiKeyRequired = wanted.ApiKeyRequired,
                    RequestParameters = wanted.RequestParameters is null ? null : Demands(wanted),
                    ModelSelectionExpression = wanted.ModelSelectionExpression,
                    RequestModels = wanted.RequestModels?.ToDictionary(),
                },
                cancellationToken);

            return;
        }

        var id = there?.RouteId ?? (await Calls.AskAsync(aws.WritingV2.CreateRouteAsync, new CreateRouteRequest { ApiId = apiId, RouteKey = Unfinished + key }, cancellationToken)).RouteId;
        await AnswerAsync(id, wanted, cancellationToken);
        var changed = await Calls.AskAsync(
            aws.WritingV2.UpdateRouteAsync,
            new UpdateRouteRequest
            {
                ApiId = apiId,
                RouteId = id,
                RouteKey = key,
                Target = target,
                OperationName = wanted.OperationName ?? "",
                AuthorizationType = wanted.AuthorizationType,
                AuthorizerId = authorizer,
                ApiKeyRequired = wanted.ApiKeyRequired,
                RequestParameters = Demands(wanted),
                ModelSelectionExpression = wanted.ModelSelectionExpression ?? (there?.ModelSelectionExpression is { Length: > 0 } ? "" : null),
                RequestModels = wanted.RequestModels?.ToDictionary() ?? [],
                RouteResponseSelectionExpression = wanted.Answers ? WebSocketReader.Answer : there?.RouteResponseSelectionExpression is { Length: > 0 } ? "" : null,
            },
            cancellationToken);
        await DropParametersAsync(id, changed.RequestParameters?.Keys, wanted, cancellationToken);
    }

    /// <summary>Whether UpdateRoute replaces the map or adds to it AWS does not say: what is left of it goes by calls of its own.</summary>
    private async Task DropParametersAsync(string routeId, IEnumerable<string>? left, MessageRouteSpec wanted, CancellationToken cancellationToken)
    {
        foreach (var gone in (left ?? []).Where(name => wanted.RequestParameters?.ContainsKey(name) is not true))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteRouteRequestParameterAsync, new DeleteRouteRequestParameterRequest { ApiId = apiId, RouteId = routeId, RequestParameterKey = gone }, cancellationToken);
        }
    }

    private static Dictionary<string, ParameterConstraints> Demands(MessageRouteSpec wanted) =>
        (wanted.RequestParameters ?? SortedMap<bool>.Empty).ToDictionary(parameter => parameter.Key, parameter => new ParameterConstraints { Required = parameter.Value });

    /// <summary>What a route that does not answer any more has left of it, nobody asks for.</summary>
    private async Task AnswerAsync(string routeId, MessageRouteSpec wanted, CancellationToken cancellationToken)
    {
        if (!wanted.Answers)
        {
            return;
        }

        var there = await Calls.AskAsync(aws.V2.GetRouteResponsesAsync, new GetRouteResponsesRequest { ApiId = apiId, RouteId = routeId, MaxResults = Calls.PageSizeV2 }, cancellationToken);

        if (there.Items?.Find(response => response.RouteResponseKey is WebSocketReader.Answer) is not { } answer)
        {
            await Calls.AskAsync(
                aws.WritingV2.CreateRouteResponseAsync,
                new CreateRouteResponseRequest
                {
                    ApiId = apiId,
                    RouteId = routeId,
                    RouteResponseKey = WebSocketReader.Answer,
                    ModelSelectionExpression = wanted.ResponseModelSelectionExpression,
                    ResponseModels = wanted.ResponseModels?.ToDictionary(),
                },
                cancellationToken);
        }
        else if ((answer.ModelSelectionExpression ?? "") != (wanted.ResponseModelSelectionExpression ?? "") || !LiveParts.Texts(answer.ResponseModels).SequenceEqual(wanted.ResponseModels ?? SortedMap<string>.Empty))
        {
            await Calls.AskAsync(
                aws.WritingV2.UpdateRouteResponseAsync,
                new UpdateRouteResponseRequest
                {
                    ApiId = apiId,
                    RouteId = routeId,
                    RouteResponseId = answer.RouteResponseId,
                    ModelSelectionExpression = wanted.ResponseModelSelectionExpression ?? (answer.ModelSelectionExpression is { Length: > 0 } ? "" : null),
                    ResponseModels = wanted.ResponseModels?.ToDictionary() ?? [],
                },
                cancellationToken);
        }
    }

    /// <summary>With all that it answers; AWS's id of it.</summary>
    private async Task<string> IntegrationAsync(MessageIntegrationSpec wanted, CancellationToken cancellationToken)
    {
        var made = await Calls.AskAsync(
            aws.WritingV2.CreateIntegrationAsync,
            new CreateIntegrationRequest
            {
                ApiId = apiId,
                IntegrationType = wanted.Type,
                IntegrationMethod = wanted.HttpMethod,
                IntegrationUri = wanted.Uri,
                ConnectionType = wanted.ConnectionType,
                ConnectionId = wanted.ConnectionId,
                CredentialsArn = wanted.Credentials,
                PassthroughBehavior = wanted.PassthroughBehavior,
                ContentHandlingStrategy = wanted.ContentHandling,
                TimeoutInMillis = wanted.TimeoutInMillis,
                RequestParameters = MapOrNull(wanted.RequestParameters),
                RequestTemplates = MapOrNull(wanted.RequestTemplates),
                TemplateSelectionExpression = wanted.TemplateSelectionExpression,
            },
            cancellationToken);

        foreach (var (key, answer) in wanted.Responses)
        {
            await Calls.AskAsync(
                aws.WritingV2.CreateIntegrationResponseAsync,
                new CreateIntegrationResponseRequest
                {
                    ApiId = apiId,
                    IntegrationId = made.IntegrationId,
                    IntegrationResponseKey = key,
                    ResponseParameters = MapOrNull(answer.Parameters),
                    ResponseTemplates = MapOrNull(answer.Templates),
                    ContentHandlingStrategy = answer.ContentHandling,
                    TemplateSelectionExpression = answer.TemplateSelectionExpression,
                },
                cancellationToken);
        }

        return made.IntegrationId;
    }

    private static Dictionary<string, string>? MapOrNull(SortedMap<string> map) => map.Count is 0 ? null : map.ToDictionary();
}
