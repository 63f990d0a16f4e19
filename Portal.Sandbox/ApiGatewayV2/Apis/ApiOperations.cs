using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Apis;

/// <summary>HTTP and WebSocket APIs.</summary>
internal static class ApiOperations
{
    private const string Template = "/v2/apis/{apiId}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateApi", "POST", "/v2/apis", Create),
        new(Gateway.Service, "GetApis", "GET", "/v2/apis", List),
        new(Gateway.Service, "GetApi", "GET", Template, call => Answer.Ok(WholeApi.Of(call).Api, JsonV2.Default.Api)),
        new(Gateway.Service, "UpdateApi", "PATCH", Template, Update),
        new(Gateway.Service, "DeleteApi", "DELETE", Template, Delete),
        new(Gateway.Service, "DeleteCorsConfiguration", "DELETE", $"{Template}/cors", DeleteCors),
    ];

    private static Answer Create(Call call)
    {
        var protocol = Choice.Of(call.Body, "protocolType", "protocol", Api.Http, Api.WebSocket) ?? throw AwsError.BadRequest("Invalid protocol specified. Must be one of [HTTP, WEBSOCKET]");
        var id = Ids.Long();
        var api = new Api
        {
            ApiId = id,
            Name = "",
            ProtocolType = protocol,
            ApiEndpoint = $"{(protocol is Api.Http ? "https" : "wss")}://{id}.execute-api.{call.Region.Name}.amazonaws.com",
            RouteSelectionExpression = protocol is Api.Http ? "$request.method $request.path" : "",
            CreatedDate = call.Now,
            Tags = call.Body.Texts("tags") ?? Map<string>.Empty,
        }.With(call.Body);
        ApiRules.Check(api);
        WholeApi whole = new() { Definition = new() { Api = api } };
        WholeApi.Keep(call, call.Body.Has("target") ? QuickCreate.Made(call, whole) : whole);
        return Answer.Created(api, JsonV2.Default.Api);
    }

    private static Answer List(Call call) => Answer.Ok(PageV2<Api>.Of(call, call.Region.ApisV2.All, whole => whole.Api.ApiId, whole => whole.Api), JsonV2.Default.PageV2Api);

    private static Answer Update(Call call)
    {
        var whole = WholeApi.Of(call);
        var api = whole.Api.With(call.Body);
        ApiRules.Check(api);
        var changed = whole.Definition with { Api = api };
        whole.Change(call, QuickCreate.Asked(call) ? QuickCreate.Changed(call, changed) : changed);
        return Answer.Ok(api, JsonV2.Default.Api);
    }

    private static Answer Delete(Call call)
    {
        call.Region.ApisV2.Remove(WholeApi.Of(call).Api.ApiId);
        return Answer.NoContent;
    }

    private static Answer DeleteCors(Call call)
    {
        var whole = WholeApi.Of(call);
        whole.Change(call, whole.Definition with { Api = whole.Api with { CorsConfiguration = null } });
        return Answer.NoContent;
    }
}
