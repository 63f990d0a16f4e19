using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.GatewayResponses;

/// <summary>The answers that API Gateway gives by itself.</summary>
internal static class GatewayResponseOperations
{
    private const string Template = "/restapis/{restapi_id}/gatewayresponses";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "GetGatewayResponses", "GET", Template, List),
        new(Gateway.Service, "GetGatewayResponse", "GET", $"{Template}/{{response_type}}", Get),
        new(Gateway.Service, "PutGatewayResponse", "PUT", $"{Template}/{{response_type}}", Put),
        new(Gateway.Service, "UpdateGatewayResponse", "PATCH", $"{Template}/{{response_type}}", Update),
        new(Gateway.Service, "DeleteGatewayResponse", "DELETE", $"{Template}/{{response_type}}", Delete),
    ];

    /// <summary>All 21, customised or not, on one page.</summary>
    private static Answer List(Call call)
    {
        var customised = call.Region.Api(call["restapi_id"]).Definition.GatewayResponses;
        var all = GatewayResponseTypes.All.Select(known => GatewayResponseTypes.Of(customised, known.Type)).OrderBy(response => response.ResponseType, StringComparer.Ordinal);
        return Answer.Ok(new Page<GatewayResponse>([.. all], null), WireJson.Default.PageGatewayResponse);
    }

    private static Answer Get(Call call)
    {
        GatewayResponseTypes.Check(call["response_type"]);
        return Answer.Ok(GatewayResponseTypes.Of(call.Region.Api(call["restapi_id"]).Definition.GatewayResponses, call["response_type"]), WireJson.Default.GatewayResponse);
    }

    private static Answer Put(Call call)
    {
        var type = call["response_type"];
        GatewayResponseTypes.Check(type);
        var entry = call.Region.Api(call["restapi_id"]);
        var response = new GatewayResponse
        {
            ResponseType = type,
            StatusCode = call.Body.Text("statusCode") ?? GatewayResponseTypes.Of(Map<GatewayResponse>.Empty, type).StatusCode,
            ResponseParameters = call.Body.Texts("responseParameters") ?? Map<string>.Empty,
            ResponseTemplates = call.Body.Texts("responseTemplates") ?? GatewayResponseTypes.Of(Map<GatewayResponse>.Empty, type).ResponseTemplates,
            DefaultResponse = false,
        };
        call.Region.Put(entry with { Definition = entry.Definition with { GatewayResponses = entry.Definition.GatewayResponses.With(type, response) } });
        return Answer.Created(response, WireJson.Default.GatewayResponse);
    }

    private static Answer Update(Call call)
    {
        var type = call["response_type"];
        GatewayResponseTypes.Check(type);
        var entry = call.Region.Api(call["restapi_id"]);
        var response = PatchOperation.Of(call).Aggregate(GatewayResponseTypes.Of(entry.Definition.GatewayResponses, type), GatewayResponsePatch.Apply) with { DefaultResponse = false };
        call.Region.Put(entry with { Definition = entry.Definition with { GatewayResponses = entry.Definition.GatewayResponses.With(type, response) } });
        return Answer.Ok(response, WireJson.Default.GatewayResponse);
    }

    private static Answer Delete(Call call)
    {
        var type = call["response_type"];
        GatewayResponseTypes.Check(type);
        var entry = call.Region.Api(call["restapi_id"]);
        if (!entry.Definition.GatewayResponses.ContainsKey(type))
        {
            throw AwsError.NotFound("Gateway response type not defined on api");
        }

        call.Region.Put(entry with { Definition = entry.Definition with { GatewayResponses = entry.Definition.GatewayResponses.Without(type) } });
        return Answer.Accepted;
    }
}
