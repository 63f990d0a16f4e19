using Amazon.ApiGatewayV2;
using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>
/// Writes a WebSocket API thing by thing, because AWS takes no document of one. What a route calls is made whole before the route names it, and what nothing names any more is deleted last:
/// so each call leaves every route as it was or as it shall be, and a write that is cut is done again from there.
/// </summary>
internal sealed class WebSocketWriter(AwsClients aws, ApisV2 apis, WebSocketReader reader)
{
    private readonly TagsV2 _tags = new(aws);

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
                    ApiKeySelectionExpression = after.ApiKeySelectionExpression,
                    Description = after.Description,
                    Version = after.Version,
                    DisableExecuteApiEndpoint = after.DisableExecuteApiEndpoint,
                    Tags = LiveTags.With(after.Id, after.Tags),
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

        await _tags.WriteAsync($"apis/{head.ApiId}", before.Tags, after.Tags, cancellationToken);

        if (Head(before) != Head(after))
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
                    ApiKeySelectionExpression = after.ApiKeySelectionExpression ?? WebSocketNormal.KeyInHeader,
                },
                cancellationToken);
        }

        var models = new SocketModelWriter(aws, head.ApiId);
        await models.MakeAsync(live, after, cancellationToken);
        var authorizers = await AuthorizersAsync(head.ApiId, live, after, cancellationToken);

        // What a cut call left half made is begun anew.
        foreach (var unfinished in live.Routes.Where(route => SocketRouteWriter.IsUnfinished(route.RouteKey)))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteRouteAsync, new DeleteRouteRequest { ApiId = head.ApiId, RouteId = unfinished.RouteId }, cancellationToken);
        }

        var writer = new SocketRouteWriter(aws, head.ApiId);

        foreach (var (key, route) in after.MessageRoutes)
        {
            var was = before.MessageRoutes.GetValueOrDefault(key);

            if (was is null || GatewayJson.Of(was) != GatewayJson.Of(route))
            {
                await writer.WriteAsync(live.Routes.FirstOrDefault(known => known.RouteKey == key), key, was, route, authorizers, cancellationToken);
            }
        }

        foreach (var gone in live.Routes.Where(route => !SocketRouteWriter.IsUnfinished(route.RouteKey) && !after.MessageRoutes.ContainsKey(route.RouteKey)))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteRouteAsync, new DeleteRouteRequest { ApiId = head.ApiId, RouteId = gone.RouteId }, cancellationToken);
        }

        foreach (var gone in live.Authorizers.Where(authorizer => !after.Authorizers.ContainsKey(authorizer.Name)))
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteAuthorizerAsync, new DeleteAuthorizerRequest { ApiId = head.ApiId, AuthorizerId = gone.AuthorizerId }, cancellationToken);
        }

        await models.DropAsync(live, after, cancellationToken);

        foreach (var loose in (await reader.ReadAsync(after.Id, head, cancellationToken)).Loose)
        {
            await Calls.DeleteAsync(aws.WritingV2.DeleteIntegrationAsync, new DeleteIntegrationRequest { ApiId = head.ApiId, IntegrationId = loose.IntegrationId }, cancellationToken);
        }
    }

    private static (string Name, string? Description, string? Version, bool Disabled, string Selection, string? Key) Head(WebSocketApiSpec api) =>
        (api.Name, api.Description, api.Version, api.DisableExecuteApiEndpoint, api.RouteSelectionExpression, api.ApiKeySelectionExpression);

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
}
