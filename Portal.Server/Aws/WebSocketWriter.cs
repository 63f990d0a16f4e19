using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;
using Route = Amazon.ApiGatewayV2.Model.Route;

namespace Portal.Server.Aws;

/// <summary>
/// Writes a WebSocket API thing by thing, because AWS takes no document of one. What a route calls is made whole before the route names it, and what nothing names any more is deleted last:
/// so each call leaves every route as it was or as it shall be, and a write that is cut is done again from there.
/// </summary>
internal sealed class WebSocketWriter(AwsClients aws, ApisV2 apis, WebSocketReader reader)
{
    /// <summary>An API that bears our mark was made by an earlier call that was cut: it is filled, not made twice.</summary>
    public async Task CreateAsync(WebSocketApiSpec after, CancellationToken cancellationToken)
    {
        if (await apis.OwnAsync("CreateApi", after.Id, cancellationToken) is not { } head)
        {
            var made = await Calls.AskAsync(
                aws.WritingV2.CreateApiAsync,
                new CreateApiRequest
                {
                    Name = after.Name,
                    ProtocolType = ProtocolType.WEBSOCKET,
                    RouteSelectionExpression = after.RouteSelectionExpression,
                    Description = after.Description,
                    Version = after.Version,
                    DisableExecuteApiEndpoint = after.DisableExecuteApiEndpoint,
                    Tags = new() { [RestApis.Mark] = after.Id },
                },
                cancellationToken);
            apis.Remember(after.Id, made.ApiId);
            head = await ApisV2.GetAsync(aws, made.ApiId, cancellationToken);
        }

        await WriteAsync(head, after, cancellationToken);
    }

    public async Task UpdateAsync(WebSocketApiSpec after, CancellationToken cancellationToken) =>
        await WriteAsync(await apis.DemandAsync("UpdateApi", after.Id, cancellationToken), after, cancellationToken);

    private async Task WriteAsync(Api head, WebSocketApiSpec after, CancellationToken cancellationToken)
    {
        var live = await reader.ReadAsync(after.Id, head, cancellationToken);
        var before = live.Spec;

        if ((before.Name, before.Description, before.Version, before.DisableExecuteApiEndpoint, before.RouteSelectionExpression) != (after.Name, after.Description, after.Version, after.DisableExecuteApiEndpoint, after.RouteSelectionExpression))
        {
            await Calls.AskAsync(
                aws.WritingV2.UpdateApiAsync,
                new UpdateApiRequest
                {
                    ApiId = head.ApiId,
                    Name = after.Name,
                    Description = after.Description ?? "",
                    Version = after.Version ?? "",
                    DisableExecuteApiEndpoint = after.DisableExecuteApiEndpoint,
                    RouteSelectionExpression = after.RouteSelectionExpression,
                },
                cancellationToken);
        }

        var authorizers = await AuthorizersAsync(head.ApiId, live, after, cancellationToken);

        foreach (var (key, route) in after.MessageRoutes)
        {
            var was = before.MessageRoutes.GetValueOrDefault(key);

            if (was is null || GatewayJson.Of(was) != GatewayJson.Of(route))
            {
                await RouteAsync(head.ApiId, live.Routes.FirstOrDefault(known => known.RouteKey == key), key, was, route, authorizers, cancellationToken);
            }
        }

        foreach (var gone in live.Routes.Where(route => !after.MessageRoutes.ContainsKey(route.RouteKey)))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteRouteAsync, new DeleteRouteRequest { ApiId = head.ApiId, RouteId = gone.RouteId }, cancellationToken);
        }

        foreach (var gone in live.Authorizers.Where(authorizer => !after.Authorizers.ContainsKey(authorizer.Name)))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteAuthorizerAsync, new DeleteAuthorizerRequest { ApiId = head.ApiId, AuthorizerId = gone.AuthorizerId }, cancellationToken);
        }

        foreach (var loose in (await reader.ReadAsync(after.Id, head, cancellationToken)).Loose)
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteIntegrationAsync, new DeleteIntegrationRequest { ApiId = head.ApiId, IntegrationId = loose.IntegrationId }, cancellationToken);
        }
    }

    /// <summary>By name AWS's ids of those that are wanted.</summary>
    private async Task<Dictionary<string, string>> AuthorizersAsync(string apiId, LiveWebSocketApi live, WebSocketApiSpec after, CancellationToken cancellationToken)
    {
        var ids = live.Authorizers.ToDictionary(authorizer => authorizer.Name, authorizer => authorizer.AuthorizerId);

        foreach (var (name, wanted) in after.Authorizers)
        {
            if (!ids.TryGetValue(name, out var id))
            {
                ids[name] = (await Calls.AskAsync(
                    aws.WritingV2.CreateAuthorizerAsync,
                    new CreateAuthorizerRequest { ApiId = apiId, Name = name, AuthorizerType = AuthorizerType.REQUEST, AuthorizerUri = wanted.Uri, AuthorizerCredentialsArn = wanted.Credentials, IdentitySource = [.. wanted.IdentitySource] },
                    cancellationToken)).AuthorizerId;
            }
            else if (live.Spec.Authorizers[name] is var was && (was.Uri != wanted.Uri || was.Credentials != wanted.Credentials || !was.IdentitySource.SequenceEqual(wanted.IdentitySource)))
            {
                await Calls.AskAsync(
                    aws.WritingV2.UpdateAuthorizerAsync,
                    new UpdateAuthorizerRequest { ApiId = apiId, AuthorizerId = id, AuthorizerUri = wanted.Uri, AuthorizerCredentialsArn = wanted.Credentials ?? "", IdentitySource = [.. wanted.IdentitySource] },
                    cancellationToken);
            }
        }

        return ids;
    }

    /// <summary>
    /// First what it calls, then the route itself in one call. Whether it answers is said by an expression of the route and by a thing of its own: that is made before the expression names it,
    /// but for a new route, which is taken for one that is not there until it has both.
    /// </summary>
    private async Task RouteAsync(string apiId, Route? there, string key, MessageRouteSpec? was, MessageRouteSpec wanted, Dictionary<string, string> authorizers, CancellationToken cancellationToken)
    {
        var target = wanted.Integration is null ? ""
            : was?.Integration is { } same && GatewayJson.Of(same) == GatewayJson.Of(wanted.Integration) ? there!.Target
            : $"integrations/{await IntegrationAsync(apiId, wanted.Integration, cancellationToken)}";
        var authorizer = wanted.Authorizer is { } name ? authorizers[name] : null;
        var answers = wanted.Answers ? WebSocketReader.Answer : there?.RouteResponseSelectionExpression is { Length: > 0 } ? "" : null;
        var id = there?.RouteId;

        if (there is null)
        {
            id = (await Calls.AskAsync(
                aws.WritingV2.CreateRouteAsync,
                new CreateRouteRequest
                {
                    ApiId = apiId,
                    RouteKey = key,
                    Target = target is "" ? null : target,
                    OperationName = wanted.OperationName,
                    AuthorizationType = wanted.AuthorizationType,
                    AuthorizerId = authorizer,
                    RouteResponseSelectionExpression = answers,
                },
                cancellationToken)).RouteId;
        }
        else
        {
            await AnswerAsync(apiId, id!, wanted, cancellationToken);
            await Calls.AskAsync(
                aws.WritingV2.UpdateRouteAsync,
                new UpdateRouteRequest
                {
                    ApiId = apiId,
                    RouteId = id,
                    Target = target,
                    OperationName = wanted.OperationName ?? "",
                    AuthorizationType = wanted.AuthorizationType,
                    AuthorizerId = authorizer,
                    RouteResponseSelectionExpression = answers,
                },
                cancellationToken);
        }

        if (there is null)
        {
            await AnswerAsync(apiId, id!, wanted, cancellationToken);
        }
    }

    /// <summary>What a route that does not answer any more has left of it, nobody asks for.</summary>
    private async Task AnswerAsync(string apiId, string routeId, MessageRouteSpec wanted, CancellationToken cancellationToken)
    {
        if (!wanted.Answers)
        {
            return;
        }

        var there = await Calls.AskAsync(aws.V2.GetRouteResponsesAsync, new GetRouteResponsesRequest { ApiId = apiId, RouteId = routeId, MaxResults = Calls.PageSizeV2 }, cancellationToken);

        if (there.Items?.Exists(response => response.RouteResponseKey is WebSocketReader.Answer) is not true)
        {
            await Calls.AskAsync(aws.WritingV2.CreateRouteResponseAsync, new CreateRouteResponseRequest { ApiId = apiId, RouteId = routeId, RouteResponseKey = WebSocketReader.Answer }, cancellationToken);
        }
    }

    /// <summary>With all that it answers; AWS's id of it.</summary>
    private async Task<string> IntegrationAsync(string apiId, MessageIntegrationSpec wanted, CancellationToken cancellationToken)
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
                    TemplateSelectionExpression = answer.TemplateSelectionExpression,
                },
                cancellationToken);
        }

        return made.IntegrationId;
    }

    private static Dictionary<string, string>? MapOrNull(SortedMap<string> map) => map.Count is 0 ? null : map.ToDictionary();
}
